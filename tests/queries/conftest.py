"""What the tests of the catalogue share: its queries, the real graph, and the real stores."""

from collections.abc import Iterator

import pytest
from tests.stores.oxigraph_server import start_oxigraph
from tests.stores.rdflib_engine import RdflibEngine
from tests.stores.virtuoso import start_virtuoso

from communique.build.dataset import Dataset
from communique.query.canned import CannedQuery
from communique.query.catalogue import Catalogue
from communique.query.embedded import EmbeddedStore, open_folder
from communique.query.endpoint import Endpoint
from communique.write.rdf_text import write_nquads

# Those that ask Wikidata need its snapshot, which no merged file holds; they have their own tests.
ALL_QUERIES = [query for query in Catalogue().read_all() if not query.asks_wikidata]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for `query` once for each canned query."""
    if "query" in metafunc.fixturenames:
        metafunc.parametrize("query", ALL_QUERIES, ids=[query.name for query in ALL_QUERIES])


@pytest.fixture(scope="session")
def queries() -> list[CannedQuery]:
    """All canned queries but those that ask Wikidata."""
    return ALL_QUERIES


@pytest.fixture(scope="session")
def real_nquads(dataset: Dataset) -> bytes:
    """The real graph, as it is published in `communique.nq`."""
    return write_nquads(quad for graph in dataset.graphs.values() for quad in graph)


@pytest.fixture(scope="session")
def embedded(real_nquads: bytes, tmp_path_factory: pytest.TempPathFactory) -> EmbeddedStore:
    """The embedded store with the real graph, loaded from a file."""
    path = tmp_path_factory.mktemp("embedded") / "communique.nq"
    path.write_bytes(real_nquads)
    return open_folder(path)


@pytest.fixture(scope="session")
def rdflib_engine(real_nquads: bytes) -> RdflibEngine:
    """The real graph in rdflib."""
    return RdflibEngine.load(real_nquads)


@pytest.fixture(scope="session")
def oxigraph(real_nquads: bytes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    """A real oxigraph server with the real graph."""
    with start_oxigraph(real_nquads, tmp_path_factory.mktemp("oxigraph")) as endpoint:
        yield endpoint


@pytest.fixture(scope="session")
def virtuoso(real_nquads: bytes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    """A real Virtuoso with the real graph."""
    with start_virtuoso(real_nquads, tmp_path_factory.mktemp("virtuoso")) as endpoint:
        yield endpoint
