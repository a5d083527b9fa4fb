"""Server layer: answers on their way to clients, of which all together may hold so much memory.

A client that asks for large answers and doesn't read them would otherwise fill the memory.
"""

from __future__ import annotations

from typing import Final

from starlette.responses import Response
from starlette.types import Send

from communique.server.problems import Problem

#: Each piece waits until the one before is nearly sent.
_PIECE_BYTES: Final = 2**18
_RETRY_SECONDS: Final = 5


class Outbox:
    """Sends responses piece by piece, and counts the bytes that aren't sent yet."""

    def __init__(self, bound_bytes: int) -> None:
        """Hold at most so many bytes; what is small, or alone, is always sent."""
        self._bound = bound_bytes
        self._held = 0

    async def send(self, response: Response, send: Send) -> None:
        """Send a whole response; Problem 503 where too much is on its way already."""
        body = bytes(response.body)
        if len(body) > _PIECE_BYTES and self._held and self._held + len(body) > self._bound:
            detail = "Too many large answers are on their way now. Try again soon."
            headers = {"Retry-After": str(_RETRY_SECONDS)}
            raise Problem(503, "busy", detail, headers=headers)
        self._held += len(body)
        try:
            await _send(response, body, send)
        finally:
            self._held -= len(body)


async def _send(response: Response, body: bytes, send: Send) -> None:
    start = {"status": response.status_code, "headers": response.raw_headers}
    await send({"type": "http.response.start", **start})
    last = max(len(body) - 1, 0) // _PIECE_BYTES * _PIECE_BYTES
    for place in range(0, last + 1, _PIECE_BYTES):
        piece = body[place : place + _PIECE_BYTES]
        await send({"type": "http.response.body", "body": piece, "more_body": place < last})
