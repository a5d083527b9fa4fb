"""The site of the shipped declarations, written in memory once."""

import datetime
import json
from collections.abc import Mapping

import pytest
from tests.site.changes import REVIEW, build_nquads, copy_declaration, rename_states

from communique.build.dataset import Dataset
from communique.check.outcome import BuildCheck
from communique.core.iris import DEFAULT_BASE
from communique.query.library import load_prefixes
from communique.site.addresses import allot_addresses
from communique.site.node_index import NodeIndex
from communique.site.page_writer import PageWriter
from communique.site.site_files import Built, write_site
from communique.site.versions.history import History, add_version
from communique.site.versions.pages import VersionPages
from communique.write.files import write_all_files, write_rdf_files


@pytest.fixture(scope="session")
def prefixes() -> Mapping[str, str]:
    """The shared table of prefixes."""
    return load_prefixes()


def build_in_memory(dataset: Dataset, prefixes: Mapping[str, str]) -> Built:
    """Return what a build would leave, unchecked, as the first version."""
    rdf_files = write_rdf_files(dataset, prefixes)
    check = BuildCheck.skipped().summary()
    files = write_all_files(dataset, rdf_files, software="communique 0", check=check)
    history = add_version(
        History(dataset.iris.base),
        nquads=files["communique.nq"],
        manifest=files["manifest.json"],
        date=datetime.date(2026, 11, 23),
    )
    return Built(files, json.loads(files["manifest.json"]), history)


@pytest.fixture(scope="session")
def build_files(dataset: Dataset, prefixes: Mapping[str, str]) -> Built:
    """What a build of the shipped declarations would leave."""
    return build_in_memory(dataset, prefixes)


@pytest.fixture(scope="session")
def site(dataset: Dataset, build_files: Built, prefixes: Mapping[str, str]) -> dict[str, bytes]:
    """All files of the site by name."""
    return write_site(dataset, build_files, prefixes)


@pytest.fixture(scope="session")
def shipped_graph() -> bytes:
    """The graph as it is shipped."""
    return build_nquads()


@pytest.fixture(scope="session")
def history(
    shipped_graph: bytes, build_files: Built, tmp_path_factory: pytest.TempPathFactory
) -> History:
    """The shipped graph; a topic for another; hostile names; the shipped graph again."""
    folder = copy_declaration(
        tmp_path_factory.mktemp("changed"), (REVIEW, "food-security", "health")
    )
    edited = build_nquads(folder)
    graphs = (shipped_graph, edited, rename_states(shipped_graph), shipped_graph)
    history = History(DEFAULT_BASE)
    for day, graph in enumerate(graphs, 20):
        manifest = build_files.files["manifest.json"]
        date = datetime.date(2026, 11, day)
        history = add_version(history, nquads=graph, manifest=manifest, date=date)
    return history


@pytest.fixture(scope="session")
def version_files(
    dataset: Dataset, history: History, prefixes: Mapping[str, str]
) -> dict[str, bytes]:
    """What the site holds about them."""
    quads = [quad for graph in dataset.graphs.values() for quad in graph]
    nodes = NodeIndex(quads, prefixes)
    writer = PageWriter(nodes, allot_addresses(nodes.outgoing, dataset.iris))
    return VersionPages(writer, history, prefixes, dataset.iris).write()
