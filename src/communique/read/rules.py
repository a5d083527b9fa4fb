"""Read layer: what the rules of a lexicon propose for a text: acts, citations, topics, points.

No words of any language stand here; they all come out of the lexicon.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from communique.core.model import (
    Citation,
    Correspondence,
    Origin,
    Paragraph,
    Point,
    Statement,
    TopicAssignment,
)
from communique.core.source import Source, Span
from communique.read.acts import propose_acts
from communique.read.lexicon import Lexicon

__all__ = ["propose_acts", "propose_citations", "propose_correspondences", "propose_topics"]


def propose_citations(
    lexicon: Lexicon, source: Source, statement: Statement
) -> tuple[Citation, ...]:
    """Return the instruments named in a statement, in the order of the text.

    Where names overlap, the longest counts. The span takes in the marks of a title and the part
    that is named right behind it, such as an article.
    """
    taken: list[Citation] = []
    for slug, span in sorted(_names(lexicon, source, statement.span), key=_longest_first):
        if not any(span.overlaps(other.span) for other in taken):
            taken.append(_cite(lexicon, source, statement, slug, span))
    return tuple(sorted(taken, key=lambda citation: citation.span))


def propose_topics(
    lexicon: Lexicon, source: Source, statement: Statement
) -> tuple[TopicAssignment, ...]:
    """Return the topics whose words stand in a statement, in the order of the lexicon."""
    return tuple(
        TopicAssignment(topic=topic, origin=_origin(lexicon, "topic", topic))
        for topic in _find_topics(lexicon, source.exact(statement.span))
    )


def propose_correspondences(
    lexicon: Lexicon, source: Source, points: Sequence[Point], paragraphs: Sequence[Paragraph]
) -> Mapping[int, tuple[Correspondence, ...]]:
    """Return, by the points' numbers, the paragraphs that share a main topic with the point.

    The topics of a point are those of its words; topics that are too general are left out.
    """
    topics = {paragraph.identifier: _main_topics(lexicon, source, paragraph)
              for paragraph in paragraphs}  # fmt: skip
    origin = _origin(lexicon, "point", lexicon.points.id)
    found = {}
    for point in points:
        about = set(_find_topics(lexicon, source.exact(point.span))) - lexicon.points.too_general
        found[point.number] = tuple(
            Correspondence(paragraph=paragraph.identifier, origin=origin)
            for paragraph in paragraphs
            if about & topics[paragraph.identifier]
        )
    return found


def _names(lexicon: Lexicon, source: Source, within: Span) -> Iterator[tuple[str, Span]]:
    """Yield every name of an instrument with its span, overlapping ones included."""
    for rule in lexicon.instruments:
        for match in rule.words.finditer(source.text, within.start, within.end):
            yield rule.slug, _take_in_marks(lexicon, source, Span(*match.span()))


def _take_in_marks(lexicon: Lexicon, source: Source, name: Span) -> Span:
    """Return the span of a name with the marks of a title if it stands between them."""
    opening, closing = lexicon.title_marks
    marked = Span(name.start - len(opening), name.end + len(closing))
    words = opening + source.exact(name) + closing
    return marked if marked.start >= 0 and source.exact(marked) == words else name


def _cite(
    lexicon: Lexicon, source: Source, statement: Statement, instrument: str, name: Span
) -> Citation:
    part = lexicon.instrument_part.match(source.text, name.end, statement.span.end)
    return Citation(
        instrument=instrument,
        span=Span(name.start, part.end() if part else name.end),
        part=part["part"] if part else None,
        origin=_origin(lexicon, "citation", instrument),
    )


def _main_topics(lexicon: Lexicon, source: Source, paragraph: Paragraph) -> set[str]:
    """Return the topics of a paragraph's first sentence, and those of enough of its sentences."""
    found = [
        _find_topics(lexicon, source.exact(statement.span)) for statement in paragraph.statements
    ]
    counted = Counter(_flatten(found))
    recurring = {
        topic for topic, count in counted.items() if count >= lexicon.points.least_statements
    }
    return recurring.union(*found[:1])


def _find_topics(lexicon: Lexicon, words: str) -> tuple[str, ...]:
    return tuple(rule.slug for rule in lexicon.topics if rule.words.search(words))


def _origin(lexicon: Lexicon, kind: str, name: str) -> Origin:
    return Origin(kind="rule", rule=lexicon.rule(kind, name))


def _longest_first(named: tuple[str, Span]) -> tuple[int, Span]:
    return -len(named[1]), named[1]


def _flatten(found: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for topics in found:
        yield from topics
