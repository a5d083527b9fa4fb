"""Server layer: one line of JSON for each request; of a query only a digest, never its text.

Neither query strings nor bodies are written: they hold what somebody asks.
"""

from __future__ import annotations

import asyncio
import sys
import time
from functools import lru_cache
from typing import Any, Final, TextIO

import orjson

_WAIT_SECONDS: Final = 0.2
_MOST_WAITING: Final = 1000
_LONGEST_PATH: Final = 200


class RequestLog:
    """Collects lines, and writes them a few times a second so that no request waits for it."""

    def __init__(self, stream: TextIO | None = None, *, requests: bool = True) -> None:
        """Write to a stream, standard error by default; `requests` turns one line each on."""
        self._stream = stream or sys.stderr
        self._requests = requests
        self._waiting: list[bytes] = []
        self._timer: asyncio.TimerHandle | None = None

    def write_event(self, event: str, **fields: Any) -> None:
        """Write something that happened to the server, at once."""
        self._waiting.append(_to_line({"event": event, **fields}))
        self.flush()

    def write_request(self, scope: Any, *, status: int, sent: int, started: float) -> None:
        """Write a request: method, path, status, milliseconds, bytes; for a query its digest."""
        if not self._requests:
            return
        fields = {
            "event": "request",
            "method": scope["method"],
            "path": scope["raw_path"][:_LONGEST_PATH].decode("ascii", "replace"),
            "status": status,
            "ms": round((time.perf_counter() - started) * 1000, 2),
            "bytes": sent,
            "client": scope["client"][0] if scope["client"] else None,
        }
        if "communique.query" in scope:
            fields["query"] = scope["communique.query"]
        if "communique.rows" in scope:
            fields["rows"] = scope["communique.rows"]
        self._waiting.append(_to_line(fields))
        if len(self._waiting) > _MOST_WAITING:
            self.flush()
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(_WAIT_SECONDS, self.flush)

    def flush(self) -> None:
        """Write what waits."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._waiting:
            self._stream.write(b"".join(self._waiting).decode("utf-8"))
            self._stream.flush()
            self._waiting.clear()


def _to_line(fields: dict[str, Any]) -> bytes:
    now = time.time()
    at = f"{_spell_second(int(now))}.{int(now % 1 * 1000):03d}Z"
    return orjson.dumps({"time": at, **fields}, option=orjson.OPT_APPEND_NEWLINE)


@lru_cache(maxsize=1)
def _spell_second(seconds: int) -> str:
    """Return a time in UTC; thousands of lines are of the same second."""
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds))
