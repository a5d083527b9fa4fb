"""Oxigraph's transactions that meet: what they leave behind is removed."""

import threading
import time
import urllib.parse
import urllib.request

import pytest
from tests.load.graphs import GRAPH, NEW, OLD, Versions, list_graphs, load, read_graph
from tests.stores.servers import Server

from communique.load.attempts import Attempts
from communique.load.graph_copy import GraphCopy
from communique.load.opening import StoreOptions, open_store
from communique.load.oxigraph import OxigraphStore
from communique.load.staging import STAGING

ROUNDS = 100
STAGED = f"{STAGING}test"
MOVE = f"MOVE GRAPH <{STAGED}> TO GRAPH <{GRAPH}>"
DROP = f"DROP SILENT GRAPH <{GRAPH}>"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Versions:
    """Two versions of a graph that isn't moved in an instant."""
    return Versions.write(tmp_path_factory.mktemp("large"), size=1500)


@pytest.fixture
def haunted(oxigraph_server: Server, large: Versions) -> Server:
    """A store with triples in a graph that it doesn't know of any more.

    A graph is moved and dropped at the same time. If that does no harm in all rounds, Oxigraph may
    keep its transactions apart by now: then its adapter has a rule too many.
    """
    store = oxigraph_server
    _stage(store, large)
    started = time.monotonic()
    _change(store, MOVE)
    seconds = time.monotonic() - started
    for number in range(ROUNDS):
        _stage(store, large)
        moving = threading.Thread(target=_change, args=(store, MOVE))
        moving.start()
        time.sleep(seconds * (0.3 + number % 10 / 10))
        _change(store, DROP)
        moving.join()
        _change(store, DROP)
        if read_graph(store):
            return store
    pytest.fail(f"nothing was left behind in {ROUNDS} rounds")


def test_triples_of_an_unlisted_graph_are_in_no_new_version(haunted: Server, versions: Versions):
    """The load is verified, so the graph holds the new version and nothing else."""
    assert versions.name(read_graph(haunted)) == "neither"
    load(haunted, versions.files[OLD])
    assert versions.name(read_graph(haunted)) == OLD


@pytest.mark.full
def test_triples_of_an_unlisted_graph_are_dropped(haunted: Server):
    """As `--prune` does it; readers see nothing of them."""
    _open(haunted).drop(GRAPH)
    assert read_graph(haunted) == frozenset()
    assert GRAPH not in list_graphs(haunted)


@pytest.mark.full
def test_triples_of_an_unlisted_graph_are_in_no_upload(haunted: Server, versions: Versions):
    """PUT doesn't remove them, so what is staged would never be verified."""
    copy = GraphCopy(GRAPH, versions.files[OLD], len(versions.triples[OLD]))
    _open(haunted).put(GRAPH, copy)
    assert versions.name(read_graph(haunted)) == OLD


def _open(server: Server) -> OxigraphStore:
    store = open_store(StoreOptions(url=server.url), environment={}, attempts=Attempts(1))
    assert isinstance(store, OxigraphStore)
    return store


def _stage(server: Server, large: Versions) -> None:
    _change(server, f"DELETE WHERE {{ GRAPH <{GRAPH}> {{ ?s ?p ?o }} }}")
    for graph, version in ((GRAPH, OLD), (STAGED, NEW)):
        words = large.files[version].read_text("utf-8")
        _change(server, f"INSERT DATA {{ GRAPH <{graph}> {{ {words} }} }}")


def _change(server: Server, update: str) -> None:
    """Send an update as it stands, without the adapter."""
    form = urllib.parse.urlencode({"update": update}).encode()
    with urllib.request.urlopen(f"{server.url}/update", form, timeout=60):  # noqa: S310 - loopback
        pass
