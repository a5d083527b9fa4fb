"""Server layer: the bytes of a site's files, kept in memory within a bound."""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import Final

#: One file may take this part of the cache; a larger one is read from the disk each time.
_LARGEST_PART: Final = 8


@dataclass(frozen=True)
class Body:
    """A file's bytes, None where it is too large to keep; its size and its entity tag."""

    data: bytes | None
    size: int
    etag: bytes


class FileCache:
    """Reads files, and keeps those that were asked for last."""

    def __init__(self, bound_bytes: int) -> None:
        """Keep at most `bound_bytes` of files."""
        self._bound = bound_bytes
        self._held = 0
        self._bodies: OrderedDict[str, Body] = OrderedDict()

    def recall(self, path: str) -> Body | None:
        """Return a file that is kept, None if it has to be read."""
        body = self._bodies.get(path)
        if body is not None:
            self._bodies.move_to_end(path)
        return body

    async def read(self, path: str) -> Body:
        """Return a file, kept from now on if it is small; OSError if it can't be read.

        The disk is waited for in another thread: nobody else has to wait.
        """
        body = await asyncio.to_thread(_read, path, self._bound // _LARGEST_PART)
        if body.data is not None and path not in self._bodies:
            self._bodies[path] = body
            self._held += body.size
            while self._held > self._bound:
                _, oldest = self._bodies.popitem(last=False)
                self._held -= oldest.size
        return body


def _read(path: str, largest: int) -> Body:
    with Path(path).open("rb") as handle:
        found = os.fstat(handle.fileno())
        if found.st_size > largest:
            # One that is published anew has another date; its digest would take too long.
            return Body(None, found.st_size, f'"{found.st_size:x}-{found.st_mtime_ns:x}"'.encode())
        data = handle.read()
    digest = hashlib.sha256(data).hexdigest()[:24]
    return Body(data, len(data), f'"{digest}"'.encode())
