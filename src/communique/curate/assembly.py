"""Edge layer (curate): all the tables out of the packages and the decisions, and their faults."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from communique.curate.claims import collect_claims, list_iso_states, read_ocha_rows
from communique.curate.codes import settle_codes
from communique.curate.decisions import Decisions
from communique.curate.links import link_states
from communique.curate.names import make_names, name_regions
from communique.curate.packages import require_reviewed_releases
from communique.curate.records import Code, Link, Name, Records, State


def make_records(decisions: Decisions) -> Records:
    """Return all the tables, made from the installed packages.

    Errors: C016 where a package isn't of the reviewed release.
    """
    require_reviewed_releases(decisions)
    states = dict(sorted({**list_iso_states(), **decisions.additional}.items()))
    claims = collect_claims(states)
    names, dropped = make_names(states, read_ocha_rows(), decisions)
    codes, outvoted = settle_codes(claims, decisions)
    labels = {
        name.id: name.name for name in names if (name.language, name.kind) == ("en", "preferred")
    }
    regions = [code.code for code in codes if code.scheme in ("un-region", "un-subregion")]
    return Records(
        states=tuple(_describe_state(state, decisions) for state in states),
        names=tuple(names),
        codes=tuple(codes),
        regions=tuple(name_regions(regions)),
        links=tuple(link_states(labels, claims, decisions)),
        notices=(*dropped, *outvoted),
    )


def _describe_state(state: str, decisions: Decisions) -> State:
    reviewed = "yes" if state in decisions.reviewed else "no"
    return State(state, "state", reviewed, decisions.notes.get(state, ""))


def find_faults(records: Records) -> tuple[str, ...]:
    """Return what must not be, a line each: the tables are not fit for use while there is any."""
    reviewed = [state.id for state in records.states if state.reviewed == "yes"]
    return (
        *_find_shared_names(records.names),
        *_find_missing_codes(reviewed, records.codes),
        *_find_link_faults(reviewed, records.links),
    )


def _find_shared_names(names: Iterable[Name]) -> Iterator[str]:
    bearers: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name in names:
        bearers[name.language, name.name.casefold()].append(name.id)
    for (language, text), states in sorted(bearers.items()):
        if len(states) > 1:
            yield f"the {language} name '{text}' is borne by {', '.join(states)}"


def _find_missing_codes(reviewed: Iterable[str], codes: Iterable[Code]) -> Iterator[str]:
    known = {(code.id, code.scheme) for code in codes}
    for state in reviewed:
        for scheme in ("alpha2", "alpha3"):
            if (state, scheme) not in known:
                yield f"{state} is reviewed and has no {scheme}"


def _find_link_faults(reviewed: Iterable[str], links: Iterable[Link]) -> Iterator[str]:
    linked: defaultdict[str, list[str]] = defaultdict(list)
    for link in links:
        if link.review == "accepted":
            linked[link.object_id].append(link.subject_id)
    for item, subjects in sorted(linked.items()):
        if len(subjects) > 1:
            yield f"{item} is accepted for {', '.join(subjects)}"
    accepted = [subject for subjects in linked.values() for subject in subjects]
    for state in reviewed:
        count = accepted.count(f"state:{state}")
        if count != 1:
            yield f"{state} is reviewed and has {count} accepted items"
