"""Processes come and go, and no reader notices: faults, limits of a worker's life, new builds."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.server.patience import PATIENCE
from tests.server.pools import RunningPool, measure_memory, run_pool

from communique.core.errors import InputError
from communique.server.job import Job, Refused, Whole

# Pairs of pairs: over any graph of some size it doesn't end.
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
# A server that runs an endless query and says which processes it has.
SERVER = f"""
import asyncio, sys
from pathlib import Path
from tests.server.pools import list_children
from communique.server.job import Job
from communique.server.limits import Limits
from communique.server.pool import Pool

async def main():
    pool = Pool(Path(sys.argv[1]), Limits(seconds=60))
    await pool.start()
    query = asyncio.create_task(pool.answer(Job("{ENDLESS}", "json"), client="a"))
    await asyncio.sleep(0.5)
    nursery = pool._staff._brood._process.pid
    print(nursery, *list_children(nursery), flush=True)
    await query

asyncio.run(main())
"""


@pytest.fixture(scope="module")
def graph_file(built: Path) -> Path:
    """The real graph."""
    return built / "communique.nq"


@pytest.fixture
def real(graph_file: Path) -> Iterator[RunningPool]:
    """A pool over it."""
    with run_pool(graph_file, seconds=5, spare=2) as running:
        yield running


def _exists(process: int) -> bool:
    """Whether a process is there and hasn't ended."""
    stat = Path(f"/proc/{process}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


def _wait_until_gone(processes: list[int], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while any(map(_exists, processes)):
        assert time.monotonic() < deadline, [one for one in processes if _exists(one)]
        time.sleep(0.01)


def _ask_beside(real: RunningPool, query: str) -> asyncio.Task[Whole | Refused]:
    """Start a query, and come back when it has a worker."""

    async def begin() -> asyncio.Task[Whole | Refused]:
        task = asyncio.create_task(real.pool.answer(Job(query, "json"), client="a"))
        await asyncio.sleep(0.1)
        return task

    return real.run(begin())


async def _finish(task: asyncio.Task[Whole | Refused]) -> Whole | Refused:
    return await task


def test_worker_that_is_killed_costs_one_answer(real: RunningPool):
    """As the kernel kills for want of memory; the next query finds another worker."""
    before = real.workers
    query = _ask_beside(real, ENDLESS)
    for process in before:
        os.kill(process, signal.SIGKILL)
    refused = real.run(_finish(query))
    assert isinstance(refused, Refused)
    assert (refused.status, refused.reason) == (503, "ended-from-outside")
    assert refused.retry_after_seconds == 1
    assert isinstance(real.ask("ASK {}"), Whole)
    _wait_until_gone(before, 1)


def test_nursery_that_is_killed_is_replaced(real: RunningPool):
    """Its workers go with it; who asks meanwhile waits a little."""
    old = [real.nursery, *real.workers]
    query = _ask_beside(real, ENDLESS)
    os.kill(real.nursery, signal.SIGKILL)
    refused = real.run(_finish(query))
    assert isinstance(refused, Refused)
    assert refused.status == 503
    assert isinstance(real.ask("ASK {}"), Whole)
    assert real.nursery not in old
    real.run(asyncio.sleep(0))
    _wait_until_gone(old[1:], 1)


def test_nothing_survives_the_server(graph_file: Path):
    """Killed without a word, in the middle of a query."""
    words = [sys.executable, "-c", SERVER, str(graph_file)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        processes = [int(one) for one in server.stdout.readline().split()]
        assert len(processes) > 2
        assert all(map(_exists, processes))
        server.kill()
    _wait_until_gone(processes, 1)


def test_signals_of_a_terminal_reach_the_server_only(real: RunningPool):
    """Ctrl-C ends what the server decides to end."""
    assert os.getsid(real.nursery) != os.getsid(0)
    for process in [real.nursery, *real.workers]:
        os.kill(process, signal.SIGINT)
        os.kill(process, signal.SIGTERM)
    time.sleep(0.1)
    assert all(map(_exists, [real.nursery, *real.workers]))
    assert isinstance(real.ask("ASK {}"), Whole)


def test_caller_who_leaves_ends_the_query(real: RunningPool):
    """Nobody is there to read the answer."""
    before = real.workers
    query = _ask_beside(real, ENDLESS)

    async def leave() -> None:
        query.cancel()
        await asyncio.wait([query])

    real.run(leave())
    assert query.cancelled()
    assert real.pool.status().running == 0
    real.run(asyncio.sleep(0.5))
    assert len(set(before) - set(real.workers)) == 1


def test_stop_refuses_what_runs_and_leaves_nothing(graph_file: Path):
    """And whatever comes later."""
    with run_pool(graph_file) as running:
        query = _ask_beside(running, ENDLESS)
        processes = [running.nursery, *running.workers]
        running.run(running.pool.stop())
        refused = running.run(_finish(query))
        late = running.ask("ASK {}")
        assert not any(map(_exists, processes))
    assert isinstance(refused, Refused)
    assert isinstance(late, Refused)
    assert refused.reason == late.reason == "stopping"


def test_worker_leaves_after_so_many_answers(graph_file: Path):
    """Nobody notices."""
    with run_pool(graph_file, answers_per_worker=3, spare=1) as running:
        seen = set()
        for number in range(12):
            assert isinstance(running.ask(f"ASK {{ ?s ?p {number} }}"), Whole)
            seen |= set(running.workers)
        assert len(seen) >= 4


def test_worker_that_has_grown_leaves(graph_file: Path):
    """What it took goes back to the machine."""
    with run_pool(graph_file, growth_bytes=2**20, spare=1) as running:
        before = running.workers
        large = "SELECT * { ?s ?p ?o } ORDER BY ?o"
        assert isinstance(running.ask(large), Whole)
        running.run(asyncio.sleep(0.3))
        assert not set(before) & set(running.workers)


def test_idle_workers_leave(graph_file: Path):
    """After a rush, the spare ones stay."""
    limits = {"idle_seconds": 0.4, "spare": 2, "short_seconds": 5, "growth_bytes": 2**30}
    with run_pool(graph_file, **limits) as running:

        async def rush() -> None:
            jobs = [Job(f"SELECT * {{ ?s ?p ?o }} LIMIT {3000 + n}", "json") for n in range(12)]
            await asyncio.gather(*(running.pool.answer(job, client="a") for job in jobs))
            most.append(len(running.workers))

        most: list[int] = []
        running.run(rush())
        assert most[0] > 2
        running.run(asyncio.sleep(0.8))
        assert len(running.workers) == running.pool.status().ready == 2


def _write_version(folder: Path, number: int) -> Path:
    file = folder / f"version-{number}.nq"
    file.write_text(f"<x:s> <x:p> <x:{number}> <x:g> .\n")
    return file


def test_new_build_is_swapped_in_without_a_pause(tmp_path: Path):
    """Every query is answered, from the old or the new; the old processes go."""
    files = [_write_version(tmp_path, number) for number in range(4)]
    with run_pool(files[0]) as running:
        old = [running.nursery, *running.workers]
        seen = running.run(_ask_while_replacing(running, files[1:]))
        assert seen == sorted(seen)
        assert set(seen) == {f"x:{number}" for number in range(4)}
        assert (running.pool.status().generation, running.pool.status().source) == (4, files[3])
        running.run(asyncio.sleep(0.3))
        _wait_until_gone(old, 1)


async def _ask_while_replacing(running: RunningPool, files: list[Path]) -> list[str]:
    """Return the objects that were found, query by query."""
    seen, over = [], asyncio.Event()

    async def ask() -> None:
        while not over.is_set():
            answer = await running.pool.answer(Job("SELECT ?o { ?s ?p ?o }", "csv"), client="a")
            assert isinstance(answer, Whole)
            seen.append(answer.body.decode().split()[1])

    asking = asyncio.create_task(ask())
    for file in files:
        await running.pool.replace(file)
        await asyncio.sleep(0.05)
    over.set()
    await asking
    return seen


def test_query_under_way_ends_on_the_old_build(tmp_path: Path, graph_file: Path):
    """It isn't ended by the new one."""
    new = _write_version(tmp_path, 1)
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(?a = <x:none>) }"
    with run_pool(graph_file, seconds=2) as running:
        query = _ask_beside(running, slow.replace("?d ?e ?f", "?d ?e ?f . ?g ?h ?i"))
        running.run(running.pool.replace(new))
        refused = running.run(_finish(query))
        assert isinstance(refused, Whole) or refused.reason == "too-slow"
        assert isinstance(running.ask("ASK { ?s ?p <x:1> }"), Whole)


def test_build_that_cannot_be_read_changes_nothing(tmp_path: Path, real: RunningPool):
    """The error says where; the old build goes on."""
    broken = tmp_path / "broken.nq"
    broken.write_text("<x:s> <x:p> <x:o> <x:g> .\nnonsense\n")
    for file, code in ((broken, "C080"), (tmp_path / "missing.nq", "C063")):
        with pytest.raises(InputError) as caught:
            real.run(real.pool.replace(file))
        assert caught.value.code == code
    assert real.pool.status().generation == 1
    assert isinstance(real.ask("ASK {}"), Whole)


def test_start_and_memory(graph_file: Path):
    """First answer within a second; all processes, after a rush, in less than 130 MB."""
    started = time.monotonic()
    with run_pool(graph_file) as running:
        assert isinstance(running.ask("ASK {}"), Whole)
        assert time.monotonic() - started < PATIENCE

        async def rush() -> None:
            jobs = [Job(f"SELECT * {{ ?s ?p ?o }} LIMIT {number}", "json") for number in range(16)]
            await asyncio.gather(*(running.pool.answer(job, client="a") for job in jobs))

        for _ in range(5):
            running.run(rush())
        assert measure_memory([running.nursery, *running.workers]) < 130
