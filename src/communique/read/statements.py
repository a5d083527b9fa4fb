"""Read layer: the acts, citations and topics of every statement, by rule and review."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from communique.core.model import (
    Act,
    Citation,
    Correspondence,
    Origin,
    Paragraph,
    Point,
    Statement,
    TopicAssignment,
)
from communique.core.source import Source
from communique.read.annotate import (
    ADDED,
    AGREED,
    DROPPED,
    Annotation,
    Comparison,
    is_equal_act,
    is_equal_citation,
    is_same_act,
    is_same_citation,
    is_same_topic,
    join_annotations,
)
from communique.read.lexicon import Lexicon
from communique.read.review import Review, ReviewedStatement, Vocabulary, apply_review
from communique.read.rules import (
    propose_acts,
    propose_citations,
    propose_correspondences,
    propose_topics,
)


@dataclass(frozen=True, kw_only=True)
class Annotator:
    """What is needed to annotate a text; `comparisons` grows with every reviewed statement."""

    source: Source
    lexicon: Lexicon
    review: Review
    vocabulary: Vocabulary
    comparisons: list[Comparison]

    def annotate_paragraphs(self, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
        """Return the paragraphs with the annotations of their statements.

        Errors: C040 for a reviewed statement that doesn't exist, and those of `apply_review`.
        """
        annotated = tuple(
            replace(
                paragraph,
                statements=tuple(self._annotate(paragraph, one) for one in paragraph.statements),
            )
            for paragraph in paragraphs
        )
        known = {_identify(p, one) for p in paragraphs for one in p.statements}
        for key, value in self.review.statements.items():
            if key not in known:
                mend = "Write paragraph and sentence number, such as operative/8/1."
                value.fail("C040", f"there is no statement {key}", mend=mend)
        return annotated

    def annotate_points(
        self, points: Sequence[Point], paragraphs: Sequence[Paragraph]
    ) -> tuple[Point, ...]:
        """Return the points with the paragraphs that they summarise; C035, C040."""
        proposed = propose_correspondences(self.lexicon, self.source, points, paragraphs)
        known = {paragraph.identifier for paragraph in paragraphs}
        for key, value in self.review.points.items():
            if key not in {str(point.number) for point in points}:
                mend = "Write the number of a point."
                value.fail("C040", f"there is no point {key}", mend=mend)
        return tuple(
            replace(point, correspondences=self._join_point(point, proposed[point.number], known))
            for point in points
        )

    def _annotate(self, paragraph: Paragraph, statement: Statement) -> Statement:
        acts = propose_acts(self.lexicon, self.source, paragraph, statement)
        citations = propose_citations(self.lexicon, self.source, statement)
        topics = propose_topics(self.lexicon, self.source, statement)
        key = _identify(paragraph, statement)
        if key in self.review.statements:
            value = self.review.statements[key]
            reviewed = apply_review(value, self.source, statement.span, self.vocabulary)
            acts, citations, topics = self._join(key, (acts, citations, topics), reviewed)
        return replace(statement, acts=acts, citations=citations, topics=topics)

    def _join(
        self,
        key: str,
        proposed: tuple[tuple[Act, ...], tuple[Citation, ...], tuple[TopicAssignment, ...]],
        reviewed: ReviewedStatement,
    ) -> tuple[tuple[Act, ...], tuple[Citation, ...], tuple[TopicAssignment, ...]]:
        acts, act_fates = join_annotations(
            proposed[0], reviewed.acts, is_same=is_same_act, is_equal=is_equal_act
        )
        citations, citation_fates = join_annotations(
            proposed[1], reviewed.citations, is_same=is_same_citation, is_equal=is_equal_citation
        )
        topics, topic_fates = join_annotations(
            proposed[2], reviewed.topics, is_same=is_same_topic, is_equal=is_same_topic
        )
        self._record(key, "act", act_fates, self._describe_act)
        self._record(key, "citation", citation_fates, self._describe_citation)
        self._record(key, "topic", topic_fates, lambda made: made.topic)
        return acts, citations, topics

    def _record(
        self,
        key: str,
        kind: str,
        fates: Sequence[tuple[str, Annotation | None, Annotation | None]],
        describe: Callable[[Annotation], str],
    ) -> None:
        for outcome, rule, review in fates:
            said = (describe(one) if one is not None else "" for one in (rule, review))
            self.comparisons.append(Comparison(key, kind, outcome, *said))

    def _describe_act(self, act: Act) -> str:
        words = self.source.exact(act.marker) if act.marker else "–"
        flags = [act.source, "binding" if act.binding else "not binding"]
        flags += ["negated"] if act.negated else []
        return f"{act.force} ({words}; {', '.join([*flags, *act.addressees])})"

    def _describe_citation(self, citation: Citation) -> str:
        return f"{citation.instrument} ({self.source.exact(citation.span)})"

    def _join_point(
        self, point: Point, proposed: Sequence[Correspondence], known: set[str]
    ) -> tuple[Correspondence, ...]:
        value = self.review.points.get(str(point.number))
        if value is None:
            return tuple(proposed)
        wanted = [item.choice(known, what="paragraph", code="C035") for item in value.distinct()]
        by_rule = {made.paragraph: made for made in proposed}
        place = f"point/{point.number}"
        for name in dict.fromkeys([*wanted, *by_rule]):
            outcome = AGREED if name in wanted and name in by_rule else ADDED
            outcome = outcome if name in wanted else DROPPED
            said = (name if name in by_rule else "", name if name in wanted else "")
            self.comparisons.append(Comparison(place, "correspondence", outcome, *said))
        return tuple(_review_correspondence(name, by_rule.get(name)) for name in wanted)


def _review_correspondence(paragraph: str, rule: Correspondence | None) -> Correspondence:
    if rule is not None:
        return replace(rule, origin=replace(rule.origin, reviewed=True))
    return Correspondence(paragraph=paragraph, origin=Origin(kind="curator", reviewed=True))


def _identify(paragraph: Paragraph, statement: Statement) -> str:
    return f"{paragraph.identifier}/{statement.number}"
