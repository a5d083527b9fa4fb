"""Load layer: a stretch of a file that is sent as one request, with its length known beforehand."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path


class FilePart(io.RawIOBase):
    """Reads the bytes from `start` to `end` of a file; it can be read again after a login."""

    def __init__(self, path: Path, start: int, end: int) -> None:
        """Open the file; close the part, or use it as a context manager."""
        super().__init__()
        self._file = path.open("rb")
        self._start, self._end = start, end
        self.seek(0)

    def __len__(self) -> int:
        """Return the number of bytes, which is sent as Content-Length."""
        return self._end - self._start

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def seekable(self) -> bool:
        """Tell that it can be rewound."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes, never beyond the end of the part."""
        left = self._end - self._file.tell()
        return self._file.read(left if size < 0 else min(size, left))

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place within the part."""
        origin = {os.SEEK_SET: self._start, os.SEEK_CUR: self._file.tell(), os.SEEK_END: self._end}
        return self._file.seek(origin[whence] + offset) - self._start

    def tell(self) -> int:
        """Return the place within the part."""
        return self._file.tell() - self._start

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        super().close()


def cut_file(path: Path, largest: int | None) -> Iterator[tuple[int, int]]:
    """Yield the starts and ends of parts of whole lines, each of at most `largest` bytes.

    A longer line is a part of its own. Without `largest` the file is one part.
    """
    size = path.stat().st_size
    start = 0
    with path.open("rb") as file:
        while largest is not None and size - start > largest:
            file.seek(start + largest)
            end = _find_line_start(file, start, start + largest)
            yield start, end
            start = end
    if start < size or size == 0:
        yield start, size


def _find_line_start(file: io.BufferedReader, start: int, limit: int) -> int:
    """Return where the last line begins that starts at or before `limit`; else where it ends."""
    step, place = 1 << 12, limit
    while place > start:
        begin = max(start, place - step)
        file.seek(begin)
        found = file.read(place - begin).rfind(b"\n")
        if found >= 0:
            return begin + found + 1
        place = begin
    file.seek(limit)
    return limit + len(file.readline())
