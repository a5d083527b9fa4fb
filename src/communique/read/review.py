"""Read layer: the review of a declaration, `annotations.yaml`: what a curator reads in the text.

Every quoted word is looked up in the source when the review is applied; `docs/review.md` explains
the format.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from communique.core.model import Act, Citation, ForceSource, Origin, TopicAssignment
from communique.core.source import Source, Span
from communique.core.strict_yaml import Value, read_yaml

_SOURCES: tuple[ForceSource, ...] = ("explicit", "chapeau", "none")


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """The slugs that a review may use."""

    forces: Collection[str]
    topics: Collection[str]
    instruments: Collection[str]
    parties: Collection[str]


@dataclass(frozen=True, kw_only=True)
class Review:
    """The reviewed statements, points and hosts, not yet looked up in the source."""

    statements: Mapping[str, Value] = field(default_factory=dict)
    points: Mapping[str, Value] = field(default_factory=dict)
    hosts: tuple[Value, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReviewedStatement:
    """What the curator reads in one statement, each with the curator as its origin."""

    acts: tuple[Act, ...]
    citations: tuple[Citation, ...]
    topics: tuple[TopicAssignment, ...]


def read_review(path: Path) -> Review:
    """Return the review, or an empty one where there is no file (nothing is reviewed yet)."""
    if not path.exists():
        return Review()
    root = read_yaml(path).fields(["review", "statements"], ["points", "hosts"])
    root["review"].fields(["by", "on", "of"])["on"].date()
    return Review(
        statements={key.text(): value for key, value in root["statements"].entries()},
        points={k.text(): v for k, v in root["points"].entries()} if "points" in root else {},
        hosts=root["hosts"].items() if "hosts" in root else (),
    )


def apply_review(
    value: Value, source: Source, within: Span, vocabulary: Vocabulary
) -> ReviewedStatement:
    """Return what the review says of a statement, its words found within the statement's span.

    Errors: C013 to C016, C041 words that aren't there, C042 an unknown slug.
    """
    keys = value.fields(["acts"], ["citations", "topics"])
    if not keys["acts"].items():
        mend = "Give at least one, if need be with force 'assert' and source 'none'."
        keys["acts"].fail("C013", "a statement without acts", mend=mend)
    citations = keys["citations"].items() if "citations" in keys else ()
    topics = keys["topics"].distinct() if "topics" in keys else ()
    reader = _StatementReader(source, within, vocabulary)
    return ReviewedStatement(
        acts=tuple(reader.read_act(item) for item in keys["acts"].items()),
        citations=tuple(reader.read_citation(item) for item in citations),
        topics=tuple(reader.read_topic(item) for item in topics),
    )


def find_words(words: Value, source: Source, within: Span, *, occurrence: int = 1) -> Span:
    """Return the span of quoted words within a span; C041 if they aren't there."""
    span = source.find(words.text(), within, occurrence=occurrence)
    if span is None:
        nth = f" {occurrence} times" if occurrence > 1 else ""
        place = source.place(within.start)
        mend = f"Quote the words exactly as they stand at {place}."
        words.fail("C041", f"'{words.text()}' doesn't stand there{nth}", mend=mend)
    return span


@dataclass(frozen=True)
class _StatementReader:
    source: Source
    within: Span
    vocabulary: Vocabulary

    def read_act(self, value: Value) -> Act:
        optional = ["marker", "occurrence", "negated", "addressees", "reason"]
        keys = value.fields(["force", "source", "binding"], optional)
        how = keys["source"].choice(_SOURCES, what="source of a force")
        return Act(
            force=keys["force"].choice(self.vocabulary.forces, what="force", code="C042"),
            source=next(name for name in _SOURCES if name == how),
            marker=self._find(keys, "marker") if "marker" in keys else None,
            addressees=tuple(self._read_addressees(keys.get("addressees"))),
            negated=keys["negated"].boolean() if "negated" in keys else False,
            binding=keys["binding"].boolean(),
            origin=_by_curator(keys),
        )

    def read_citation(self, value: Value) -> Citation:
        keys = value.fields(["words", "instrument"], ["occurrence", "part", "reason"])
        span = self._find(keys, "words")
        if "part" in keys:
            find_words(keys["part"], self.source, span)
        known = self.vocabulary.instruments
        return Citation(
            instrument=keys["instrument"].choice(known, what="instrument", code="C042"),
            span=span,
            part=keys["part"].text() if "part" in keys else None,
            origin=_by_curator(keys),
        )

    def read_topic(self, value: Value) -> TopicAssignment:
        topic = value.choice(self.vocabulary.topics, what="topic", code="C042")
        return TopicAssignment(topic=topic, origin=Origin(kind="curator", reviewed=True))

    def _find(self, keys: Mapping[str, Value], name: str) -> Span:
        occurrence = keys["occurrence"].integer(least=1) if "occurrence" in keys else 1
        return find_words(keys[name], self.source, self.within, occurrence=occurrence)

    def _read_addressees(self, value: Value | None) -> Iterator[str]:
        for item in value.distinct() if value else ():
            yield item.choice(self.vocabulary.parties, what="addressee", code="C042")


def _by_curator(keys: Mapping[str, Value]) -> Origin:
    reason = keys["reason"].text() if "reason" in keys else None
    return Origin(kind="curator", reason=reason, reviewed=True)
