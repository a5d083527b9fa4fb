"""Core layer: a source text exactly as it was published, with offsets, lines and places.

Offsets are Unicode code points, counted from 0, half-open. Nothing is normalised, ever.
"""

from __future__ import annotations

import bisect
import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from communique.core.errors import InputError, Place


@dataclass(frozen=True, order=True)
class Span:
    """Code points `start` to `end` of one source, half-open (RFC 5147 `char=start,end`)."""

    start: int
    end: int

    def __len__(self) -> int:
        """Return the number of code points."""
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies within this span.

        >>> Span(2, 9).contains(Span(2, 9)), Span(2, 9).contains(Span(1, 3))
        (True, False)
        """
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether two spans share a code point.

        >>> Span(2, 9).overlaps(Span(8, 12)), Span(2, 9).overlaps(Span(9, 12))
        (True, False)
        """
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Line:
    """One line of the source, without its line break: its number (from 1), offset and text."""

    number: int
    start: int
    text: str

    @property
    def content(self) -> Span:
        """The span of the line without leading and trailing white space (U+00A0 included)."""
        left = len(self.text) - len(self.text.lstrip())
        return Span(self.start + left, self.start + max(left, len(self.text.rstrip())))

    @property
    def is_blank(self) -> bool:
        """Whether the line holds nothing but white space."""
        return not self.text.strip()


@dataclass(frozen=True)
class Source:
    """A source file's text, with the path it was read from."""

    path: Path
    text: str

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines, split at LF only."""
        lines, start = [], 0
        for number, text in enumerate(self.text.split("\n"), 1):
            lines.append(Line(number, start, text))
            start += len(text) + 1
        return tuple(lines)

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return tuple(line.start for line in self.lines)

    def exact(self, span: Span) -> str:
        """Return the words at a span."""
        return self.text[span.start : span.end]

    def place(self, offset: int) -> Place:
        """Return the line and column (from 1) of an offset."""
        index = bisect.bisect_right(self._line_starts, offset) - 1
        return Place(self.path, index + 1, offset - self._line_starts[index] + 1)

    def find(self, words: str, within: Span, *, occurrence: int = 1) -> Span | None:
        """Return the span of the n-th occurrence of `words` that lies within a span, or None.

        >>> Source(Path("s"), "abcabc").find("bc", Span(0, 6), occurrence=2)
        Span(start=4, end=6)
        """
        start = within.start - 1
        for _ in range(occurrence):
            start = self.text.find(words, start + 1, within.end)
            if start < 0:
                return None
        return Span(start, start + len(words))


def read_source(path: Path, *, sha256: str, sha256_place: Place | None = None) -> Source:
    """Return the source, its bytes proven by their sha256 (lower-case hexadecimal).

    Errors: C001 missing, C002 another sha256 than the recipe's, C003 to C005 see `read_text`.
    """
    data = _read_bytes(path)
    text = _decode(data, path)
    found = hashlib.sha256(data).hexdigest()
    if found != sha256:
        raise InputError(
            "C002",
            f"{path.name} has sha256 {found}, the recipe says {sha256}",
            mend="Restore the source, or review the change and write its sha256 here.",
            place=sha256_place or Place(path),
        )
    return Source(path, text)


def read_text(path: Path) -> str:
    """Return a UTF-8 text file's text; errors: C001, C003 not UTF-8, C004 BOM, C005 CR."""
    return _decode(_read_bytes(path), path)


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            "C001",
            f"can't read the file: {error.strerror}",
            mend="Check the name and the permissions.",
            place=Place(path),
        ) from error


def _decode(data: bytes, path: Path) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            "C003",
            f"byte {error.start} (0x{data[error.start]:02X}) is not UTF-8",
            mend="Save the file as UTF-8.",
            place=Place(path, line),
        ) from error
    if text.startswith("\ufeff"):
        raise InputError(
            "C004", "a byte order mark", mend="Save without BOM.", place=Place(path, 1, 1)
        )
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        mend = "Save with LF line ends."
        raise InputError("C005", "a carriage return", mend=mend, place=Place(path, line))
    return text
