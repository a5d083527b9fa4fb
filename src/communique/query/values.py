"""Query layer: RDF terms as Python values."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final, Self, TypeAlias

import pyoxigraph as ox

from communique.query.answer import Term

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
#: What JSON can hold.
Plain: TypeAlias = str | int | float | bool | None


@dataclass(frozen=True)
class Thing:
    """Something with an IRI; as text it is its label."""

    iri: str
    label: str

    def __str__(self) -> str:
        """Return the label."""
        return self.label


class Words(str):
    """Text in a known language."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, text: str, language: str) -> Self:
        """Make the text, with its language tag."""
        words = super().__new__(cls, text)
        words.language = language
        return words


#: What a cell of a typed row may be.
Cell: TypeAlias = Thing | Words | str | bool | int | float | Decimal | datetime.date | None


def to_python(term: Term | None, *, label: str) -> Cell:
    """Return a term's typed value; `label` is what a thing is called.

    A literal whose words don't fit its datatype comes back as text.

    >>> to_python(ox.Literal("2023-03-29", datatype=ox.NamedNode(_XSD + "date")), label="")
    datetime.date(2023, 3, 29)
    >>> to_python(ox.Literal(True), label=""), to_python(ox.Literal(7), label="")
    (True, 7)
    """
    if term is None:
        return None
    if not isinstance(term, ox.Literal):
        return Thing(term.value if isinstance(term, ox.NamedNode) else str(term), label)
    if term.language:
        return Words(term.value, term.language)
    read = _READERS.get(term.datatype.value.removeprefix(_XSD))
    if read is None:
        return term.value
    try:
        return read(term.value)
    except (ValueError, InvalidOperation):
        return term.value


def to_plain(term: Term | None) -> Plain:
    """Return a term as JSON can hold it: numbers and booleans as such, the rest as text.

    >>> to_plain(ox.Literal(7)), to_plain(ox.NamedNode("https://example.org/a"))
    (7, 'https://example.org/a')
    """
    if isinstance(term, ox.Literal):
        value = to_python(term, label="")
        return value if isinstance(value, bool | int) else term.value
    return None if term is None else term.value if isinstance(term, ox.NamedNode) else str(term)


def _read_boolean(text: str) -> bool:
    if text not in ("true", "false", "1", "0"):
        raise ValueError(text)
    return text in ("true", "1")


_READERS: Final[Mapping[str, Callable[[str], bool | int | float | Decimal | datetime.date]]] = {
    "boolean": _read_boolean,
    "integer": int,
    "int": int,
    "long": int,
    "nonNegativeInteger": int,
    "decimal": Decimal,
    "double": float,
    "float": float,
    "date": datetime.date.fromisoformat,
}
