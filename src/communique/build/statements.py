"""Build layer: the statements of a paragraph with their acts, citations and topics."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from communique.build.graph import GraphBuilder
from communique.build.labels import extend, label_statement
from communique.build.origins import add_origin
from communique.build.spans import SpanRegister
from communique.build.terms import boolean, cq, dcterms
from communique.core.iris import Iris
from communique.core.model import (
    Act,
    Citation,
    Declaration,
    ForceSource,
    Labels,
    Paragraph,
    Statement,
    TopicAssignment,
)

_FORCE_SOURCES: dict[ForceSource, str] = {
    "explicit": "Explicit",
    "chapeau": "FromChapeau",
    "none": "NoPerformative",
}


def build_paragraph_statements(
    graph: GraphBuilder,
    spans: SpanRegister,
    iris: Iris,
    declaration: Declaration,
    paragraph: Paragraph,
) -> None:
    """Add the paragraph's statements to the graph, and link them from it."""
    node = ox.NamedNode(iris.thing(declaration.slug, paragraph.identifier))
    base = iris.thing(declaration.slug, declaration.held.language, paragraph.identifier)
    writer = _StatementWriter(graph, spans, iris, declaration, paragraph)
    for statement in paragraph.statements:
        graph.add(node, cq("hasStatement"), ox.NamedNode(f"{base}/statement/{statement.number}"))
    for statement in paragraph.statements:
        writer.write(statement, f"{base}/statement/{statement.number}")


@dataclass(frozen=True)
class _StatementWriter:
    graph: GraphBuilder
    spans: SpanRegister
    iris: Iris
    declaration: Declaration
    paragraph: Paragraph

    def write(self, statement: Statement, iri: str) -> None:
        node, graph = ox.NamedNode(iri), self.graph
        types = [cq("Statement")] + [cq("Commitment")] * statement.is_commitment
        labels = label_statement(self.paragraph.identifier, statement.number)
        graph.describe(node, types, labels)
        graph.add_number(node, cq("number"), statement.number)
        graph.add_number(node, cq("position"), statement.position)
        identifier = f"{self.paragraph.identifier}/{statement.number}"
        graph.add_text(node, dcterms("identifier"), identifier)
        words = self.declaration.source.exact(statement.span)
        graph.add_labels(node, cq("text"), {self.declaration.held.language: words})
        self.spans.point(node, statement.span)
        for number in range(1, len(statement.acts) + 1):
            graph.add(node, cq("act"), ox.NamedNode(f"{iri}/act/{number}"))
        for number in range(1, len(statement.citations) + 1):
            graph.add(node, cq("citation"), ox.NamedNode(f"{iri}/citation/{number}"))
        for number in range(1, len(statement.topics) + 1):
            graph.add(node, cq("topicAssignment"), ox.NamedNode(f"{iri}/topic/{number}"))
        self._write_annotations(statement, iri, labels)

    def _write_annotations(self, statement: Statement, iri: str, labels: Labels) -> None:
        for number, act in enumerate(statement.acts, 1):
            self._write_act(act, number, f"{iri}/act/{number}", labels)
        for number, citation in enumerate(statement.citations, 1):
            self._write_citation(citation, number, f"{iri}/citation/{number}", labels)
        for number, topic in enumerate(statement.topics, 1):
            self._write_topic(topic, number, f"{iri}/topic/{number}", labels)

    def _write_act(self, act: Act, number: int, iri: str, labels: Labels) -> None:
        node, graph = ox.NamedNode(iri), self.graph
        named = extend(labels, f"act {number}", f"行为 {number}")
        graph.describe(node, [cq("Act"), cq("Annotation")], named)
        graph.add_number(node, cq("number"), number)
        graph.add(node, cq("force"), ox.NamedNode(self.iris.thing("force", act.force)))
        graph.add(node, cq("forceSource"), cq(_FORCE_SOURCES[act.source]))
        if act.marker:
            words = self.declaration.source.exact(act.marker)
            graph.add_labels(node, cq("marker"), {self.declaration.held.language: words})
            self.spans.point(node, act.marker)
        for party in act.addressees:
            graph.add(node, cq("addressee"), ox.NamedNode(self.iris.thing(party)))
        graph.add(node, cq("negated"), boolean(act.negated))
        graph.add(node, cq("binding"), boolean(act.binding))
        add_origin(graph, node, act.origin)

    def _write_citation(self, citation: Citation, number: int, iri: str, labels: Labels) -> None:
        node, graph = ox.NamedNode(iri), self.graph
        named = extend(labels, f"citation {number}", f"引用 {number}")
        graph.describe(node, [cq("Citation"), cq("Annotation")], named)
        graph.add_number(node, cq("number"), number)
        instrument = ox.NamedNode(self.iris.thing("instrument", citation.instrument))
        graph.add(node, cq("instrument"), instrument)
        if citation.part:
            part = {self.declaration.held.language: citation.part}
            graph.add_labels(node, cq("citedPart"), part)
        self.spans.point(node, citation.span)
        add_origin(graph, node, citation.origin)

    def _write_topic(self, topic: TopicAssignment, number: int, iri: str, labels: Labels) -> None:
        node, graph = ox.NamedNode(iri), self.graph
        named = extend(labels, f"topic {number}", f"主题 {number}")
        graph.describe(node, [cq("TopicAssignment"), cq("Annotation")], named)
        graph.add(node, cq("topic"), ox.NamedNode(self.iris.thing("topic", topic.topic)))
        add_origin(graph, node, topic.origin)
