"""Server layer: the server's end of one worker's socket."""

from __future__ import annotations

import asyncio
from typing import cast

from communique.server.job import Refused, Whole
from communique.server.messages import ANSWER_HEAD, HELLO, unpack_answer


class WorkerChannel(asyncio.Protocol):
    """Sends one task at a time and gives its answer, None if the worker ended without one."""

    def __init__(self) -> None:
        """Begin before the worker's first word."""
        loop = asyncio.get_running_loop()
        self._ready: asyncio.Future[None] = loop.create_future()
        self.leaves = False
        self._answer: asyncio.Future[Whole | Refused | None] | None = None
        self._received = bytearray()
        self._transport: asyncio.Transport | None = None
        self.is_lost = False

    @property
    def is_ready(self) -> bool:
        """Whether the worker has said its first word, and not ended since."""
        return not self.is_lost and self._ready.done()

    async def wait_until_ready(self) -> None:
        """Return when the worker has said its first word, or has ended."""
        if not self._ready.done():
            await asyncio.shield(self._ready)

    def _stop_waiting(self) -> None:
        if not self._ready.done():
            self._ready.set_result(None)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep what to write to."""
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        """Collect an answer until it is whole."""
        self._received += data
        while len(self._received) >= ANSWER_HEAD.size:
            kind, leaves, rows, length = ANSWER_HEAD.unpack_from(self._received)
            end = ANSWER_HEAD.size + length
            if len(self._received) < end:
                return
            with memoryview(self._received) as view:
                body = bytes(view[ANSWER_HEAD.size : end])
            del self._received[:end]
            self._take(kind, rows, body, leaves=leaves)

    def _take(self, kind: bytes, rows: int, body: bytes, *, leaves: bool) -> None:
        if kind == HELLO:
            self._stop_waiting()
            return
        self.leaves = leaves
        self._resolve(unpack_answer(kind, rows, body))

    def connection_lost(self, exc: Exception | None) -> None:
        """Give up waiting: the worker has ended."""
        self.is_lost = True
        self._stop_waiting()
        self._resolve(None)

    def _resolve(self, answer: Whole | Refused | None) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(answer)

    async def ask(self, task: bytes) -> Whole | Refused | None:
        """Send a task and return its answer, None if the worker ended without one."""
        if self._transport is None or self.is_lost:
            return None
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(task)
        return await self._answer

    def close(self) -> None:
        """Hang up: an idle worker ends at that."""
        if self._transport is not None:
            self._transport.close()
