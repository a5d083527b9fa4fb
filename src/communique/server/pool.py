"""Server layer: the pool: queries are inspected, wait for their turn, and run in a worker."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from communique.server.brood import Worker
from communique.server.inspection import asks_service, inspect_query, names_dataset
from communique.server.job import Job, QueryForm, Refused, Whole
from communique.server.limits import Limits
from communique.server.messages import Task, pack_task
from communique.server.refusals import (
    refuse_busy,
    refuse_format,
    refuse_stopping,
    refuse_time,
)
from communique.server.staff import Staff
from communique.server.waiting_line import Turn, WaitingLine

_ROWS = ("json", "xml", "csv", "tsv")
_FORMATS: Mapping[QueryForm, tuple[str, ...]] = {
    "select": _ROWS,
    "ask": ("json", "xml"),
    "construct": ("turtle", "nt", "jsonld", "rdfxml"),
    "describe": ("turtle", "nt", "jsonld", "rdfxml"),
}


@dataclass(frozen=True)
class PoolStatus:
    """What the pool does now."""

    #: Processes that are ready for a query.
    ready: int
    #: Queries that run, and that wait for their turn.
    running: int
    waiting: int
    #: How many builds have been put in place, the first included; 0 before the first is loaded.
    generation: int
    #: The file that answers come from.
    source: Path


@dataclass(eq=False)
class _Run:
    """A query that has a worker."""

    turn: Turn
    worker: Worker


@dataclass(eq=False)
class Pool:
    """Answers queries on one N-Quads file in processes that can be ended."""

    source: Path
    limits: Limits
    prefixes: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Prepare; nothing is started."""
        self._staff = Staff(self.source, self.limits, self.prefixes)
        self._line = WaitingLine(self.limits)
        self._runs: list[_Run] = []
        self._stopping: asyncio.Event | None = None
        self._is_stopping = False

    async def start(self) -> None:
        """Load the file and start the processes.

        Errors: C001 or C080 if the file can't be read or parsed; OSError without processes.
        """
        await self._staff.start()

    async def answer(self, job: Job, *, client: str) -> Whole | Refused:
        """Return the whole answer or why there is none; `client` is whose share it counts to.

        A caller that is cancelled ends its query.
        """
        refusal = self._check(job)
        if refusal is not None:
            return refusal
        loop = asyncio.get_running_loop()
        turn = Turn(client, loop.create_future(), loop.time())
        refusal = self._line.join(turn)
        if refusal is not None:
            return refusal
        self._line.call()
        try:
            async with asyncio.timeout(self.limits.seconds):
                return await turn.begins or await self._run(job, turn)
        except TimeoutError:
            return self._tell_why_late(turn)
        finally:
            self._line.leave(turn)
            self._line.call()

    def _tell_why_late(self, turn: Turn) -> Refused:
        """Return whether the query itself took the time, or the wait for its turn."""
        seconds = self.limits.seconds
        waited = turn.began - turn.joined if turn.runs else seconds
        return refuse_time(seconds) if waited < seconds / 2 else refuse_busy(seconds)

    def _check(self, job: Job) -> Refused | None:
        if self._is_stopping:
            return refuse_stopping()
        form = inspect_query(job.query, self.limits)
        if isinstance(form, Refused):
            return form
        return None if job.result in _FORMATS[form] else refuse_format(job.result, form)

    async def _run(self, job: Job, turn: Turn) -> Whole | Refused:
        """Put a query to a worker whose turn has come; end the worker if nobody waits any more."""
        task = pack_task(Task(job, names_dataset(job.query)))
        worker = await self._staff.take(networked=asks_service(job.query))
        loop = asyncio.get_running_loop()
        run, timer = _Run(turn, worker), None
        self._runs.append(run)
        try:
            await worker.channel.wait_until_ready()
            timer = loop.call_later(self.limits.short_seconds, self._keep_places_free, run)
            return await worker.ask(task)
        except asyncio.CancelledError:
            worker.kill()
            raise
        finally:
            if timer is not None:
                timer.cancel()
            self._runs.remove(run)
            self._staff.give_back(worker)

    def _keep_places_free(self, run: _Run) -> None:
        """Let a query that turns out to be long give way; with too many of them, end one."""
        run.worker.slow_down()
        long = [one for one in self._runs if one.turn.is_long and not one.worker.is_killed]
        if len(long) >= self.limits.long_running:
            shares = Counter(one.turn.client for one in (*long, run))
            last = max((*long, run), key=lambda one: (shares[one.turn.client], one.turn.began))
            seconds = asyncio.get_running_loop().time() - last.turn.began
            last.worker.kill(refuse_busy(seconds))
        self._line.count_as_long(run.turn)

    async def replace(self, source: Path) -> None:
        """Answer from another file from now on; queries under way end on the old one.

        Errors: as of `start`; then everything stays as it is.
        """
        await self._staff.replace(source)

    async def stop(self) -> None:
        """End all processes; queries under way are refused."""
        self._is_stopping = True
        self._line.dismiss(refuse_stopping())
        for run in self._runs:
            run.worker.kill(refuse_stopping())
        await self._staff.stop()

    def status(self) -> PoolStatus:
        """Return what the pool does now."""
        line, staff = self._line, self._staff
        counts = (staff.ready_count, line.running_count, line.waiting_count, staff.generation)
        return PoolStatus(*counts, source=staff.source)
