"""The generic adapter: a store of which only some addresses are known."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.conftest import Communique
from tests.load.fault_proxy import Fault, run_proxy
from tests.load.graphs import GRAPH, NEW, OLD, Versions, list_graphs, read_graph
from tests.stores.servers import Server

from communique.core.errors import CommuniqueError
from communique.core.iris import DEFAULT_BASE
from communique.load.attempts import Attempts
from communique.load.job import Job
from communique.load.loader import STAGING
from communique.load.local_graphs import Choice, Source
from communique.load.opening import StoreOptions, open_store

PATHS = {"query": "/query", "update": "/update", "graph": "/store"}


def _load(file: Path, url: str, *parts: str, tries: int = 3) -> None:
    known = {f"{part}_url": url + PATHS[part] for part in ("query", *parts)}
    attempts = Attempts(tries, sleep=lambda _: None)
    store = open_store(StoreOptions(**known), environment={}, attempts=attempts)
    Job(store, Source(file, DEFAULT_BASE), attempts, Choice(graphs=(GRAPH,))).run()


@pytest.mark.parametrize("parts", [("update",), ("graph",), ("update", "graph")])
def test_either_protocol_is_enough(
    oxigraph_server: Server, versions: Versions, parts: tuple[str, ...]
):
    """Updates alone, the graph store protocol alone, or both: loaded, replaced, verified."""
    for version in (OLD, NEW):
        _load(versions.files[version], oxigraph_server.url, *parts)
        assert versions.name(read_graph(oxigraph_server)) == version
        assert list_graphs(oxigraph_server, STAGING) == []


def test_a_replacement_that_stops_half_way_is_taken_back(
    oxigraph_server: Server, versions: Versions
):
    """Without updates a graph is replaced in place; if that fails for good, the old one returns."""
    _load(versions.files[OLD], oxigraph_server.url, "graph")
    place = f"graph={quote(GRAPH, safe='')}"
    spoil = Fault("spoil", "PUT", word=place)
    refuse = Fault("answer", "PUT", word=place, status=400)
    with (
        run_proxy(oxigraph_server.url, spoil, refuse) as proxy,
        pytest.raises(CommuniqueError, match="C113"),
    ):
        _load(versions.files[NEW], proxy.url, "graph")
    assert (spoil.times, refuse.times) == (0, 0)
    assert versions.name(read_graph(oxigraph_server)) == OLD


def test_a_graph_that_cannot_be_restored_is_named(oxigraph_server: Server, versions: Versions):
    """Half of the new graph is in place, and the store takes nothing any more: that is told."""
    _load(versions.files[OLD], oxigraph_server.url, "graph")
    place = f"graph={quote(GRAPH, safe='')}"
    spoil = Fault("spoil", "PUT", word=place)
    refuse = Fault("answer", "PUT", word=place, status=400, times=-1)
    with (
        run_proxy(oxigraph_server.url, spoil, refuse) as proxy,
        pytest.raises(CommuniqueError, match="C118"),
    ):
        _load(versions.files[NEW], proxy.url, "graph")
    assert versions.name(read_graph(oxigraph_server)) == "neither"
    _load(versions.files[NEW], oxigraph_server.url, "graph")
    assert versions.name(read_graph(oxigraph_server)) == NEW


def test_readers_see_old_or_new_never_less(oxigraph_server: Server, versions: Versions):
    """While a graph is switched again and again, every look at it finds a whole version."""
    _load(versions.files[OLD], oxigraph_server.url, "update", "graph")
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(_switch_back_and_forth, oxigraph_server, versions)
        seen = set()
        while not running.done():
            seen.add(versions.name(read_graph(oxigraph_server)))
        running.result()
    assert seen == {OLD, NEW}


def _switch_back_and_forth(server: Server, versions: Versions) -> None:
    for _ in range(5):
        for version in (NEW, OLD):
            _load(versions.files[version], server.url, "update", "graph")


def test_a_store_of_no_known_kind_is_asked_for(
    communique: Communique, oxigraph_server: Server, built: Path
):
    """Neither its header nor its address says what it is."""
    with run_proxy(oxigraph_server.url, Fault("answer", "GET", status=200, times=-1)) as proxy:
        result = communique("load", proxy.url, "--from", built)
    assert (result.returncode, "C110" in result.stderr) == (2, True)
    assert "--store" in result.stderr


def test_what_is_not_in_the_build_is_named(
    communique: Communique, oxigraph_server: Server, built: Path
):
    """A declaration that nobody built."""
    result = communique("load", oxigraph_server.url, "--from", built, "--declaration", "atlantis")
    assert (result.returncode, "C119" in result.stderr) == (2, True)
    assert "atlantis" in result.stderr


def test_pruning_needs_a_whole_build(communique: Communique, oxigraph_server: Server, built: Path):
    """Part of a build would make the rest look unbuilt."""
    words = ["load", oxigraph_server.url, "--from", built, "--graph", GRAPH, "--prune"]
    assert communique(*words).returncode == 2
