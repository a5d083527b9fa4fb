"""A pool that tests put queries to, and its processes."""

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from communique.server.brood import Brood
from communique.server.job import Job, Refused, ResultFormat, Whole
from communique.server.limits import Limits
from communique.server.pool import Pool

_Result = TypeVar("_Result")


@dataclass(frozen=True)
class RunningPool:
    """A started pool and the event loop that it lives in."""

    pool: Pool
    runner: asyncio.Runner

    def run(self, work: Coroutine[Any, Any, _Result]) -> _Result:
        """Return what comes of some work in the pool's event loop."""
        return self.runner.run(work)

    def ask(self, query: str, result: ResultFormat = "json", **more: Any) -> Whole | Refused:
        """Return the answer to a query of one client."""
        return self.run(self.pool.answer(Job(query, result, **more), client="one"))

    @property
    def brood(self) -> Brood:
        """The nursery and the workers that queries go to now."""
        brood = self.pool._staff._brood
        assert brood is not None
        return brood

    @property
    def nursery(self) -> int:
        """The process of the nursery."""
        return self.brood._process.pid

    @property
    def workers(self) -> list[int]:
        """The processes of the workers."""
        return list_children(self.nursery)


@contextmanager
def run_pool(source: Path, **limits: Any) -> Iterator[RunningPool]:
    """Yield a started pool; its processes end with the block."""
    with asyncio.Runner() as runner:
        pool = Pool(source, Limits(**limits), {"cq": "https://w3id.org/communique/ns#"})
        runner.run(pool.start())
        try:
            yield RunningPool(pool, runner)
        finally:
            runner.run(pool.stop())


def list_children(process: int) -> list[int]:
    """Return a process's children, those that have ended but aren't reaped included."""
    return [
        int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()
    ]


def measure_processor_time(processes: list[int]) -> int:
    """Return the processor time that all of them have used, in ticks of the clock."""
    return sum(_read_ticks(process) for process in processes)


def _read_ticks(process: int) -> int:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def measure_memory(processes: list[int]) -> float:
    """Return the memory of all of them, shared pages counted once, in MB (10^6 bytes)."""
    return sum(map(_read_proportional_memory, processes)) * 1024 / 1e6


def _read_proportional_memory(process: int) -> int:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
