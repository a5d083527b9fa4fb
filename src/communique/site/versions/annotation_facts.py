"""Site layer: facts about what is read into one statement: its acts, citations, topics.

Annotations are numbered, so one that goes renumbers those behind it. They are therefore matched by
what they say before they are compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import pyoxigraph as ox

from communique.build.terms import LABEL, cq
from communique.site.versions.change import Change, GraphState, Quad, Term
from communique.site.versions.node_facts import tell_properties
from communique.site.versions.sentences import Narrator, Told, Words
from communique.site.versions.units import PLACE_LINKS, Unit

#: What makes two annotations of one link the same, the strongest sign first.
_SIGNS: Final[Mapping[str, Sequence[Sequence[str]]]] = {
    cq("act").value: (("span", "force"), ("span",), ("marker", "force"), ("number",)),
    cq("citation").value: (("span", "instrument"), ("instrument",), ("span",), ("number",)),
    cq("topicAssignment").value: (("topic",), ("number",)),
    cq("correspondence").value: (("paragraph",),),
}
#: What an annotation says, to name one that came or went.
_CONTENT: Final[Mapping[str, str]] = {
    cq("act").value: "force",
    cq("citation").value: "instrument",
    cq("topicAssignment").value: "topic",
    cq("correspondence").value: "paragraph",
}
#: What only follows from an annotation's place among the others.
_POSITIONAL: Final = frozenset([cq("number").value, LABEL.value, *PLACE_LINKS])


def tell_annotations(narrator: Narrator, owner: str, link: str, unit: Unit) -> list[Told]:
    """Return what changed among the annotations that a link leads to from one owner.

    All quads of the unit count with the facts: shortcuts and new numbers with the first one.
    """
    change, predicate = narrator.change, ox.NamedNode(link)
    old = [one.value for one in change.before.values(owner, predicate)]
    new = [one.value for one in change.after.values(owner, predicate)]
    pairs, gone, come = _match(change, link, old, new)
    told: list[Told] = []
    for was, now in pairs:
        told += _compare(narrator, was, now)
    told += [(_name(narrator, owner, link, one, "removed"), 0) for one in gone]
    told += [(_name(narrator, owner, link, one, "added"), 0) for one in come]
    return _share(told, unit.size)


def _share(told: Sequence[Told], quads: int) -> list[Told]:
    """Return the facts with all quads of their unit: those that none counts go to the first."""
    shared: list[Told] = []
    left = quads
    for words, count in reversed(told):
        own = left if len(shared) + 1 == len(told) else min(max(1, count), left)
        shared.append((words, own))
        left -= own
    return shared[::-1]


def _match(
    change: Change, link: str, old: Sequence[str], new: Sequence[str]
) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """Return the pairs that are the same annotation, then those gone, then those that came."""
    gone, come, pairs = list(old), list(new), []
    for sign in _SIGNS[link]:
        for was in list(gone):
            key = _read_sign(change.before, was, sign)
            same = [one for one in come if key and _read_sign(change.after, one, sign) == key]
            if same:
                pairs.append((was, same[0]))
                gone.remove(was)
                come.remove(same[0])
    return sorted(pairs, key=lambda pair: new.index(pair[1])), gone, come


def _read_sign(state: GraphState, node: str, sign: Sequence[str]) -> tuple[Term, ...]:
    """Return what a sign consists of, () if a part of it is missing."""
    parts = [state.values(node, cq(name)) for name in sign]
    return tuple(part[0] for part in parts) if all(parts) else ()


def _compare(narrator: Narrator, was: str, now: str) -> list[Told]:
    """Return the properties in which an annotation differs from what it was."""
    change = narrator.change
    old = _read_content(change.before, was)
    new = _read_content(change.after, now)
    added = [quad for key, quad in new.items() if key not in old]
    removed = [quad for key, quad in old.items() if key not in new]
    return tell_properties(narrator, narrator.name(now), added, removed)


def _read_content(state: GraphState, node: str) -> dict[tuple[str, Term, str], Quad]:
    return {
        (quad.predicate, quad.value, quad.graph): quad
        for quad in state.quads_of(node)
        if quad.predicate not in _POSITIONAL
    }


def _name(narrator: Narrator, owner: str, link: str, node: str, key: str) -> Words:
    """Return that an annotation came or went, by what it says and the words that show it."""
    change = narrator.change
    state = change.after if key == "added" else change.before
    content = state.values(node, cq(_CONTENT[link]))
    named = narrator.show(content[0]) if content else narrator.name(node)
    kind = narrator.name_property(_kind(link), "")
    return narrator.say(key, node=narrator.name(owner), property=kind, value=named)


def _kind(link: str) -> str:
    return cq(_CONTENT[link]).value if link == cq("topicAssignment").value else link
