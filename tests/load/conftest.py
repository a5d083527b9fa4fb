"""Two real stores, each with another application's graph in it that nothing may touch."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.load.graphs import GRAPH, NEIGHBOUR, Versions, list_graphs, load, read_graph
from tests.stores.servers import Server, make_oxigraph, make_virtuoso, run_store

from communique.load.staging import STAGING

LONGEST_LOG = 20_000_000
NEIGHBOUR_LINES = '<urn:their:s> <urn:their:p> "theirs" .\n<urn:their:s> <urn:their:q> "2" .\n'


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A real Oxigraph."""
    with run_store(make_oxigraph, tmp_path_factory.mktemp("oxigraph")) as server:
        _settle_neighbour(server)
        yield server


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A real Virtuoso."""
    with run_store(make_virtuoso, tmp_path_factory.mktemp("virtuoso")) as server:
        _settle_neighbour(server)
        yield server


@pytest.fixture(
    params=["oxigraph", pytest.param("virtuoso", marks=pytest.mark.xdist_group("virtuoso-load"))]
)
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """Each store in turn; whatever a test did, the neighbour is whole and nothing is staged."""
    store: Server = request.getfixturevalue(f"{request.param}_server")
    if store.process is None:
        store.start()
    _shorten_log(store)
    before = read_graph(store, NEIGHBOUR)
    yield store
    if store.process is None:
        store.start()
    assert read_graph(store, NEIGHBOUR) == before != frozenset()


@pytest.fixture(scope="session")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Versions:
    """A small graph in two versions."""
    return Versions.write(tmp_path_factory.mktemp("versions"))


@pytest.fixture
def old_in_place(server: Server, versions: Versions) -> Server:
    """A store that holds the old version, and nothing staged."""
    load(server, versions.files["old"])
    assert versions.name(read_graph(server, GRAPH)) == "old"
    assert list_graphs(server, STAGING) == []
    return server


def _shorten_log(store: Server) -> None:
    """Start an Oxigraph with a long log anew, which writes it to its tables.

    Some hundred versions of a graph in it make every reading slow, and a start after a kill take
    the better part of a minute.
    """
    if sum(log.stat().st_size for log in store.folder.glob("data/*.log")) > LONGEST_LOG:
        store.stop()
        store.start()


def _settle_neighbour(server: Server) -> None:
    file = server.folder / "neighbour.nt"
    file.write_text(NEIGHBOUR_LINES)
    load(server, Path(file), graph=NEIGHBOUR)
