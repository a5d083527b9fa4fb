"""The generic adapter: a store of which only some addresses are known."""

import signal
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
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
from communique.load.client import Client
from communique.load.job import Job
from communique.load.local_graphs import Choice, Source
from communique.load.opening import StoreOptions, open_store
from communique.load.staging import STAGING

PATHS = {"query": "/query", "update": "/update", "graph": "/store"}


def _load(file: Path, url: str, *parts: str, tries: int = 3) -> None:
    known = {f"{part}_url": url + PATHS[part] for part in ("query", *parts)}
    attempts = Attempts(tries, sleep=lambda _: None)
    store = open_store(StoreOptions(**known), environment={}, attempts=attempts)
    Job(store, Source(file, DEFAULT_BASE), attempts, Choice(graphs=(GRAPH,))).run()


BOTH = [("update",), ("update", "graph")]


@pytest.mark.parametrize("parts", [("graph",), *BOTH])
def test_either_protocol_is_enough(
    oxigraph_server: Server, versions: Versions, parts: tuple[str, ...]
):
    """Updates alone, the graph store protocol alone, or both: loaded, replaced, verified."""
    for version in (OLD, NEW):
        _load(versions.files[version], oxigraph_server.url, *parts)
        assert versions.name(read_graph(oxigraph_server)) == version
        assert list_graphs(oxigraph_server, STAGING) == []


@pytest.mark.parametrize("parts", BOTH)
def test_a_store_without_move_gets_the_graph_in_its_place(
    oxigraph_server: Server, versions: Versions, parts: tuple[str, ...]
):
    """Once it has refused the move it isn't asked again; the result is verified as ever."""
    _load(versions.files[OLD], oxigraph_server.url, *parts)
    refuse = Fault("answer", "POST", word="MOVE", status=400, times=-1)
    with run_proxy(oxigraph_server.url, refuse) as proxy:
        _load(versions.files[NEW], proxy.url, *parts)
    assert refuse.times == -2
    assert versions.name(read_graph(oxigraph_server)) == NEW
    assert list_graphs(oxigraph_server, STAGING) == []


@pytest.mark.parametrize("parts", BOTH)
def test_an_update_that_stops_half_way_is_taken_back(
    oxigraph_server: Server, versions: Versions, parts: tuple[str, ...]
):
    """Nobody knows whether this store's updates are transactions, so the old graph was kept."""
    _load(versions.files[OLD], oxigraph_server.url, *parts)
    half = f"DELETE WHERE {{ GRAPH <{GRAPH}> {{ ?s <urn:x:note> ?o }} }}"
    lose = partial(Client("", 60).change, f"{oxigraph_server.url}/update", half)
    stop = Fault("answer", "POST", word="MOVE", status=500, action=lose)
    refuse = Fault("answer", "POST", word="MOVE", status=403)
    with (
        run_proxy(oxigraph_server.url, stop, refuse) as proxy,
        pytest.raises(CommuniqueError, match="C112"),
    ):
        _load(versions.files[NEW], proxy.url, *parts)
    assert (stop.times, refuse.times) == (0, 0)
    assert versions.name(read_graph(oxigraph_server)) == OLD


def test_updates_that_are_too_large_become_smaller(oxigraph_server: Server, versions: Versions):
    """After 413 there are more triples a request no more; if even few are too many, that's told."""
    _load(versions.files[OLD], oxigraph_server.url, "update")
    limit = Fault("answer", "POST", status=413, larger_than=60_000, times=-1)
    with run_proxy(oxigraph_server.url, limit) as proxy:
        _load(versions.files[NEW], proxy.url, "update")
    assert versions.name(read_graph(oxigraph_server)) == NEW
    limit = Fault("answer", "POST", status=413, larger_than=5_000, times=-1)
    with (
        run_proxy(oxigraph_server.url, limit) as proxy,
        pytest.raises(CommuniqueError, match=r"C113 .* 413"),
    ):
        _load(versions.files[OLD], proxy.url, "update")
    assert versions.name(read_graph(oxigraph_server)) == NEW


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


@pytest.fixture
def ctrl_c() -> Iterator[None]:
    """Ctrl-C interrupts, also where a shell has started the tests in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("ctrl_c")
def test_an_interruption_in_the_middle_of_a_replacement_is_told(
    oxigraph_server: Server, versions: Versions
):
    """Ctrl-C while a graph is replaced in place: it may be a mixture, and the next run mends it."""
    _load(versions.files[OLD], oxigraph_server.url, "graph")
    interrupt = partial(signal.pthread_kill, threading.main_thread().ident or 0, signal.SIGINT)
    fault = Fault("call", "PUT", word=f"graph={quote(GRAPH, safe='')}", action=interrupt)
    with (
        run_proxy(oxigraph_server.url, fault) as proxy,
        pytest.raises(CommuniqueError, match="C118"),
    ):
        _load(versions.files[NEW], proxy.url, "graph")
    _load(versions.files[NEW], oxigraph_server.url, "graph")
    assert versions.name(read_graph(oxigraph_server)) == NEW
    assert list_graphs(oxigraph_server, STAGING) == []


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


def test_a_store_that_has_moved_is_named(oxigraph_server: Server):
    """The first look is answered by a redirection: where to is told, and nobody goes there."""
    moved = Fault("answer", "GET", status=301, headers={"Location": "https://store.test/new"})
    with (
        run_proxy(oxigraph_server.url, moved) as proxy,
        pytest.raises(CommuniqueError, match=r"C115 .* https://store.test/new"),
    ):
        open_store(StoreOptions(url=proxy.url), environment={}, attempts=Attempts(1))


def test_a_host_that_takes_no_connection_is_given_up():
    """Its queue is full, as behind a firewall that drops all: not waited for longer than told."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener, ExitStack() as stack:
        host, port = listener.getsockname()
        for _ in range(3):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex((host, port))
        options = StoreOptions(url=f"http://{host}:{port}/", timeout_seconds=0.3)
        attempts = Attempts(2, sleep=lambda _: None)
        with pytest.raises(CommuniqueError, match=r"C111 .*tried 2 times.*takes no connection"):
            open_store(options, environment={}, attempts=attempts)


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
