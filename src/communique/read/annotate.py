"""Read layer: rule and review joined, annotation by annotation, and where they disagree.

The review decides. Where a rule says the same, the annotation stays the rule's and is marked as
reviewed; where it says otherwise, the annotation is the curator's and names the rule.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from communique.core.model import Act, Citation, Origin, TopicAssignment

Annotation = TypeVar("Annotation", Act, Citation, TopicAssignment)

#: What comparing one proposal with the review may come to.
AGREED: Final = "agreed"
OVERRIDDEN: Final = "overridden"
ADDED: Final = "added by the review"
DROPPED: Final = "dropped by the review"


@dataclass(frozen=True)
class Comparison:
    """One annotation of a statement (or point) as the rule and as the review have it."""

    place: str
    kind: str
    outcome: str
    rule: str
    review: str


def join_annotations(
    proposed: Sequence[Annotation],
    reviewed: Sequence[Annotation],
    *,
    is_same: Callable[[Annotation, Annotation], bool],
    is_equal: Callable[[Annotation, Annotation], bool],
) -> tuple[tuple[Annotation, ...], list[tuple[str, Annotation | None, Annotation | None]]]:
    """Return the review's annotations with their origins, and how each proposal fared.

    `is_same` tells whether a proposal and a reviewed annotation are about the same thing,
    `is_equal` whether they say the same of it.
    """
    left = list(proposed)
    joined: list[Annotation] = []
    fates: list[tuple[str, Annotation | None, Annotation | None]] = []
    for wanted in reviewed:
        rule = next((made for made in left if is_same(made, wanted)), None)
        if rule is None:
            joined.append(wanted)
            fates.append((ADDED, None, wanted))
            continue
        left.remove(rule)
        if is_equal(rule, wanted):
            origin = replace(rule.origin, reviewed=True, reason=wanted.origin.reason)
            joined.append(replace(rule, origin=origin))
            fates.append((AGREED, rule, wanted))
        else:
            joined.append(replace(wanted, origin=_override(wanted.origin, rule.origin)))
            fates.append((OVERRIDDEN, rule, wanted))
    return tuple(joined), fates + [(DROPPED, rule, None) for rule in left]


def is_same_act(rule: Act, review: Act) -> bool:
    """Tell whether two acts rest on overlapping words, or both on none."""
    if rule.marker is None or review.marker is None:
        return rule.marker is review.marker
    return rule.marker.overlaps(review.marker)


def is_equal_act(rule: Act, review: Act) -> bool:
    """Tell whether two acts on the same words agree in everything but the words' extent."""
    return _content(rule) == _content(review)


def is_same_citation(rule: Citation, review: Citation) -> bool:
    """Tell whether two citations rest on overlapping words."""
    return rule.span.overlaps(review.span)


def is_equal_citation(rule: Citation, review: Citation) -> bool:
    """Tell whether two citations name the same instrument and part in the same words."""
    return (rule.instrument, rule.part, rule.span) == (
        review.instrument,
        review.part,
        review.span,
    )


def is_same_topic(rule: TopicAssignment, review: TopicAssignment) -> bool:
    """Tell whether two assignments are of the same topic."""
    return rule.topic == review.topic


def _content(act: Act) -> tuple[object, ...]:
    return (act.force, act.source, act.binding, act.negated, sorted(act.addressees))


def _override(curator: Origin, rule: Origin) -> Origin:
    return replace(curator, overridden_rule=rule.rule)
