"""Server layer: which workers there are: enough of them ready, none too many, of one build."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Mapping
from pathlib import Path
from typing import Any, Final

from communique.core.errors import InputError
from communique.server.brood import Brood, Worker
from communique.server.limits import Limits

_LOG: Final = logging.getLogger(__name__)
#: How long to wait before what ended at its start is started again.
_PAUSE_SECONDS: Final = 0.5


class Staff:
    """Hands out workers of the newest brood, and keeps spare ones ready."""

    def __init__(self, source: Path, limits: Limits, prefixes: Mapping[str, str]) -> None:
        """Prepare; nothing is started."""
        self.source, self.generation = source, 0
        self._limits, self._prefixes = limits, prefixes
        self._brood: Brood | None = None
        self._old: set[Brood] = set()
        self._idle: list[Worker] = []  # who was at work last is last, and is taken first
        self._tasks: set[asyncio.Task[None]] = set()
        self._closings: set[asyncio.Task[None]] = set()
        self._is_filling = self._is_stopped = False

    @property
    def ready_count(self) -> int:
        """Return how many idle workers have said that they are ready."""
        return sum(worker.channel.is_ready for worker in self._idle)

    async def start(self) -> None:
        """Load the file and have the spare workers ready."""
        self._alive, self._changing = asyncio.Event(), asyncio.Lock()
        await self.replace(self.source)
        self._keep(self._dismiss_idle())

    async def replace(self, source: Path) -> None:
        """Load another file, and take workers from it once they are ready.

        Errors: those of `Brood.start`; then everything stays as it is.
        """
        async with self._changing:
            brood = Brood(source, self._limits, self._prefixes, self._on_end)
            try:
                await brood.start()
                fresh = [await brood.fork() for _ in range(self._limits.spare)]
                await asyncio.gather(*(worker.channel.wait_until_ready() for worker in fresh))
            except BaseException:
                await brood.close()
                raise
            if self._is_stopped:
                await brood.close()
                return
            self.source, self.generation = source, self.generation + 1
            self._switch(brood, fresh)

    def _switch(self, brood: Brood, fresh: list[Worker]) -> None:
        old, idle = self._brood, self._idle
        self._brood, self._idle = brood, fresh
        self._alive.set()
        for worker in idle:
            worker.channel.close()
        if old is not None:
            self._old.add(old)
            self._close_finished()

    async def take(self, *, networked: bool = False) -> Worker:
        """Return a worker that nobody else has; `networked` makes one that may use the network."""
        while self._idle and not networked:
            worker = self._idle.pop()
            self._fill_soon()
            if worker.can_go_on:
                return worker
        await self._alive.wait()
        assert self._brood is not None, "alive without a brood"  # noqa: S101 - for mypy
        return await self._brood.fork(networked=networked)

    def give_back(self, worker: Worker) -> None:
        """Take a worker back, or let it go if it can't go on."""
        if worker.can_go_on and worker.brood is self._brood and not self._is_stopped:
            worker.idle_since = asyncio.get_running_loop().time()
            self._idle.append(worker)
        else:
            worker.channel.close()
            self._fill_soon()

    def _on_end(self, brood: Brood, worker: Worker | None) -> None:
        """A worker of a brood has ended, or (None) the brood as a whole."""
        if worker is not None and worker in self._idle:
            self._idle.remove(worker)
        if brood is not self._brood:
            self._close_finished()
        elif worker is None:
            self._brood, self._idle = None, []
            self._alive.clear()
            self._close(brood)
            self._keep(self._revive())
        elif worker.channel.is_ready:
            self._fill_soon()
        else:
            asyncio.get_running_loop().call_later(_PAUSE_SECONDS, self._fill_soon)

    def _fill_soon(self) -> None:
        if not self._is_filling and self._brood is not None:
            self._is_filling = True
            self._keep(self._fill(self._brood))

    async def _fill(self, brood: Brood) -> None:
        """Fork until the spare workers are there, or as many as there may be."""
        most = self._limits.workers + self._limits.spare
        try:
            while brood is self._brood and len(self._idle) < self._limits.spare:
                if len(brood.workers) >= most:
                    return
                self._idle.insert(0, await brood.fork())
        finally:
            self._is_filling = False

    async def _revive(self) -> None:
        """Start another nursery in the place of one that was lost."""
        while not self._is_stopped and self._brood is None:
            _LOG.warning("the nursery was lost: another one is started")
            await asyncio.sleep(_PAUSE_SECONDS)
            try:
                await self.replace(self.source)
            except (InputError, OSError) as error:
                _LOG.error("no nursery: %s", error)

    async def _dismiss_idle(self) -> None:
        """Let workers go, from time to time, that were not needed for long."""
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(self._limits.idle_seconds / 2)
            until = loop.time() - self._limits.idle_seconds
            while len(self._idle) > self._limits.spare and self._idle[0].idle_since < until:
                self._idle.pop(0).channel.close()

    def _close_finished(self) -> None:
        """End the old broods that have no workers any more."""
        for brood in [one for one in self._old if not one.workers]:
            self._old.remove(brood)
            self._close(brood)

    def _close(self, brood: Brood) -> None:
        self._closings.add(closing := asyncio.get_running_loop().create_task(brood.close()))
        closing.add_done_callback(self._closings.discard)

    def _keep(self, work: Coroutine[Any, Any, None]) -> None:
        """Run something beside; without a reference, it could be collected before its end."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def stop(self) -> None:
        """End all processes, and wait until they have ended."""
        self._is_stopped = True
        broods = [*self._old, *([self._brood] if self._brood is not None else [])]
        self._brood, self._idle, self._old = None, [], set()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*self._closings, *(brood.close() for brood in broods))
