"""Queries that nest or repeat without end: the server lives, and the next query is answered."""

import asyncio
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.server.hostile_queries import PARSE_BOMBS
from tests.server.patience import PATIENCE
from tests.server.pools import RunningPool, run_pool

from communique.server.job import Job, Refused, Whole
from communique.server.messages import Task, pack_task

SIZES = (100, 2_000, 20_000, 200_000)
ALL = [(name, size) for name in PARSE_BOMBS for size in SIZES]
PATIENCE_SECONDS = 0.5
WHOLE = os.environ.get("COMMUNIQUE_MATRIX") == "full"
# Those that pass the inspection and fill their time: one is enough in the sample.
SLOW = {(name, 100) for name in ("blank nodes", "collections", "property path", "filters")}
SAMPLE = [bomb for bomb in ALL if bomb not in SLOW] + [("blank nodes", 100)]


@pytest.fixture(scope="module")
def real(built: Path) -> Iterator[RunningPool]:
    """A pool over the real graph."""
    with run_pool(built / "communique.nq", seconds=3) as running:
        yield running


@pytest.mark.parametrize(("name", "size"), ALL if WHOLE else SAMPLE)
def test_next_query_is_answered_at_once(real: RunningPool, name: str, size: int):
    """By the same server: the nursery is the same process, too."""
    nursery = real.nursery
    answer = real.ask(PARSE_BOMBS[name](size))
    assert isinstance(answer, Whole) or answer.status in (400, 413, 503)
    started = time.monotonic()
    assert isinstance(real.ask(f"ASK {{ ?s ?p '{name} {size}' }}"), Whole)
    assert time.monotonic() - started < 0.1 * PATIENCE
    assert real.nursery == nursery


@pytest.mark.parametrize("name", PARSE_BOMBS)
def test_bomb_past_the_inspection_ends_its_worker_only(real: RunningPool, name: str):
    """What the inspection would refuse may bring down a worker, and the next one is there."""
    nursery = real.nursery
    answer = real.run(_ask_worker(real, PARSE_BOMBS[name](20_000)))
    assert answer is None or isinstance(answer, Whole) or answer.status in (400, 413, 503)
    assert isinstance(real.ask("ASK {}"), Whole)
    assert real.nursery == nursery


async def _ask_worker(real: RunningPool, query: str) -> Whole | Refused | None:
    """Put a query to a worker as if it had been let through; end it after a while."""
    worker = await real.pool._staff.take()
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await worker.ask(pack_task(Task(Job(query, "json"), names_dataset=False)))
    except TimeoutError:
        return None
    finally:
        worker.kill()


def test_some_bomb_does_end_a_worker(real: RunningPool):
    """Else the test above would show nothing; the refusal says that the engine ended."""
    refused = real.run(_ask_worker(real, PARSE_BOMBS["groups"](150_000)))
    assert isinstance(refused, Refused)
    assert (refused.status, refused.reason) == (503, "engine-ended")
