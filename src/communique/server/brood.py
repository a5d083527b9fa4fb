"""Server layer: a nursery process and its workers, as the server sees them."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, Final

from communique.core.errors import InputError, Place
from communique.server.job import Refused, Whole
from communique.server.limits import Limits
from communique.server.messages import COMMAND, FORK, FORK_NETWORKED, KILL, SLOW_DOWN
from communique.server.nursery import Settings
from communique.server.refusals import refuse_crash, refuse_killed, refuse_memory, refuse_time
from communique.server.worker import OUT_OF_MEMORY
from communique.server.worker_channel import WorkerChannel

_STOP_SECONDS: Final = 5.0
# How glibc takes memory; whatever isn't glibc doesn't look at it. With large pages, a fork of a
# graph of a million quads takes 1.5 ms instead of 15 to 40; a small graph forks as fast without,
# and its workers are then smaller. (In one arena, workers copy less, but are slower by a quarter.)
# Source: glibc manual, Memory Allocation Tunables.
_LARGE_PAGES: Final = {"GLIBC_TUNABLES": "glibc.malloc.hugetlb=1:glibc.malloc.top_pad=67108864"}
_LARGE_FILE_BYTES: Final = 32 * 2**20
#: As subprocess and `os.waitstatus_to_exitcode` write it: ended by a signal.
_BY_ABORT: Final = -signal.SIGABRT
_BY_KILL: Final = -signal.SIGKILL
_BY_PROCESSOR_TIME: Final = -signal.SIGXCPU


@dataclass(eq=False)
class Worker:
    """A worker process: its number in the nursery, its channel, and how it has ended."""

    brood: Brood
    number: int
    channel: WorkerChannel
    networked: bool
    exit_code: asyncio.Future[int]
    idle_since: float = 0.0
    is_slowed_down: bool = False
    is_killed: bool = False
    killed_for: Refused | None = None

    async def ask(self, task: bytes) -> Whole | Refused:
        """Return the answer; if the worker ends over it, what that says about the query."""
        answer = await self.channel.ask(task)
        if answer is not None:
            return answer
        code = await self.exit_code
        if self.killed_for is not None:
            return self.killed_for
        if code == _BY_PROCESSOR_TIME:
            return refuse_time(self.brood.limits.seconds)
        if code == _BY_KILL:  # by the kernel, which may well have chosen the wrong one
            return refuse_killed()
        if code in (OUT_OF_MEMORY, _BY_ABORT):
            return refuse_memory(self.brood.limits.memory_bytes)
        return refuse_crash()

    def kill(self, reason: Refused | None = None) -> None:
        """End the process; `reason` is the answer of whoever still waits for one."""
        self.is_killed, self.killed_for = True, self.killed_for or reason
        self.brood.command(KILL, self)

    def slow_down(self) -> None:
        """Give way to all others from now on; it can't be undone."""
        self.is_slowed_down = True
        self.brood.command(SLOW_DOWN, self)

    @property
    def can_go_on(self) -> bool:
        """Whether it can take another query."""
        ends = self.is_killed or self.channel.leaves or self.channel.is_lost
        return not (ends or self.networked or self.is_slowed_down)


@dataclass(eq=False)
class Brood:
    """A nursery and its workers; `on_end` is called when a worker has ended, or (None) all."""

    source: Path
    limits: Limits
    prefixes: Mapping[str, str]
    on_end: Callable[[Brood, Worker | None], None]
    workers: dict[int, Worker] = field(default_factory=dict)
    is_lost: bool = False
    _numbers: count[int] = field(default_factory=count)
    _received: bytearray = field(default_factory=bytearray)

    async def start(self) -> None:
        """Start the nursery and wait until it has loaded the file.

        Errors: those of `query.embedded.open_folder`; OSError if the nursery can't be started.
        """
        self._loaded: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._control, theirs = socket.socketpair()
        with theirs:
            self._process = await asyncio.to_thread(self._spawn, theirs.fileno())
        self._control.setblocking(False)
        asyncio.get_running_loop().add_reader(self._control, self._listen)
        await self._loaded

    def _spawn(self, descriptor: int) -> subprocess.Popen[bytes]:
        settings = Settings(str(self.source.absolute()), self.limits, dict(self.prefixes))
        module = "communique.server.nursery"
        # -P: a folder of the same name where the server was started is no part of the program.
        words = [sys.executable, "-P", "-m", module, str(descriptor), settings.to_json()]
        return subprocess.Popen(  # noqa: S603 - this program's own words
            words,
            pass_fds=[descriptor],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, **self._choose_tunables()},
        )

    def _choose_tunables(self) -> Mapping[str, str]:
        """Return the environment's variables that suit the size of the file."""
        is_large = self.source.is_file() and self.source.stat().st_size > _LARGE_FILE_BYTES
        return _LARGE_PAGES if is_large else {}

    async def fork(self, *, networked: bool = False) -> Worker:
        """Return a new worker, which can be asked at once."""
        loop = asyncio.get_running_loop()
        ours, theirs = socket.socketpair()
        try:
            _, channel = await loop.create_connection(WorkerChannel, sock=ours)
        except BaseException:
            theirs.close()
            raise
        worker = Worker(self, next(self._numbers), channel, networked, loop.create_future())
        self.workers[worker.number] = worker
        with theirs:
            self.command(FORK_NETWORKED if networked else FORK, worker, theirs)
        return worker

    def command(self, what: bytes, worker: Worker, *sockets: socket.socket) -> None:
        """Tell the nursery what to do with a worker."""
        message = COMMAND.pack(what, worker.number)
        try:
            socket.send_fds(self._control, [message], [one.fileno() for one in sockets])
        except OSError:  # it is lost, or too busy to be of use
            self._lose()

    def _listen(self) -> None:
        """Take what the nursery says."""
        try:
            data = self._control.recv(65536)
        except ConnectionError:
            data = b""
        if not data:
            self._lose()
            return
        *lines, rest = (self._received + data).split(b"\n")
        self._received = bytearray(rest)
        for line in lines:
            self._take(**json.loads(line))

    def _take(self, event: str, **values: Any) -> None:
        if event == "ready":
            self._loaded.set_result(None)
        elif event == "failed":
            place = Place(self.source, values["line"])
            error = InputError(values["code"], values["problem"], mend=values["mend"], place=place)
            self._loaded.set_exception(error)
        elif event == "ended":
            worker = self.workers.pop(values["number"])
            self._bury(worker, values["code"])
            self.on_end(self, worker)

    def _bury(self, worker: Worker, code: int) -> None:
        worker.channel.close()
        if not worker.exit_code.done():
            worker.exit_code.set_result(code)

    def _lose(self) -> None:
        """Take note that the nursery has ended, and so its workers."""
        if self.is_lost:
            return
        self.is_lost = True
        asyncio.get_running_loop().remove_reader(self._control)
        self._control.close()
        if not self._loaded.done():
            self._loaded.set_exception(OSError("the nursery ended before it had loaded the graph"))
        for worker in self.workers.values():
            self._bury(worker, 1)
        self.workers.clear()
        self.on_end(self, None)

    async def close(self) -> None:
        """End the nursery and all workers, and wait until they have ended."""
        self._lose()
        try:
            await asyncio.to_thread(self._process.wait, _STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            await asyncio.to_thread(self._process.wait)
