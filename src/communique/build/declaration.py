"""Build layer: the graph of one declaration: the work, its expressions, source and page."""

from __future__ import annotations

import pyoxigraph as ox

from communique.build.graph import GraphBuilder
from communique.build.labels import (
    bilingual,
    extend,
    label_expression,
    label_paragraph,
    label_passage,
)
from communique.build.parties import build_endorsements
from communique.build.spans import SpanRegister
from communique.build.statements import build_paragraph_statements
from communique.build.summary import build_summary
from communique.build.terms import cq, dcterms, legal_value
from communique.core.iris import Iris
from communique.core.model import Declaration, Expression, Paragraph, Passage


class DeclarationBuilder:
    """Builds `graph/<d>`; the IRIs of its parts begin with the declaration's."""

    def __init__(self, declaration: Declaration, iris: Iris) -> None:
        """Begin an empty graph."""
        self.declaration, self.iris = declaration, iris
        self.graph = GraphBuilder(iris.graph(declaration.slug))
        self.iri = iris.thing(declaration.slug)
        self.held = f"{self.iri}/{declaration.held.language}"
        self.document = f"{self.held}/source"
        self.spans = SpanRegister(self.graph, iris, self.document, declaration.source)

    def build(self) -> list[ox.Quad]:
        """Return the quads of the graph, in the order of the declaration."""
        self._build_work()
        for expression in self.declaration.expressions:
            self._build_expression(expression)
        self._build_source()
        for paragraph in self.declaration.paragraphs:
            self._build_paragraph(paragraph)
            build_paragraph_statements(
                self.graph, self.spans, self.iris, self.declaration, paragraph
            )
        build_endorsements(self.graph, self.spans, self.iris, self.declaration)
        self._build_event()
        build_summary(self.graph, self.spans, self.iris, self.declaration)
        self._build_page()
        self.spans.describe_all()
        return self.graph.quads

    def _build_work(self) -> None:
        work, declaration = ox.NamedNode(self.iri), self.declaration
        self.graph.describe(work, [cq("Declaration")], bilingual_title(declaration))
        self.graph.add_labels(work, dcterms("title"), declaration.titles)
        self.graph.add_text(work, dcterms("identifier"), declaration.slug)
        self.graph.add_date(work, dcterms("issued"), declaration.issued)
        language = declaration.held.language
        self.graph.add_labels(work, cq("issuer"), {language: declaration.issuer})
        self.graph.add_labels(work, cq("place"), {language: declaration.place})
        counts = declaration.counts
        self.graph.add_number(work, cq("preambleCount"), counts.preamble)
        self.graph.add_number(work, cq("operativeCount"), counts.operative)
        self.graph.add_number(work, cq("statementCount"), counts.statements)
        self.graph.add_number(work, cq("endorsementCount"), counts.endorsements)
        self.graph.add_number(work, cq("reservationCount"), counts.reservations)
        if declaration.event:
            self.graph.add(work, cq("adoptedAt"), ox.NamedNode(f"{self.iri}/event"))
        for expression in declaration.expressions:
            node = ox.NamedNode(f"{self.iri}/{expression.language}")
            self.graph.add(work, cq("hasExpression"), node)
        for paragraph in declaration.paragraphs:
            node = ox.NamedNode(f"{self.iri}/{paragraph.identifier}")
            self.graph.add(work, cq("hasParagraph"), node)

    def _build_expression(self, expression: Expression) -> None:
        node = ox.NamedNode(f"{self.iri}/{expression.language}")
        labels = label_expression(bilingual_title(self.declaration), expression.language)
        self.graph.describe(node, [cq("Expression")], labels)
        self.graph.add_text(node, dcterms("language"), expression.language)
        title = {expression.language: expression.title}
        self.graph.add_labels(node, dcterms("title"), title)
        for address in expression.published_at:
            self.graph.add(node, cq("publishedAt"), ox.NamedNode(address))
        if expression.translation_of:
            original = ox.NamedNode(f"{self.iri}/{expression.translation_of}")
            self.graph.add(node, cq("translationOf"), original)
        if expression.source:
            self.graph.add(node, cq("hasSource"), ox.NamedNode(self.document))
            for paragraph, statement in self.declaration.statements():
                path = f"{self.held}/{paragraph.identifier}/statement/{statement.number}"
                self.graph.add(node, cq("hasStatement"), ox.NamedNode(path))

    def _build_source(self) -> None:
        node, held = ox.NamedNode(self.document), self.declaration.held
        labels = extend(
            label_expression(bilingual_title(self.declaration), held.language), "source", "来源"
        )
        self.graph.describe(node, [cq("SourceDocument")], labels)
        self.graph.add_text(node, cq("fileName"), self.declaration.source.path.name)
        self.graph.add_text(node, cq("sha256"), held.sha256 or "")
        self.graph.add_number(node, cq("length"), len(self.declaration.source.text))
        self.graph.add(node, cq("authority"), legal_value(held.authority or ""))
        if held.retrieved_from:
            self.graph.add(node, cq("retrievedFrom"), ox.NamedNode(held.retrieved_from))

    def _build_paragraph(self, paragraph: Paragraph) -> None:
        node = ox.NamedNode(f"{self.iri}/{paragraph.identifier}")
        self.graph.describe(node, [cq("Paragraph")], label_paragraph(paragraph.identifier))
        self.graph.add(node, cq("role"), cq(paragraph.role.capitalize()))
        if paragraph.number is not None:
            self.graph.add_number(node, cq("number"), paragraph.number)
        self.graph.add_number(node, cq("position"), paragraph.position)
        self.graph.add_text(node, dcterms("identifier"), paragraph.identifier)
        words = self.declaration.source.exact(paragraph.span)
        self.graph.add_labels(node, cq("text"), {self.declaration.held.language: words})
        self.spans.point(node, paragraph.span)

    def _build_event(self) -> None:
        event = self.declaration.event
        if event is None:
            return
        node = ox.NamedNode(f"{self.iri}/event")
        self.graph.describe(node, [cq("Event")], event.labels)
        name = {self.declaration.held.language: self.declaration.source.exact(event.span)}
        self.graph.add_labels(node, cq("nameAsListed"), name)
        self.spans.point(node, event.span)

    def _build_page(self) -> None:
        """Build passages and furniture, then a passage for each leaf that nothing else holds."""
        for passage in self.declaration.passages:
            self._build_passage(passage)
        for furniture in self.declaration.furniture:
            node = ox.NamedNode(f"{self.document}/furniture/{furniture.span.start}")
            labels = extend(
                furniture.reason,
                f"at character {furniture.span.start}",
                f"第 {furniture.span.start} 字符处",
            )
            self.graph.describe(node, [cq("Furniture")], labels)
            self.graph.add_labels(node, cq("reason"), furniture.reason)
            self.graph.add(node, dcterms("isPartOf"), ox.NamedNode(self.document))
            self.spans.point(node, furniture.span)
        for leaf in list(self.spans.unaccounted()):
            self._build_passage(Passage(role="words", span=leaf))

    def _build_passage(self, passage: Passage) -> None:
        kind = "words" if passage.role == "words" else passage.role
        node = ox.NamedNode(f"{self.document}/{kind}/{passage.span.start}")
        self.graph.describe(node, [cq("Passage")], label_passage(passage.role, passage.span))
        self.graph.add(node, cq("role"), cq(camel_case(passage.role)))
        self.graph.add(node, dcterms("isPartOf"), ox.NamedNode(self.document))
        for party in passage.mentions:
            self.graph.add(node, cq("mentions"), ox.NamedNode(self.iris.thing(party)))
        self.spans.point(node, passage.span)


def bilingual_title(declaration: Declaration) -> dict[str, str]:
    """Return the declaration's title in en and zh-Hans, the first one where a language lacks it."""
    titles = declaration.titles
    first = next(iter(titles.values()))
    return dict(bilingual(titles.get("en", first), titles.get("zh-Hans", first)))


def camel_case(slug: str) -> str:
    """Return a slug as the local name of a term.

    >>> camel_case("host-mention")
    'HostMention'
    """
    return "".join(word.capitalize() for word in slug.split("-"))
