"""Core layer: a strict reader of YAML in which every scalar is text until it is asked to be more.

It refuses what makes YAML unsafe or surprising: duplicate keys, anchors and aliases, tags, merge
keys, several documents. Every value knows its line and column, so that errors can name them.
"""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

import yaml

from communique.core.errors import InputError, Place
from communique.core.source import read_text

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER: Final = re.compile(r"0|[1-9][0-9]{0,8}")
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
#: Levels of nesting beyond which the parser's time would grow with their square.
_DEEPEST: Final = 64
#: How many allowed spellings an error lists before it stops.
_MOST_NAMES = 12


@dataclass(frozen=True)
class Value:
    """One YAML value with its place: text, a list of values, or a mapping of values."""

    path: Path
    line: int
    column: int
    scalar: str | None = None
    sequence: tuple[Value, ...] | None = None
    mapping: tuple[tuple[Value, Value], ...] | None = None

    @property
    def place(self) -> Place:
        """Where the value stands."""
        return Place(self.path, self.line, self.column)

    def fail(self, code: str, problem: str, *, mend: str) -> NoReturn:
        """Raise InputError with this value's place."""
        raise InputError(code, problem, mend=mend, place=self.place)

    def text(self) -> str:
        """Return the scalar as it is written; C013 if this isn't a scalar, or is empty."""
        if self.scalar is None or self.scalar == "":
            self.fail("C013", "expected text", mend="Write one value here, in quotes if need be.")
        return self.scalar

    def integer(self, *, least: int = 0) -> int:
        """Return a whole number of up to nine decimal digits, `least` or more; C013 otherwise."""
        text = self.text()
        if not _INTEGER.fullmatch(text):
            self.fail("C013", f"expected a whole number, not '{text}'", mend="Write e.g. 17.")
        if int(text) < least:
            self.fail("C013", f"{text} is too small", mend=f"Write {least} or more.")
        return int(text)

    def boolean(self) -> bool:
        """Return `true` or `false`; C013 for any other spelling."""
        text = self.text()
        if text not in ("true", "false"):
            self.fail("C013", f"expected true or false, not '{text}'", mend="Write true or false.")
        return text == "true"

    def date(self) -> datetime.date:
        """Return a date written YYYY-MM-DD; C013 otherwise."""
        text = self.text()
        try:
            # `fromisoformat` alone would also take 20230329 and 2023-W13-3.
            return datetime.date.fromisoformat(text if _DATE.fullmatch(text) else "")
        except ValueError:
            self.fail("C013", f"expected a date, not '{text}'", mend="Write e.g. 2023-03-29.")

    def choice(self, allowed: Iterable[str], *, what: str, code: str = "C016") -> str:
        """Return the scalar if it is one of `allowed`; else the error names the nearest ones."""
        text = self.text()
        known = list(allowed)
        if text not in known:
            self.fail(code, f"unknown {what} '{text}'", mend=suggest(text, known))
        return text

    def items(self) -> tuple[Value, ...]:
        """Return the values of a list; C013 if this isn't a list."""
        if self.sequence is None:
            self.fail("C013", "expected a list", mend="Write '- ' before each value, or [a, b].")
        return self.sequence

    def distinct(self) -> tuple[Value, ...]:
        """Return the texts of a list in which none stands twice; C016 for one that does."""
        seen: set[str] = set()
        for item in self.items():
            if item.text() in seen:
                item.fail("C016", f"'{item.text()}' stands twice", mend="Keep one of them.")
            seen.add(item.text())
        return self.items()

    def entries(self) -> tuple[tuple[Value, Value], ...]:
        """Return the (key, value) pairs of a mapping with free keys; C013 if it isn't one."""
        if self.mapping is None:
            self.fail("C013", "expected a mapping", mend="Write 'key: value' lines here.")
        return self.mapping

    def fields(self, required: Iterable[str], optional: Iterable[str] = ()) -> dict[str, Value]:
        """Return a mapping with fixed keys: C014 for a key not listed, C015 for one missing."""
        must = list(required)
        known = must + list(optional)
        found = {key.text(): (key, value) for key, value in self.entries()}
        for name, (key, _) in found.items():
            if name not in known:
                key.fail("C014", f"unknown key '{name}'", mend=suggest(name, known))
        for name in must:
            if name not in found:
                self.fail("C015", f"the key '{name}' is missing", mend=f"Add '{name}:' here.")
        return {name: value for name, (_, value) in found.items()}


def suggest(text: str, known: Iterable[str]) -> str:
    """Return a mend that names the nearest known spellings, or all of them where few.

    >>> suggest("langauge", ["language", "source"])
    "Did you mean 'language'?"
    """
    names = sorted(known)
    near = difflib.get_close_matches(text, names, n=3, cutoff=0.6)
    if near:
        return "Did you mean " + " or ".join(f"'{name}'" for name in near) + "?"
    shown = ", ".join(names[:_MOST_NAMES]) + (", …" if len(names) > _MOST_NAMES else "")
    return f"Use one of: {shown}."


def read_yaml(path: Path) -> Value:
    """Return the one YAML document of a file.

    Errors: C001, C003 to C005 from reading the file; C010 syntax, C011 a key twice, C012 an
    anchor, alias, tag or merge key.
    """
    return parse_yaml(read_text(path), path)


def parse_yaml(text: str, path: Path, *, first_line: int = 1) -> Value:
    """Return the one YAML document of a text; `path` and `first_line` are for error messages."""
    builder = _Builder(path, first_line)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, path, first_line) from error
    except yaml.reader.ReaderError as error:
        problem = f"a character that YAML doesn't allow: {error.reason}"
        raise InputError("C010", problem, mend="Remove it.", place=Place(path)) from error
    if builder.document is None:
        raise InputError("C010", "the file is empty", mend="Write the keys.", place=Place(path))
    return builder.document


def _syntax_error(error: yaml.MarkedYAMLError, path: Path, first_line: int) -> InputError:
    place = Place(path)
    for mark in (error.context_mark, error.problem_mark):
        if mark:
            place = Place(path, mark.line + first_line, mark.column + 1)
    problem = f"YAML syntax: {error.problem or error.context}"
    mend = "Check the indentation, colons and quotes."
    return InputError("C010", problem, mend=mend, place=place)


class _Builder:
    """Builds the document's Value from parser events, with a stack of open collections."""

    def __init__(self, path: Path, first_line: int) -> None:
        self.document: Value | None = None
        self._path, self._first_line = path, first_line
        self._open: list[tuple[yaml.Event, list[Value]]] = []

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent) and self.document is not None:
            self._refuse(event, "a second document")
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            self._refuse(event, "an anchor, alias or tag")
        if isinstance(event, yaml.ScalarEvent):
            self._close(self._value(event, scalar=event.value))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._require_flat(event)
            self._open.append((event, []))
        elif isinstance(event, yaml.CollectionEndEvent):
            start, children = self._open.pop()
            if isinstance(start, yaml.SequenceStartEvent):
                self._close(self._value(start, sequence=tuple(children)))
            else:
                self._close(self._value(start, mapping=_pair(children)))

    def _value(
        self,
        event: yaml.Event,
        *,
        scalar: str | None = None,
        sequence: tuple[Value, ...] | None = None,
        mapping: tuple[tuple[Value, Value], ...] | None = None,
    ) -> Value:
        mark = event.start_mark
        line, column = (mark.line, mark.column + 1) if mark else (0, 1)
        return Value(self._path, line + self._first_line, column, scalar, sequence, mapping)

    def _close(self, value: Value) -> None:
        if self._open:
            self._open[-1][1].append(value)
        else:
            self.document = value

    def _require_flat(self, event: yaml.Event) -> None:
        if len(self._open) == _DEEPEST:
            problem = f"more than {_DEEPEST} levels of nesting"
            self._value(event, scalar="").fail("C010", problem, mend="Write it flatter.")

    def _refuse(self, event: yaml.Event, what: str) -> NoReturn:
        mend = "Write the value out where it is needed."
        self._value(event, scalar="").fail("C012", what, mend=mend)


def _pair(children: list[Value]) -> tuple[tuple[Value, Value], ...]:
    """Return a mapping's flat children as pairs; refuse a key that stands twice."""
    pairs = tuple(zip(children[::2], children[1::2], strict=True))
    seen: set[str] = set()
    for key, _ in pairs:
        name = key.text()
        if name == "<<":
            key.fail("C012", "a merge key", mend="Write the keys out where they are needed.")
        if name in seen:
            key.fail("C011", f"the key '{name}' stands twice", mend="Keep one of them.")
        seen.add(name)
    return pairs
