"""Query layer: what a query answers, as RDF terms, and the interface of whatever answers it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol, TypeAlias

import pyoxigraph as ox

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
#: What a parameter may be bound to.
Value: TypeAlias = ox.NamedNode | ox.Literal
Row: TypeAlias = tuple[Term | None, ...]

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"


@dataclass(frozen=True)
class Table:
    """The answer of SELECT: rows of terms, None where a variable is unbound."""

    variables: tuple[str, ...]
    rows: Sequence[Row]


@dataclass(frozen=True)
class Verdict:
    """The answer of ASK."""

    value: bool


@dataclass(frozen=True)
class Description:
    """The answer of CONSTRUCT or DESCRIBE, without duplicates."""

    triples: Sequence[ox.Triple]


Answer: TypeAlias = Table | Verdict | Description


class Selector(Protocol):
    """Something that answers our own questions over the union of its graphs."""

    def select(self, query: str) -> Table:
        """Return the answer of a SELECT of our own."""
        ...


class Engine(Selector, Protocol):
    """Something that answers SPARQL over the union of its graphs."""

    def run(self, query: str, values: Mapping[str, Value], *, origin: str) -> Answer:
        """Return the answer, with the variables of `values` bound; `origin` names the query."""
        ...


def xsd(name: str) -> ox.NamedNode:
    """Return a datatype of XML Schema.

    >>> xsd("date").value
    'http://www.w3.org/2001/XMLSchema#date'
    """
    return ox.NamedNode(_XSD + name)
