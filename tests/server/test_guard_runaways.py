"""Queries that would never end, or eat all memory, over a large graph: ended, and nobody waits."""

import asyncio
import os
import random
import resource
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.server.big_graph import QUADS, write_big_graph
from tests.server.hostile_queries import MEMORY_HOGS, RUNAWAYS
from tests.server.patience import PATIENCE
from tests.server.pools import (
    RunningPool,
    list_children,
    measure_memory,
    measure_processor_time,
    run_pool,
)

from communique.server.job import Job, Refused, Whole

WHOLE = os.environ.get("COMMUNIQUE_MATRIX") == "full"
SECONDS = 3.0
TRIVIAL = "SELECT ?n {{ <https://example.org/{}> <https://example.org/ns#number> ?n }}"
#: Unguarded, a query may have what no worker may, but not all of the machine.
UNGUARDED_SECONDS, UNGUARDED_BYTES = 10.0, 8 * 2**30


def _sample(queries: Mapping[str, str], size: int) -> dict[str, str]:
    names = sorted(queries) if WHOLE else random.Random(8).sample(sorted(queries), size)  # noqa: S311
    return {name: queries[name] for name in names}


@pytest.fixture(scope="module")
def big_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A million quads; a fifth of it in the sample."""
    file = tmp_path_factory.mktemp("big") / "big.nq"
    return write_big_graph(file, QUADS if WHOLE else QUADS // 5)


@pytest.fixture(scope="module")
def big(big_file: Path) -> Iterator[RunningPool]:
    """A pool over it."""
    with run_pool(big_file, seconds=SECONDS) as running:
        yield running


async def _ask(big: RunningPool, query: str, client: str) -> tuple[Whole | Refused, float]:
    """Return the answer and the seconds that it took."""
    started = time.monotonic()
    return await big.pool.answer(Job(query, "json"), client=client), time.monotonic() - started


async def _ask_trivial(big: RunningPool, client: str, until: asyncio.Event) -> list[float]:
    """Ask something small again and again; return the seconds, each answered."""
    seconds, number = [], 0
    while not until.is_set():
        number += 1
        answer, spent = await _ask(big, TRIVIAL.format(number), client)
        assert isinstance(answer, Whole), answer
        seconds.append(spent)
        await asyncio.sleep(0.01)
    return sorted(seconds)


@pytest.mark.parametrize("reader", ["another client", "the same client"])
def test_runaways_end_and_nobody_waits_for_them(big: RunningPool, reader: str):
    """All at once: each is refused in time, whatever else is asked is answered, none is left."""

    async def run() -> tuple[list[tuple[Whole | Refused, float]], list[float]]:
        over = asyncio.Event()
        small = asyncio.create_task(_ask_trivial(big, reader, over))
        runaways = _sample(RUNAWAYS, 3).values()
        found = await asyncio.gather(*(_ask(big, one, "the same client") for one in runaways))
        over.set()
        return found, await small

    answers, small = big.run(run())
    assert {one.status for one, _ in answers if isinstance(one, Refused)} <= {400, 413, 503}
    assert all(isinstance(one, Refused) for one, _ in answers)
    assert max(seconds for _, seconds in answers) < SECONDS + 0.5 * PATIENCE
    assert len(small) > 20 / PATIENCE
    assert small[int(len(small) * 0.95)] < 0.05 * PATIENCE
    _check_that_nothing_runs(big)


def _check_that_nothing_runs(big: RunningPool) -> None:
    """After a second, there are only workers that are ready, and none does anything."""
    big.run(asyncio.sleep(1))
    workers = big.workers
    assert len(workers) == big.pool.status().ready
    before = measure_processor_time(workers)
    time.sleep(0.2)
    assert measure_processor_time(workers) == before


def test_memory_hogs_are_refused(big: RunningPool):
    """One after the other, for want of memory or of time; the server's own memory stays."""
    before = measure_memory([os.getpid()])
    for query in _sample(MEMORY_HOGS, 2).values():
        refused, _ = big.run(_ask(big, query, "a"))
        assert isinstance(refused, Refused)
        assert refused.status == 503
        assert refused.reason in ("too-much-memory", "too-slow")
        assert isinstance(big.ask(TRIVIAL.format(1)), Whole)
    assert measure_memory([os.getpid()]) - before < 50


def test_memory_is_what_ends_a_hog(big: RunningPool):
    """Well before its time."""
    refused, _ = big.run(_ask(big, MEMORY_HOGS["a text doubled forty times"], "a"))
    assert isinstance(refused, Refused)
    assert refused.reason == "too-much-memory"


def test_excess_is_refused_at_once(big: RunningPool):
    """Fifty runaways of one client: its share runs, the rest is told so within 0.1 seconds."""
    found = big.run(_ask_many(big, ["a"] * 50))
    limits = big.pool.limits
    excess = [(one, seconds) for one, seconds in found if one.status == 429]
    assert len(excess) == 50 - limits.per_client
    assert max(seconds for _, seconds in excess) < 0.1 * PATIENCE
    assert {one.retry_after_seconds for one, _ in excess} == {1}
    reasons = Counter(one.reason for one, _ in found)
    assert reasons["too-slow"] == limits.long_running
    assert reasons["busy"] == limits.workers - limits.long_running


def test_line_of_many_clients_ends(big: RunningPool):
    """Of a hundred clients, those find no place that neither run nor may wait."""
    found = big.run(_ask_many(big, [f"client {number}" for number in range(100)]))
    full = [seconds for one, seconds in found if one.reason == "queue-full"]
    limits = big.pool.limits
    assert len(full) == 100 - (limits.workers - limits.long_running) - limits.queue
    assert max(full) < 0.1 * PATIENCE
    assert {one.status for one, _ in found} == {503}
    assert max(seconds for _, seconds in found) < SECONDS + 0.5 * PATIENCE
    assert isinstance(big.ask(TRIVIAL.format(1)), Whole)


async def _ask_many(big: RunningPool, clients: list[str]) -> list[tuple[Refused, float]]:
    queries = [f"{RUNAWAYS['count']} # {number}" for number in range(len(clients))]
    pairs = zip(queries, clients, strict=True)
    found = await asyncio.gather(*(_ask(big, query, client) for query, client in pairs))
    return [(one, seconds) for one, seconds in found if isinstance(one, Refused)]


@pytest.mark.full
def test_runaways_would_not_end_by_themselves(big_file: Path):
    """Without the guard, each takes more than ten seconds."""
    store = ox.Store()
    store.bulk_load(path=str(big_file), format=ox.RdfFormat.N_QUADS)
    ended = {name: _run_unguarded(store, query) for name, query in RUNAWAYS.items()}
    assert {name for name, has_ended in ended.items() if has_ended} == set()


def _run_unguarded(store: ox.Store, query: str) -> bool:
    """Return whether a query ends by itself within UNGUARDED_SECONDS."""
    process = os.fork()
    if process == 0:
        resource.setrlimit(resource.RLIMIT_AS, (UNGUARDED_BYTES, UNGUARDED_BYTES))
        found = store.query(query, use_default_graph_as_union=True)
        assert isinstance(found, ox.QuerySolutions)
        found.serialize(format=ox.QueryResultsFormat.JSON)
        os._exit(0)
    deadline = time.monotonic() + UNGUARDED_SECONDS
    while time.monotonic() < deadline and process in list_children(os.getpid()):
        if os.waitpid(process, os.WNOHANG)[0]:
            return True
        time.sleep(0.05)
    os.kill(process, 9)
    os.waitpid(process, 0)
    return False
