"""Site layer: which changed quads tell of one thing and stand together.

A node with its shortcuts, an endorsement with what its party endorses, the annotations of one
statement, a declaration that is new or gone whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

import pyoxigraph as ox

from communique.build.terms import TRIPLES, cq, dcterms
from communique.site.versions.change import ANNOTATION_LINKS, Change, Quad

#: What a unit is about: a declaration's graph, a node, or annotations by their owner and link.
Kind = Literal["declaration", "node", "annotations", "other"]
#: Which link of a statement or a point leads to the annotations that a shortcut stands for.
_SHORTCUTS: Final[Mapping[str, str]] = {
    cq("force").value: cq("act").value,
    cq("primaryForce").value: cq("act").value,
    cq("cites").value: cq("citation").value,
    dcterms("subject").value: cq("topicAssignment").value,
    cq("summarises").value: cq("correspondence").value,
}
#: Shortcuts of an endorsement or a reservation, and whether they begin at its party.
_MEMBERSHIPS: Final[Mapping[str, bool]] = {
    cq("endorses").value: True,
    cq("reservesOn").value: True,
    cq("reservedBy").value: False,
}
_PART_LINKS: Final = frozenset(
    cq(name).value
    for name in (
        *("hasExpression", "hasParagraph", "hasPoint", "hasReservation", "hasSource"),
        *("hasStatement", "adoptedAt"),
    )
)
#: What only says where words stand in the source: links, and classes of nodes.
PLACE_LINKS: Final = frozenset(cq(one).value for one in ("span", "asteriskSpan"))
_PLACES: Final = frozenset(cq(one).value for one in ("Span", "Leaf", "Passage", "Furniture"))
_DERIVED: Final = "/derived"


@dataclass(frozen=True)
class Key:
    """What a unit is about."""

    kind: Kind
    node: str = ""
    link: str = ""


@dataclass
class Unit:
    """The quads that tell of one thing."""

    added: list[Quad] = field(default_factory=list)
    removed: list[Quad] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many quads there are."""
        return len(self.added) + len(self.removed)


def is_bookkeeping(change: Change, quad: Quad) -> bool:
    """Tell whether a quad only says where words stand in the source, or how large a graph is."""
    return quad.predicate in PLACE_LINKS or _is_of_place_or_size(change, quad)


def _is_of_place_or_size(change: Change, quad: Quad) -> bool:
    """Tell the same, but for the places of what facts tell of: these go with their node."""
    return quad.predicate == TRIPLES.value or bool(_PLACES & set(change.types(quad.subject)))


def main_graph(graph: str) -> str:
    """Return the graph that a graph of shortcuts goes with, else the graph itself.

    >>> main_graph("https://example.org/graph/d/derived")
    'https://example.org/graph/d'
    """
    return graph.removesuffix(_DERIVED)


def sort_into_units(change: Change) -> dict[Key, Unit]:
    """Return all changed quads by what they tell of; none is left out, none stands twice."""
    sorter = _Sorter(change)
    units: defaultdict[Key, Unit] = defaultdict(Unit)
    for quad in change.added:
        units[sorter.find(quad)].added.append(quad)
    for quad in change.removed:
        units[sorter.find(quad)].removed.append(quad)
    return dict(units)


class _Sorter:
    def __init__(self, change: Change) -> None:
        self._change = change
        before, after = change.before.declarations, change.after.declarations
        self._whole = {
            graph for graph in {*before, *after} if (graph in before) != (graph in after)
        }
        self._changed = {quad.subject for quad in (*change.added, *change.removed)}
        self._memberships = dict(self._index_memberships())

    def _index_memberships(self) -> Iterator[tuple[tuple[str, str], str]]:
        """Yield each changed endorsement or reservation by its party and what it is of."""
        ends = (("endorser", "declaration"), ("state", "paragraph"))
        for node in sorted(self._changed):
            for party, target in ends:
                for one in self._change.values(node, cq(party)):
                    for other in self._change.values(node, cq(target)):
                        yield (one.value, other.value), node

    def find(self, quad: Quad) -> Key:
        """Return the unit of a quad: the first of the rules that holds."""
        graph = main_graph(quad.graph)
        if graph in self._whole or main_graph(quad.subject) in self._whole:
            whole = graph if graph in self._whole else main_graph(quad.subject)
            return Key("declaration", whole)
        if _is_of_place_or_size(self._change, quad):
            return Key("other")
        owned = self._find_owner(quad)
        if owned is not None:
            return Key("node", owned[0]) if self._is_whole(owned[0]) else Key("annotations", *owned)
        if self._is_whole(quad.subject):
            return Key("node", quad.subject)
        return Key("node", self._find_part(quad))

    def _is_whole(self, node: str) -> bool:
        return self._change.appeared(node) or self._change.vanished(node)

    def _find_owner(self, quad: Quad) -> tuple[str, str] | None:
        """Return the owner and the link of the annotations that a quad tells of."""
        for state in (self._change.after, self._change.before):
            if quad.subject in state.owners:
                return state.owners[quad.subject]
        if quad.predicate in ANNOTATION_LINKS:
            return quad.subject, quad.predicate
        link = _SHORTCUTS.get(quad.predicate)
        if link is None or not quad.graph.endswith(_DERIVED):
            return None
        owners = [quad.subject, *self._list_statements(quad.subject)]
        return next(((one, link) for one in owners if self._annotates(one, link, quad)), None)

    def _list_statements(self, node: str) -> list[str]:
        return [one.value for one in self._change.values(node, cq("hasStatement"))]

    def _annotates(self, owner: str, link: str, quad: Quad) -> bool:
        """Tell whether a changed annotation of an owner is what a shortcut stands for."""
        notes = [one.value for one in self._change.values(owner, ox.NamedNode(link))]
        changed = [one for one in notes if one in self._changed]
        values = {q.value for one in changed for q in self._list_quads(one)}
        return quad.value in values

    def _list_quads(self, node: str) -> list[Quad]:
        states = (self._change.after, self._change.before)
        return [quad for state in states for quad in state.quads_of(node)]

    def _find_part(self, quad: Quad) -> str:
        """Return the node that a quad about a known one tells of: a part of it, or itself."""
        if quad.predicate in _MEMBERSHIPS:
            ends = (quad.subject, quad.value.value)
            pair = ends if _MEMBERSHIPS[quad.predicate] else ends[::-1]
            return self._memberships.get(pair, quad.subject)
        if quad.predicate in _PART_LINKS and self._is_whole(quad.value.value):
            return quad.value.value
        return quad.subject
