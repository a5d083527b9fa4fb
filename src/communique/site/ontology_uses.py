"""Site layer: the shapes that check each term, and the canned queries that ask with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from communique.check.ontology_terms import find_terms
from communique.check.shapes import local_name
from communique.core.iris import NAMESPACE
from communique.query.canned import CannedQuery

_SH: Final = "http://www.w3.org/ns/shacl#"
_SPOKEN: Final = ("name", "description", "message")


@dataclass(frozen=True)
class ShapeEntry:
    """A shape: what it asks, by language, how severe a breach is, and its number in the table."""

    name: str
    severity: str
    condition: str
    texts: Mapping[tuple[str, str], str]

    def text(self, name: str, language: str) -> str:
        """Return its name, description or message in a language."""
        return self.texts.get((name, language.lower()), "")


@dataclass(frozen=True)
class Edge:
    """A class whose shape lets its members have a property."""

    source: str
    path: str


class ShapeUses:
    """The shapes, by the class that they target and by the property that they look at."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        """Index the shapes."""
        self._values: dict[str, list[tuple[str, ox.NamedNode | ox.Literal]]] = {}
        self._named: dict[tuple[str, str], list[str]] = {}
        for quad in sorted(quads, key=str):
            subject, value = quad.subject, quad.object
            if isinstance(subject, ox.NamedNode) and isinstance(value, (ox.NamedNode, ox.Literal)):
                self._values.setdefault(subject.value, []).append((quad.predicate.value, value))
                name = quad.predicate.value.removeprefix(_SH)
                self._named.setdefault((subject.value, name), []).append(value.value)

    def of_class(self, iri: str) -> list[ShapeEntry]:
        """Return the node shapes that target a class; those that target many come last."""
        shapes = [shape for shape in self._values if iri in self._all(shape, "targetClass")]
        shapes.sort(key=lambda shape: (len(self._all(shape, "targetClass")), shape))
        return [self._describe(shape) for shape in shapes]

    def of_property(self, iri: str) -> list[ShapeEntry]:
        """Return the property shapes that look at a property straight from a targeted node."""
        used = [
            part
            for shape in self._values
            if self._all(shape, "targetClass")
            for part in self._all(shape, "property")
        ]
        looking = (part for part in dict.fromkeys(used) if iri in self._all(part, "path"))
        return [self._describe(part) for part in looking]

    def edges(self) -> list[Edge]:
        """Return which class's members may have which property, as the shapes say."""
        return [
            Edge(target, path)
            for shape in self._values
            for target in self._all(shape, "targetClass")
            for part in self._all(shape, "property")
            for path in self._all(part, "path")
        ]

    def _all(self, shape: str, name: str) -> list[str]:
        return self._named.get((shape, name), [])

    def _describe(self, shape: str) -> ShapeEntry:
        values = self._values[shape]
        condition = "http://purl.org/dc/terms/identifier"
        return ShapeEntry(
            name=local_name(shape),
            severity=next(iter(self._all(shape, "severity")), "").removeprefix(_SH),
            condition=next((value.value for name, value in values if name == condition), ""),
            texts={
                (spoken, value.language or ""): value.value
                for spoken in _SPOKEN
                for name, value in values
                if name == _SH + spoken and isinstance(value, ox.Literal)
            },
        )


def sort_queries(
    queries: Iterable[CannedQuery], prefixes: Mapping[str, str]
) -> Mapping[str, Sequence[CannedQuery]]:
    """Return the queries that ask with each term of ours, the shortest first."""
    found: dict[str, list[CannedQuery]] = {}
    for query in sorted(queries, key=lambda one: (len(one.sparql), one.name)):
        for iri in dict.fromkeys(find_terms(query.sparql, prefixes)):
            if iri.startswith(NAMESPACE):
                found.setdefault(iri, []).append(query)
    return found
