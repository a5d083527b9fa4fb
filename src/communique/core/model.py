"""Core layer: what a declaration says, typed, with the span of everything that stands in a source.

Identifiers of parties are the paths of their IRIs below `id/`, such as `state/POL`; forces,
topics and instruments are slugs.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from communique.core.source import Source, Span

#: A text in several languages: BCP 47 tag to words.
Labels = Mapping[str, str]

ParagraphRole = Literal["preamble", "chapeau", "operative"]
ForceSource = Literal["explicit", "chapeau", "none"]


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Who says what was read into the text: the source itself, a named rule, or a curator."""

    kind: Literal["source", "rule", "curator"]
    rule: str | None = None
    overridden_rule: str | None = None
    reason: str | None = None
    reviewed: bool = False


@dataclass(frozen=True, kw_only=True)
class Act:
    """What the declarants do with a statement: its force, the words that show it, how it binds."""

    force: str
    source: ForceSource
    marker: Span | None
    addressees: tuple[str, ...] = ()
    negated: bool = False
    binding: bool = False
    origin: Origin


@dataclass(frozen=True, kw_only=True)
class Citation:
    """A named instrument cited in a statement, with the part of it where one is named."""

    instrument: str
    span: Span
    part: str | None = None
    origin: Origin


@dataclass(frozen=True, kw_only=True)
class TopicAssignment:
    """A topic that a statement is about."""

    topic: str
    origin: Origin


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One sentence of a paragraph; `number` within the paragraph, `position` in the expression."""

    number: int
    position: int
    span: Span
    acts: tuple[Act, ...] = ()
    citations: tuple[Citation, ...] = ()
    topics: tuple[TopicAssignment, ...] = ()

    @property
    def is_commitment(self) -> bool:
        """Whether the declarants bind themselves to future conduct by at least one act."""
        return any(act.binding for act in self.acts)


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A paragraph of the declaration; the chapeau has no number and no statements."""

    role: ParagraphRole
    number: int | None
    position: int
    span: Span
    label: Span | None = None
    statements: tuple[Statement, ...] = ()

    @property
    def identifier(self) -> str:
        """Its path within the declaration: 'preamble/1', 'chapeau', 'operative/8'."""
        return self.role if self.number is None else f"{self.role}/{self.number}"


@dataclass(frozen=True, kw_only=True)
class Passage:
    """Words of the page that aren't a paragraph but say something: a title, a date, a note."""

    role: str
    span: Span
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Furniture:
    """A stretch of the page that says nothing of the declaration, with the reason why."""

    span: Span
    reason: Labels


@dataclass(frozen=True, kw_only=True)
class Reservation:
    """A party's name in the line of reservations of one paragraph; its kind is not told."""

    party: str
    paragraph: str
    name: str
    span: Span


@dataclass(frozen=True, kw_only=True)
class Endorsement:
    """A party's name in the list of endorsers, its asterisk and its reservations."""

    party: str
    name: str
    span: Span
    asterisk: Span | None = None
    reservations: tuple[Reservation, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Correspondence:
    """A point of the summary seen as summarising a paragraph."""

    paragraph: str
    origin: Origin


@dataclass(frozen=True, kw_only=True)
class Point:
    """A numbered point (a bullet) of the summary."""

    number: int
    span: Span
    correspondences: tuple[Correspondence, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Summary:
    """The note that goes with the declaration and sums it up in points."""

    title: Span
    issued: datetime.date
    published_at: tuple[str, ...]
    points: tuple[Point, ...]


@dataclass(frozen=True, kw_only=True)
class Event:
    """The meeting that adopted the declaration; its hosts are mentioned in passages."""

    span: Span
    labels: Labels


@dataclass(frozen=True, kw_only=True)
class Expression:
    """A language version of the declaration; `source` is there if we hold its text."""

    language: str
    title: str
    published_at: tuple[str, ...] = ()
    translation_of: str | None = None
    source: Source | None = None
    sha256: str | None = None
    authority: str | None = None
    retrieved_from: str | None = None


@dataclass(frozen=True, kw_only=True)
class Counts:
    """What the recipe declares that there is; the reader and the shapes hold the graph to it."""

    preamble: int
    operative: int
    statements: int
    endorsements: int
    reservations: int
    points: int


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """A declaration as read from its source; parties are identified, everything has its span."""

    slug: str
    titles: Labels
    issued: datetime.date
    issuer: str
    place: str
    expressions: tuple[Expression, ...]
    paragraphs: tuple[Paragraph, ...]
    endorsements: tuple[Endorsement, ...]
    passages: tuple[Passage, ...]
    furniture: tuple[Furniture, ...]
    counts: Counts
    event: Event | None = None
    summary: Summary | None = None

    @property
    def held(self) -> Expression:
        """The expression whose source is held (the recipe reader makes sure that there is one)."""
        return next(expression for expression in self.expressions if expression.source)

    @property
    def source(self) -> Source:
        """The source text that all spans point into."""
        source = self.held.source
        if source is None:
            raise ValueError(f"{self.slug} has no source")
        return source

    def statements(self) -> Iterator[tuple[Paragraph, Statement]]:
        """Yield every statement with its paragraph, in the order of the text."""
        for paragraph in self.paragraphs:
            for statement in paragraph.statements:
                yield paragraph, statement

    def reservations(self) -> Iterator[Reservation]:
        """Yield every reservation, in the order of the list of endorsers."""
        for endorsement in self.endorsements:
            yield from endorsement.reservations


@dataclass(frozen=True, kw_only=True)
class PartyRecord:
    """An authority record: names by language (preferred first), codes by scheme, accepted links."""

    identifier: str
    names: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, str]
    wikidata: str | None = None
    same_as: tuple[str, ...] = ()

    def preferred(self, language: str) -> str:
        """Return the preferred name in a language, or in English where there is none."""
        return self.names.get(language, self.names["en"])[0]
