"""Server layer: connections that can't be held open by saying little, slowly, or very much.

uvicorn waits for a request's head as long as the client likes, takes one of any size, and keeps an
answer for as long as the client doesn't read it; this bounds all three. Source: RFC 9110, section
15.5.9 (408); RFC 6585, section 5 (431).
"""

from __future__ import annotations

import asyncio
from typing import Any, Final

from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from communique.server.documents import send_whole
from communique.server.problems import Problem

_REPLY: Final = (
    b"HTTP/1.1 %s\r\ncontent-type: application/problem+json\r\ncontent-length: %d\r\n"
    b"connection: close\r\n\r\n%s"
)
_SLOW: Final = b'{"type":"about:blank","title":"Request Timeout","status":408}'
_LARGE: Final = b'{"type":"about:blank","title":"Request Header Fields Too Large","status":431}'


#: Whoever reads more slowly reads nothing.
_LEAST_RATE: Final = 1024


def bound_connections(
    *, header_seconds: float, header_bytes: int, send_seconds: float, connections: int
) -> type[asyncio.Protocol]:
    """Return uvicorn's protocol with bounds.

    For the head of a request its time and its size; for an answer the time in which nothing, or
    less than a kilobyte a second, is read of it; for all connections their number.
    """

    class BoundedProtocol(_BoundedProtocol):
        seconds = header_seconds
        largest = header_bytes
        patience = send_seconds
        most = connections

    return BoundedProtocol


class _BoundedProtocol(HttpToolsProtocol):
    """Closes a connection whose next request isn't there in time, or has too large a head."""

    seconds: float
    largest: int
    patience: float
    most: int

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._application = self.app
        self._deadline: asyncio.TimerHandle | None = None
        self._in_head = True
        self._head_bytes = 0
        self._reading: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._begin_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._end_head()
        self._end_reading()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._expect_reading()

    def resume_writing(self) -> None:
        self._end_reading()
        super().resume_writing()

    def _expect_reading(self) -> None:
        """Look after a while whether the client has read something of what it asked for."""
        self._end_reading()
        unsent = self.transport.get_write_buffer_size()
        self._reading = self.loop.call_later(self.patience, self._check_reading, unsent)

    def _check_reading(self, before: int) -> None:
        read = before - self.transport.get_write_buffer_size()
        if read < self.patience * _LEAST_RATE:
            self.transport.abort()
        else:
            self._expect_reading()

    def _end_reading(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def data_received(self, data: bytes) -> None:
        if self._in_head:
            self._head_bytes += len(data)
        super().data_received(data)
        if self._in_head and self._head_bytes > self.largest:
            self._give_up(b"431 Request Header Fields Too Large", _LARGE)
        elif self._deadline is None and not self._is_answering():
            self._begin_head()  # what came is no request yet: an empty line, say

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._begin_head()

    def on_headers_complete(self) -> None:
        self._end_head()
        self.app = self._application if len(self.connections) <= self.most else _refuse_connection
        super().on_headers_complete()

    def _unsupported_upgrade_warning(self) -> None:
        """Say nothing where a client asks for another protocol: it is answered in this one."""

    def _is_answering(self) -> bool:
        """Tell whether a request is under way; uvicorn has no cycle before the first one."""
        cycle: RequestResponseCycle | None = self.cycle
        return cycle is not None and not cycle.response_complete

    def _begin_head(self) -> None:
        """Start the clock, once for each request; an idle connection has uvicorn's own."""
        self._in_head = True
        if self._deadline is None:
            self._head_bytes = 0
            self._deadline = self.loop.call_later(self.seconds, self._time_out)

    def _end_head(self) -> None:
        self._in_head = False
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _time_out(self) -> None:
        self._deadline = None
        self._give_up(b"408 Request Timeout", _SLOW)

    def _give_up(self, status: bytes, body: bytes) -> None:
        self._end_head()
        if not self.transport.is_closing():
            self.transport.write(_REPLY % (status, len(body), body))
            self.transport.close()


async def _refuse_connection(_scope: Scope, _receive: Receive, send: Send) -> None:
    """Answer on a connection that is one too many."""
    detail = "Too many connections are open. Try again soon."
    headers = {"Retry-After": "1", "Connection": "close"}
    problem = Problem(503, "too-many-connections", detail, headers=headers)
    fields, body = problem.write(None, root="/")
    await send_whole(send, problem.status, fields, body)
