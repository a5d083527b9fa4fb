"""Nothing that a query says opens a connection or a file, inspected or not."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.server.outside_queries import NAMES_GRAPHS, REACHES_OUT
from tests.server.pools import RunningPool, run_pool
from tests.server.service_endpoint import run_service
from tests.server.watched_places import WatchedPlaces, watch_places

from communique.server.job import Job, Refused, Whole
from communique.server.messages import Task, pack_task

QUAD = "<x:s> <x:p> <x:o> <x:g> .\n"
# What an engine without a guard does with a query: it says whether it could begin.
_UNGUARDED = """
import sys, pyoxigraph as ox
store = ox.Store()
store.add(ox.Quad(*[ox.NamedNode("x:" + name) for name in "spog"]))
found = store.query(sys.argv[1], use_default_graph_as_union=True)
list(found)
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPool]:
    """A pool over one quad."""
    file = tmp_path_factory.mktemp("small") / "small.nq"
    file.write_text(QUAD)
    with run_pool(file, seconds=5) as running:
        yield running


@pytest.fixture
def places(tmp_path: Path) -> Iterator[WatchedPlaces]:
    """A listener and a file that notice whoever comes."""
    with watch_places(tmp_path) as watched:
        yield watched


@pytest.mark.parametrize("query", REACHES_OUT.values(), ids=REACHES_OUT)
def test_service_and_load_are_refused(small: RunningPool, places: WatchedPlaces, query: str):
    """In every spelling, before the engine sees them."""
    answer = small.ask(places.fill_in(query))
    assert isinstance(answer, Refused)
    assert answer.status == 400
    assert (places.count_connections(), places.count_openings()) == (0, 0)


@pytest.mark.parametrize("query", REACHES_OUT.values(), ids=REACHES_OUT)
def test_worker_reaches_nothing(small: RunningPool, places: WatchedPlaces, query: str):
    """A query that slipped through the inspection finds no socket and no file."""
    small.run(_ask_worker(small, places.fill_in(query)))
    assert (places.count_connections(), places.count_openings()) == (0, 0)


async def _ask_worker(running: RunningPool, query: str) -> Whole | Refused:
    """Put a query to a worker as if it had been let through."""
    staff = running.pool._staff
    worker = await staff.take()
    try:
        return await worker.ask(pack_task(Task(Job(query, "json"), names_dataset=False)))
    finally:
        staff.give_back(worker)


@pytest.mark.parametrize("query", NAMES_GRAPHS.values(), ids=NAMES_GRAPHS)
def test_data_set_of_a_query_is_never_fetched(
    small: RunningPool, places: WatchedPlaces, query: str
):
    """A graph that the store doesn't hold is empty."""
    answer = small.ask(places.fill_in(query))
    assert isinstance(answer, Whole)
    assert answer.rows == 0
    assert (places.count_connections(), places.count_openings()) == (0, 0)


@pytest.mark.parametrize("place", ["http://HOST/", "http://HOST/x#y", "file://FILE"])
def test_data_set_of_a_request_is_never_fetched(
    small: RunningPool, places: WatchedPlaces, place: str
):
    """Neither as default-graph-uri nor as named-graph-uri."""
    graph = (places.fill_in(place),)
    query = "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
    for answer in (small.ask(query, default_graphs=graph), small.ask(query, named_graphs=graph)):
        assert isinstance(answer, Whole)
        assert answer.rows == 0
    assert (places.count_connections(), places.count_openings()) == (0, 0)


@pytest.mark.parametrize("name", ["plain", "joined to a name", "fake IRI and comment"])
def test_engine_without_guard_does_connect(places: WatchedPlaces, name: str):
    """Else the tests above would show nothing."""
    query = places.fill_in(REACHES_OUT[name])
    process = subprocess.Popen([sys.executable, "-c", _UNGUARDED, query])
    try:
        assert _wait_for_connection(places)
    finally:
        process.kill()
        process.wait()


def _wait_for_connection(places: WatchedPlaces) -> bool:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        if places.count_connections():
            return True
        time.sleep(0.01)
    return False


def test_watched_file_notices_an_opening(places: WatchedPlaces):
    """Else the tests above would show nothing."""
    places.file.read_bytes()
    assert places.count_openings() > 0


def test_allowed_service_is_asked_and_no_other(tmp_path: Path, places: WatchedPlaces):
    """Its worker has descriptors, and answers one query only."""
    file = tmp_path / "small.nq"
    file.write_text(QUAD)
    with run_service() as address, run_pool(file, service_allowed=(address,)) as running:
        query = f"SELECT ?s ?far {{ ?s ?p ?o SERVICE <{address}> {{ ?x ?y ?far }} }}"
        answer = running.ask(query, "csv")
        assert isinstance(answer, Whole)
        assert answer.body == b"s,far\r\nx:s,from afar\r\n"
        other = running.ask(places.fill_in(REACHES_OUT["plain"]))
        assert isinstance(other, Refused)
        assert address in other.detail
        running.run(_ask_worker(running, places.fill_in(REACHES_OUT["plain"])))
        assert places.count_connections() == 0
