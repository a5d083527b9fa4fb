"""Site layer: what was checked: each node shape, its class, its conditions, and on how much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

import pyoxigraph as ox

from communique.core.resources import find_resource
from communique.read.turtle import read_turtle
from communique.site.node_index import NodeIndex

_SH: Final = "http://www.w3.org/ns/shacl#"
_TYPE: Final = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


@dataclass(frozen=True)
class CheckedShape:
    """A shape's description, the class that it is about, and two numbers."""

    target: str
    description: str
    conditions: int
    things: int


def list_shapes(nodes: NodeIndex, language: str) -> list[CheckedShape]:
    """Return the shapes of one class each, by the class's label, with how many things it has."""
    found = [
        CheckedShape(target, describe_shape(quads, shape, language), conditions, things)
        for quads in _read_shapes()
        for shape, target in _find_targets(quads)
        if (conditions := _count_conditions(quads, shape))
        and (things := len(set(nodes.of_type(ox.NamedNode(target)))))
    ]
    return sorted(found, key=lambda one: (nodes.label(one.target, language), one.description))


@cache
def _read_shapes() -> tuple[tuple[ox.Quad, ...], ...]:
    files = sorted(find_resource("shapes").glob("*.ttl"))
    return tuple(tuple(read_turtle(file)) for file in files)


def _find_targets(quads: tuple[ox.Quad, ...]) -> Iterator[tuple[ox.NamedNode, str]]:
    """Yield the named node shapes that have one target class, each with it."""
    kind = ox.NamedNode(f"{_SH}NodeShape")
    shapes = [q.subject for q in quads if q.predicate == _TYPE and q.object == kind]
    for shape in shapes:
        targets = _values(quads, shape, "targetClass")
        if isinstance(shape, ox.NamedNode) and len(targets) == 1:
            yield shape, str(targets[0].value)


def describe_shape(quads: tuple[ox.Quad, ...], shape: ox.NamedNode, language: str) -> str:
    """Return what a shape says of itself in a language."""
    words = [
        one.value
        for one in _values(quads, shape, "description")
        if isinstance(one, ox.Literal) and (one.language or "") == language.lower()
    ]
    return words[0] if words else ""


def _count_conditions(quads: tuple[ox.Quad, ...], shape: ox.NamedNode) -> int:
    return len(_values(quads, shape, "property")) + len(_values(quads, shape, "sparql"))


def _values(
    quads: tuple[ox.Quad, ...], shape: ox.NamedNode | ox.BlankNode | ox.Triple, name: str
) -> list[ox.NamedNode | ox.Literal]:
    predicate = ox.NamedNode(_SH + name)
    return [
        quad.object
        for quad in quads
        if quad.subject == shape
        and quad.predicate == predicate
        and isinstance(quad.object, ox.NamedNode | ox.Literal)
    ]
