"""Read layer: the list of endorsers and the lines of reservations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.core.errors import InputError
from communique.core.model import Endorsement, Reservation
from communique.core.source import Line, Source, Span
from communique.read.names import NamedParty, NameIndex, segment_names
from communique.read.numerals import NUMERALS
from communique.read.page_recipe import Take


@dataclass(frozen=True)
class ReservationLine:
    """A line that lists who held back from one paragraph."""

    span: Span
    paragraph: str
    paragraph_span: Span
    parties: tuple[NamedParty, ...]


def read_endorsers(
    source: Source, take: Take, lines: Iterable[Line], index: NameIndex
) -> tuple[NamedParty, ...]:
    """Return the endorsers, row by row; C023 for a row with more names than columns."""
    found: list[NamedParty] = []
    for line in lines:
        row = segment_names(source, line.content, index, asterisk=take.asterisk)
        if len(row) > take.columns:
            raise InputError(
                "C023",
                f"{len(row)} names in a row, the recipe's 'columns:' says {take.columns}",
                mend=f"Compare the row with {take.place}.",
                place=source.place(line.start),
            )
        found += row
    return tuple(found)


def read_reservation_line(
    source: Source, take: Take, line: Line, index: NameIndex, *, separator: str
) -> ReservationLine:
    """Return a line of reservations; C037 if it doesn't follow the recipe's pattern."""
    content = line.content
    match = (
        take.pattern.fullmatch(source.text, content.start, content.end) if take.pattern else None
    )
    if match is None:
        raise InputError(
            "C037",
            "a line of reservations that doesn't follow the pattern",
            mend=f"Compare it with the pattern at {take.place}.",
            place=source.place(line.start),
        )
    role = (take.roles or {})[match["role"]]
    number = NUMERALS[take.numerals].read(match["number"])
    names = segment_names(source, Span(*match.span("names")), index, separator=separator)
    start = Span(match.start("role"), match.end("number"))
    return ReservationLine(content, f"{role}/{number}", start, names)


def join_reservations(
    source: Source,
    endorsers: Sequence[NamedParty],
    lines: Sequence[ReservationLine],
    paragraphs: Iterable[str],
) -> tuple[Endorsement, ...]:
    """Return the endorsements with their reservations, in the order of the list.

    Errors: C032 and C033 where asterisks and reservations disagree, C034 a party that isn't
    listed, C035 a paragraph that doesn't exist, C036 a party or a reservation listed twice.
    """
    _refuse_doubles(source, endorsers)
    _refuse_unknown_paragraphs(source, lines, set(paragraphs))
    listed = {named.party: named for named in endorsers}
    reservations = _collect(source, lines, listed)
    return tuple(
        _endorse(source, named, tuple(reservations.get(named.party, ()))) for named in endorsers
    )


def _refuse_doubles(source: Source, endorsers: Iterable[NamedParty]) -> None:
    seen: dict[str, NamedParty] = {}
    for named in endorsers:
        if named.party in seen:
            raise InputError(
                "C036",
                f"{source.exact(named.span)} ({named.party}) is listed twice",
                mend=f"See {source.place(seen[named.party].span.start)}.",
                place=source.place(named.span.start),
            )
        seen[named.party] = named


def _refuse_unknown_paragraphs(
    source: Source, lines: Iterable[ReservationLine], paragraphs: set[str]
) -> None:
    seen: set[str] = set()
    for line in lines:
        place = source.place(line.paragraph_span.start)
        if line.paragraph not in paragraphs:
            mend = "Check the line against the declaration's paragraphs."
            problem = f"there is no paragraph {line.paragraph}"
            raise InputError("C035", problem, mend=mend, place=place)
        if line.paragraph in seen:
            mend = "Join the two lines."
            problem = f"a second line for {line.paragraph}"
            raise InputError("C036", problem, mend=mend, place=place)
        seen.add(line.paragraph)


def _collect(
    source: Source, lines: Iterable[ReservationLine], listed: Mapping[str, NamedParty]
) -> Mapping[str, list[Reservation]]:
    found: defaultdict[str, list[Reservation]] = defaultdict(list)
    for line, named in _named_in(lines):
        name, place = source.exact(named.span), source.place(named.span.start)
        if named.party not in listed:
            mend = "Check the list of endorsers."
            problem = f"a reservation of {name}, which isn't listed"
            raise InputError("C034", problem, mend=mend, place=place)
        if any(made.paragraph == line.paragraph for made in found[named.party]):
            mend = "Keep one of them."
            raise InputError("C036", f"{name} stands twice in the line", mend=mend, place=place)
        made = Reservation(party=named.party, paragraph=line.paragraph, name=name, span=named.span)
        found[named.party].append(made)
    return found


def _named_in(lines: Iterable[ReservationLine]) -> Iterator[tuple[ReservationLine, NamedParty]]:
    for line in lines:
        for named in line.parties:
            yield line, named


def _endorse(
    source: Source, named: NamedParty, reservations: tuple[Reservation, ...]
) -> Endorsement:
    name, place = source.exact(named.span), source.place(named.span.start)
    if named.asterisk and not reservations:
        mend = "Check the lines of reservations."
        raise InputError(
            "C032", f"{name} has an asterisk but no reservation", mend=mend, place=place
        )
    if reservations and not named.asterisk:
        mend = "Check the list of endorsers."
        problem = f"{name} has no asterisk, but reservations"
        at = source.place(reservations[0].span.start)
        raise InputError("C033", problem, mend=f"{mend} It is listed at {place}.", place=at)
    return Endorsement(
        party=named.party,
        name=name,
        span=named.span,
        asterisk=named.asterisk,
        reservations=reservations,
    )
