"""Read layer: the acts that a statement performs, as the rules of a lexicon find them.

A performative is a verb at the head of a clause by which the declarants say what they do. Where
the chapeau governs a sentence, the verb that leads it binds the declarants whatever its force.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from communique.core.model import Act, ForceSource, Origin, Paragraph, Statement
from communique.core.source import Source, Span
from communique.read.lexicon import ActRule, Lexicon


@dataclass(frozen=True, kw_only=True)
class _Find:
    """An act found in the words of a sentence; offsets count from the sentence's start."""

    rule: str
    force: str
    source: ForceSource
    marker: Span | None
    addressees: tuple[str, ...] = ()
    negated: bool = False
    binding: bool = False


def propose_acts(
    lexicon: Lexicon, source: Source, paragraph: Paragraph, statement: Statement
) -> tuple[Act, ...]:
    """Return the acts of a statement, at least one: the primary act, then in the text's order.

    The primary act is the first performative of the declarants, or the verb that the chapeau
    governs. Words of duty count only before the first performative, as what follows is its object.
    """
    words = source.exact(statement.span)
    governed = paragraph.role == "operative" and statement.number == 1
    finds: list[_Find] = []
    if governed or lexicon.declarants.search(words):
        finds = sorted(_find_performatives(lexicon, words), key=_offset)
    if governed:
        finds = _apply_chapeau(lexicon, words, finds)
    scope = _offset(finds[0]) if finds else len(words)
    unmarked = sorted(_find_unmarked(lexicon, words, scope), key=_offset)
    primary, rest = finds[:1], finds[1:]
    found = primary + unmarked + rest or [_plain(lexicon)]
    return tuple(_make_act(lexicon, find, statement.span.start) for find in found)


def _find_performatives(lexicon: Lexicon, words: str) -> Iterator[_Find]:
    """Yield the explicit acts; where two rules see one at the same words, the first rule's."""
    taken: set[int] = set()
    for rule in lexicon.performatives:
        for find in _apply_rule(lexicon, rule, words, len(words), "explicit"):
            if find.marker and taken.isdisjoint(range(find.marker.start, find.marker.end)):
                taken.update(range(find.marker.start, find.marker.end))
                yield find


def _find_unmarked(lexicon: Lexicon, words: str, end: int) -> Iterator[_Find]:
    for rule in lexicon.unmarked:
        yield from _apply_rule(lexicon, rule, words, end, "none")


def _apply_rule(
    lexicon: Lexicon, rule: ActRule, words: str, end: int, source: ForceSource
) -> Iterator[_Find]:
    """Yield an act for each occurrence of a rule's words where its conditions hold."""
    if rule.words is None:
        return
    for match in rule.words.finditer(words, 0, end):
        before = rule.before.search(words, 0, match.start()) if rule.before else match
        after = rule.after.match(words, match.end()) if rule.after else match
        if before and after:
            addressees = _find_addressees(lexicon, words, _group_span("to", before, after))
            if rule.addressed and not addressees:
                continue
            yield _Find(
                rule=rule.id,
                force=rule.force,
                source=source,
                marker=Span(*match.span()),
                addressees=addressees,
                negated=_group_span("not", before, after) is not None,
                binding=rule.binding,
            )


def _group_span(name: str, *matches: re.Match[str]) -> Span | None:
    """Return the span of a named group, if one of the matches has it."""
    for match in matches:
        if name in match.re.groupindex and match[name] is not None:
            return Span(*match.span(name))
    return None


def _find_addressees(lexicon: Lexicon, words: str, within: Span | None) -> tuple[str, ...]:
    """Return the parties named where an addressee's words begin, several if they are joined."""
    if within is None:
        return ()
    parties, start = [], within.start
    while found := _longest_addressee(lexicon, words, start, within.end):
        party, end = found
        parties.append(party)
        joiner = lexicon.addressee_joiner.match(words, end, within.end)
        if joiner is None:
            break
        start = joiner.end()
    return tuple(dict.fromkeys(parties))


def _longest_addressee(
    lexicon: Lexicon, words: str, start: int, end: int
) -> tuple[str, int] | None:
    matches = (
        (rule.slug, match.end())
        for rule in lexicon.addressees
        if (match := rule.words.match(words, start, end))
    )
    return max(matches, key=lambda found: found[1], default=None)


def _apply_chapeau(lexicon: Lexicon, words: str, finds: Iterable[_Find]) -> list[_Find]:
    """Return the acts of a sentence that the chapeau governs: its leading verb binds.

    A leading verb that names a force is an explicit act already; any other one is added, without
    a marker if no rule finds it.
    """
    lead = _find_lead(lexicon, words)
    acts, led = [], False
    for find in finds:
        leads = not led and _share_words(find, lead)
        led = led or leads
        acts.append(replace(find, binding=True) if leads else find)
    return acts if led else sorted([lead, *acts], key=_offset)


def _find_lead(lexicon: Lexicon, words: str) -> _Find:
    """Return the act of the verb that leads a sentence; the last rule's, unmarked, if none fits."""
    matches = ((rule, rule.pattern.match(words)) for rule in lexicon.leads)
    rule, match = next((found for found in matches if found[1]), (lexicon.leads[-1], None))
    return _Find(
        rule=rule.id,
        force=rule.force,
        source="chapeau",
        marker=Span(*match.span("marker")) if match else None,
        binding=True,
    )


def _share_words(one: _Find, other: _Find) -> bool:
    return bool(one.marker and other.marker and one.marker.overlaps(other.marker))


def _plain(lexicon: Lexicon) -> _Find:
    """Return the act of a statement in which nothing marks one."""
    rule = lexicon.unmarked[-1]
    return _Find(rule=rule.id, force=rule.force, source="none", marker=None)


def _offset(find: _Find) -> int:
    return find.marker.start if find.marker else 0


def _make_act(lexicon: Lexicon, find: _Find, start: int) -> Act:
    marker = find.marker
    return Act(
        force=find.force,
        source=find.source,
        marker=Span(start + marker.start, start + marker.end) if marker else None,
        addressees=find.addressees,
        negated=find.negated,
        binding=find.binding,
        origin=Origin(kind="rule", rule=lexicon.rule("act", find.rule)),
    )
