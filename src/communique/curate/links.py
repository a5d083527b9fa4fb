"""Edge layer (curate): links to Wikidata, accepted, rejected or undecided, as SSSOM mappings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from communique.curate.decisions import Decisions, LinkDecision
from communique.curate.packages import name_origins
from communique.curate.records import Claim, Link, Review

#: How many packages are asked for a Wikidata item: rigour and Natural Earth.
WITNESSES: Final = 2

_BY_HAND: Final = "semapv:ManualMappingCuration"
_BY_PACKAGE: Final = "semapv:BackgroundKnowledgeBasedMatching"


def link_states(
    labels: Mapping[str, str], claims: Iterable[Claim], decisions: Decisions
) -> list[Link]:
    """Return the rows of links.sssom.tsv, sorted by state, review and item.

    `labels` has the English name of each state. A decision by hand comes first; else a reviewed
    state's item is accepted if both packages give the same one; all else stays undecided.
    """
    candidates: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.scheme == "wikidata":
            candidates[claim.id].append(claim)
    links = [
        link
        for state, label in labels.items()
        for link in _link_state(state, label, candidates[state], decisions)
    ]
    return sorted(links, key=lambda link: (link.subject_id, link.review, link.object_id))


def _link_state(
    state: str, label: str, claims: list[Claim], decisions: Decisions
) -> Iterator[Link]:
    decided = [decision for decision in decisions.links if decision.id == state]
    for decision in decided:
        yield _decide_by_hand(decision, label, claims, decisions)
    open_items = {claim.value for claim in claims} - {decision.item for decision in decided}
    agreed = len({claim.value for claim in claims}) == 1 and len(claims) == WITNESSES
    for item in open_items:
        given = [claim for claim in claims if claim.value == item]
        if agreed and state in decisions.reviewed:
            yield _accept(state, label, given, decisions)
        else:
            yield _leave_open(state, label, given, decisions)


def _decide_by_hand(
    decision: LinkDecision, label: str, claims: list[Claim], decisions: Decisions
) -> Link:
    """Return the row of a decision; its tools are the packages that share its opinion."""
    rejected = decision.review == "rejected"
    agreeing = [claim for claim in claims if (claim.value == decision.item) != rejected]
    return _make_link(
        (decision.id, label),
        (decision.item, decision.label),
        decision.review,
        agreeing,
        decisions,
        comment=decision.comment,
    )


def _accept(state: str, label: str, claims: list[Claim], decisions: Decisions) -> Link:
    return _make_link(
        (state, label),
        (claims[0].value, claims[0].label),
        "accepted",
        claims,
        decisions,
        comment="Two independent packages give this item.",
    )


def _leave_open(state: str, label: str, claims: list[Claim], decisions: Decisions) -> Link:
    return _make_link(
        (state, label),
        (claims[0].value, claims[0].label),
        "undecided",
        claims,
        decisions,
        comment="Given by the named packages; not reviewed.",
    )


def _make_link(
    subject: tuple[str, str],
    item: tuple[str, str],
    review: Review,
    claims: list[Claim],
    decisions: Decisions,
    *,
    comment: str,
) -> Link:
    """Return a row; its confidence is the share of the packages that are of the row's opinion."""
    undecided = review == "undecided"
    return Link(
        subject_id=f"state:{subject[0]}",
        subject_label=subject[1],
        predicate_id="cq:wikidata",
        predicate_modifier="Not" if review == "rejected" else "",
        object_id=f"wd:{item[0]}",
        object_label=item[1],
        mapping_justification=_BY_PACKAGE if undecided else _BY_HAND,
        author_label="" if undecided else decisions.curators,
        mapping_tool=name_origins(claim.origin for claim in claims),
        mapping_date=decisions.date,
        confidence=str(len(claims) / WITNESSES),
        comment=comment,
        review=review,
    )
