"""Site layer: a change as facts in words; each changed quad belongs to one fact, or to 'other'.

'Other' are the places of words in the source and the sizes of graphs, which change whenever
anything else does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from communique.build.terms import cq
from communique.site.versions.annotation_facts import tell_annotations
from communique.site.versions.change import Change
from communique.site.versions.node_facts import tell_declaration, tell_node
from communique.site.versions.sentences import Narrator, Told, Words
from communique.site.versions.units import Key, Unit, main_graph, sort_into_units

#: The order in which things are told; the others follow.
_ORDER: Final = tuple(
    cq(name).value
    for name in (
        *("Endorsement", "Reservation", "Declaration", "Paragraph", "Statement", "Event"),
        *("Summary", "SummaryPoint", "Expression", "SourceDocument", "Party", "Instrument"),
    )
)


@dataclass(frozen=True)
class Fact:
    """Something that changed, in words: the node it is about, and how many quads tell of it."""

    graph: str
    subject: str
    words: Words
    quads: int


@dataclass(frozen=True)
class Account:
    """A change told: the facts in order, and how many quads no fact tells of."""

    facts: Sequence[Fact]
    other: int


def tell_change(change: Change, prefixes: Mapping[str, str]) -> Account:
    """Return what changed as facts; their quads and the other ones are all that changed."""
    narrator = Narrator(change, prefixes)
    facts: list[Fact] = []
    other = 0
    for key, unit in sort_into_units(change).items():
        told = _tell(narrator, key, unit)
        graph = main_graph((unit.added or unit.removed)[0].graph)
        facts += [Fact(graph, _subject(change, key), words, quads) for words, quads in told]
        other += unit.size - sum(quads for _, quads in told)
    ranked = sorted(facts, key=lambda fact: _rank(change, fact))
    return Account(ranked, other)


def _tell(narrator: Narrator, key: Key, unit: Unit) -> list[Told]:
    if key.kind == "declaration":
        return tell_declaration(narrator, key.node, unit)
    if key.kind == "annotations":
        return tell_annotations(narrator, key.node, key.link, unit)
    return tell_node(narrator, key.node, unit) if key.kind == "node" else []


def _subject(change: Change, key: Key) -> str:
    """Return the node that a unit is about; a declaration's unit is named by its graph."""
    declarations = {**change.before.declarations, **change.after.declarations}
    return declarations[key.node] if key.kind == "declaration" else key.node


def _rank(change: Change, fact: Fact) -> tuple[bool, str, int, list[tuple[int, str]]]:
    """Return what facts are sorted by: declarations first, then the kind, then the text's order."""
    graphs = {*change.after.declarations, *change.before.declarations}
    kinds = [_ORDER.index(one) for one in change.types(fact.subject) if one in _ORDER]
    parts = [
        (int(part), "") if part.isdecimal() else (-1, part)
        for part in re.split(r"([0-9]+)", fact.subject)
    ]
    return fact.graph not in graphs, fact.graph, min(kinds, default=len(_ORDER)), parts
