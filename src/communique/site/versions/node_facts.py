"""Site layer: facts about a node: that it is new or gone, or which of its properties changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

import pyoxigraph as ox

from communique.build.terms import LABEL, PREF_LABEL, TYPE, cq, dcterms
from communique.site.versions.change import Change, GraphState, Quad, Term
from communique.site.versions.sentences import Narrator, Told, Words
from communique.site.versions.units import PLACE_LINKS, Unit

#: Classes that say less than another one that the same node has.
_VAGUE: Final = frozenset(
    [
        *(cq(name).value for name in ("Party", "Annotation", "Commitment")),
        "http://www.w3.org/2002/07/owl#NamedIndividual",
    ]
)
#: Nodes whose appearing is told in words of its own: who, and what of.
_MEMBERS: Final = {
    cq("Endorsement").value: ("endorsement", "endorser", "declaration"),
    cq("Reservation").value: ("reservation", "state", "paragraph"),
}
#: The properties that are told first.
_FIRST: Final = tuple(
    cq(name).value for name in ("force", "binding", "negated", "instrument", "topic", "paragraph")
)
#: Names, which a label repeats.
_NAMES: Final = (PREF_LABEL.value, dcterms("title").value)
_ORIGIN: Final = cq("origin").value
_ORIGIN_DETAILS: Final = frozenset(
    cq(name).value for name in ("rule", "overriddenRule", "reviewed")
)
#: A property and the language of its values, '' if they have none.
Property = tuple[str, str]
#: The quads that are new and those that are gone.
Values = tuple[list[Quad], list[Quad]]
_COUNTED: Final = ("Paragraph", "Statement", "Endorsement", "Reservation")


def tell_declaration(narrator: Narrator, graph: str, unit: Unit) -> list[Told]:
    """Return that a declaration is new or gone, with what it holds, as one fact."""
    change = narrator.change
    new = graph in change.after.declarations
    state = change.after if new else change.before
    counts = {name.lower(): narrator.number(_count(state, graph, name)) for name in _COUNTED}
    node = narrator.name(state.declarations[graph])
    key = "declaration_new" if new else "declaration_gone"
    return [(narrator.say(key, node=node, **counts), unit.size)]


def _count(state: GraphState, graph: str, name: str) -> int:
    written = f" {TYPE} {cq(name)} <{graph}> .".encode()
    return sum(line.endswith(written) for line in state.lines)


def tell_node(narrator: Narrator, node: str, unit: Unit) -> list[Told]:
    """Return that a node is new or gone, as one fact, or each of its properties that changed."""
    change = narrator.change
    if change.appeared(node) or change.vanished(node):
        return [(_tell_whole(narrator, node), unit.size)]
    return tell_properties(narrator, narrator.name(node), unit.added, unit.removed)


def _tell_whole(narrator: Narrator, node: str) -> Words:
    change = narrator.change
    end = "new" if change.appeared(node) else "gone"
    kinds = change.types(node)
    for kind, (key, who, what) in _MEMBERS.items():
        ends = [_first(change, node, who), _first(change, node, what)]
        if kind in kinds and all(ends):
            who_named, what_named = (narrator.name_within(one) for one in ends)
            return narrator.say(f"{key}_{end}", who=who_named, what=what_named)
    telling = [kind for kind in kinds if kind not in _VAGUE] or kinds
    named = narrator.name_term(telling[0]) if telling else narrator.say("thing")
    return narrator.say(f"node_{end}", kind=named, node=narrator.name(node))


def _first(change: Change, node: str, name: str) -> str:
    return next((one.value for one in change.values(node, cq(name))), "")


def tell_properties(
    narrator: Narrator, node: Words, added: Sequence[Quad], removed: Sequence[Quad]
) -> list[Told]:
    """Return each property that changed; what only repeats another one counts with that."""
    groups = _group(added, removed)
    repeats: defaultdict[tuple[str, str], int] = defaultdict(int)
    for key in list(groups):
        repeated = _find_repeated(groups, key)
        if repeated is not None:
            new, old = groups.pop(key)
            repeats[repeated] += len(new) + len(old)
    told: list[Told] = []
    for key, values in groups.items():
        if key[0] not in PLACE_LINKS:
            told += _tell_values(narrator, node, key, values, repeats[key])
    return told


def _find_repeated(groups: Mapping[Property, Values], key: Property) -> Property | None:
    """Return the property that another one repeats: a name in a label, an origin in its rule."""
    predicate, tag = key
    if predicate in _ORIGIN_DETAILS and (_ORIGIN, "") in groups:
        return _ORIGIN, ""
    for name in _NAMES if predicate == LABEL.value else ():
        if (name, tag) in groups and _agree(groups[name, tag], groups[key]):
            return name, tag
    return None


def _agree(first: Values, second: Values) -> bool:
    """Tell whether two properties lost the same words and gained the same words."""
    return all(
        {quad.value for quad in one} == {quad.value for quad in other}
        for one, other in zip(first, second, strict=True)
    )


def _group(added: Iterable[Quad], removed: Iterable[Quad]) -> dict[Property, Values]:
    """Return new and gone quads by property and language, the telling ones first."""
    groups: defaultdict[Property, Values] = defaultdict(lambda: ([], []))
    for side, quads in enumerate((added, removed)):
        for quad in quads:
            tag = quad.value.language if isinstance(quad.value, ox.Literal) else None
            groups[quad.predicate, tag or ""][side].append(quad)
    return {key: groups[key] for key in sorted(groups, key=_rank_property)}


def _rank_property(key: Property) -> tuple[int, Property]:
    place = _FIRST.index(key[0]) if key[0] in _FIRST else len(_FIRST)
    return place, key


def _tell_values(
    narrator: Narrator,
    node: Words,
    named: Property,
    values: Values,
    extra: int,
) -> list[Told]:
    """Return one fact for a value that replaces another, else one for each that came or went.

    `extra` quads say the same with another property; they count with the first fact. A value that
    only went from one graph to another is none.
    """
    moved = {quad.value for quad in values[0]} & {quad.value for quad in values[1]}
    new, old = (_count_values(quads, moved) for quads in values)
    words = narrator.name_property(*named)
    if len(new) == len(old) == 1 and named[0] != TYPE.value:
        (was, gone), (now, come) = *old.items(), *new.items()
        key = {"old": narrator.show(was), "new": narrator.show(now)}
        return [(narrator.say("changed", node=node, property=words, **key), come + gone + extra)]
    keys = ("is", "was") if named[0] == TYPE.value else ("added", "removed")
    told = [
        (narrator.say(key, node=node, property=words, value=narrator.show(value)), count)
        for key, found in zip(keys, (new, old), strict=True)
        for value, count in found.items()
    ]
    return [(words, count + extra * (place == 0)) for place, (words, count) in enumerate(told)]


def _count_values(quads: Sequence[Quad], moved: AbstractSet[Term]) -> Counter[Term]:
    """Return the values but for some, each with the number of graphs that have it."""
    return Counter(quad.value for quad in quads if quad.value not in moved)
