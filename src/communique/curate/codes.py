"""Edge layer (curate): the codes that packages agree on, with the names of those that do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from communique.curate.decisions import Decisions
from communique.curate.packages import name_origins
from communique.curate.records import SCHEMES, Claim, Code


def settle_codes(claims: Iterable[Claim], decisions: Decisions) -> tuple[list[Code], list[str]]:
    """Return the rows of codes.csv, sorted, and a notice for each value that was outvoted.

    Codes decided by hand are added, those that must stay absent left out.
    """
    votes: defaultdict[tuple[str, str], defaultdict[str, list[str]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for claim in claims:
        if claim.scheme in SCHEMES and (claim.id, claim.scheme) not in decisions.absent:
            votes[claim.id, claim.scheme][claim.value].append(claim.origin)
    codes, notices = list(decisions.codes), []
    for (state, scheme), values in sorted(votes.items()):
        value = elect(values)
        if value is not None:
            codes.append(Code(state, scheme, value, name_origins(values[value])))
        if len(values) > 1:
            notices.append(_describe(state, scheme, values, value))
    return sorted(codes), notices


def elect(values: Mapping[str, list[str]]) -> str | None:
    """Return the value that the most origins give, or None where two values come out even.

    >>> elect({"061": ["a"], "057": ["b", "c"]})
    '057'
    >>> elect({"061": ["a"], "057": ["b"]}) is None
    True
    """
    ranked = sorted(values, key=lambda value: len(values[value]), reverse=True)
    if len(ranked) > 1 and len(values[ranked[0]]) == len(values[ranked[1]]):
        return None
    return ranked[0]


def _describe(state: str, scheme: str, values: Mapping[str, list[str]], taken: str | None) -> str:
    said = ", ".join(f"{value} ({name_origins(values[value])})" for value in sorted(values))
    outcome = "left out" if taken is None else f"{taken} taken"
    return f"{state} {scheme}: packages differ, {outcome}: {said}"
