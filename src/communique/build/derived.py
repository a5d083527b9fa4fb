"""Build layer: the shortcuts of `graph/<d>/derived`, each derived from what it stands for."""

from __future__ import annotations

import pyoxigraph as ox

from communique.build.graph import GraphBuilder
from communique.build.terms import cq, dcterms
from communique.core.iris import Iris
from communique.core.model import Declaration, Paragraph, Statement


class DerivedBuilder:
    """Builds the shortcuts of one declaration; `docs/model.md` says what each one stands for."""

    def __init__(self, declaration: Declaration, iris: Iris) -> None:
        """Begin an empty graph."""
        self.declaration, self.iris = declaration, iris
        self.graph = GraphBuilder(iris.graph(declaration.slug, "derived"))

    def build(self) -> list[ox.Quad]:
        """Return the quads of the graph, in the order of the declaration."""
        for paragraph in self.declaration.paragraphs:
            self._derive_paragraph(paragraph)
        self._derive_parties()
        self._derive_hosts()
        self._derive_points()
        return self.graph.quads

    def _node(self, *path: str) -> ox.NamedNode:
        return ox.NamedNode(self.iris.thing(*path))

    def _derive_paragraph(self, paragraph: Paragraph) -> None:
        node = self._node(self.declaration.slug, paragraph.identifier)
        topics = [topic.topic for one in paragraph.statements for topic in one.topics]
        for topic in sorted(set(topics)):
            self.graph.add(node, dcterms("subject"), self._node("topic", topic))
        reserving = [
            r for r in self.declaration.reservations() if r.paragraph == paragraph.identifier
        ]
        for reservation in reserving:
            self.graph.add(node, cq("reservedBy"), self._node(reservation.party))
        for statement in paragraph.statements:
            self._derive_statement(paragraph, statement)

    def _derive_statement(self, paragraph: Paragraph, statement: Statement) -> None:
        language = self.declaration.held.language
        path = (self.declaration.slug, language, paragraph.identifier, "statement")
        node = self._node(*path, str(statement.number))
        forces = list(dict.fromkeys(act.force for act in statement.acts))
        for force in forces[:1]:
            self.graph.add(node, cq("primaryForce"), self._node("force", force))
        for force in forces:
            self.graph.add(node, cq("force"), self._node("force", force))
        for instrument in dict.fromkeys(one.instrument for one in statement.citations):
            self.graph.add(node, cq("cites"), self._node("instrument", instrument))
        for topic in statement.topics:
            self.graph.add(node, dcterms("subject"), self._node("topic", topic.topic))

    def _derive_parties(self) -> None:
        work = self._node(self.declaration.slug)
        for endorsement in self.declaration.endorsements:
            party = self._node(endorsement.party)
            self.graph.add(party, cq("endorses"), work)
            for reservation in endorsement.reservations:
                paragraph = self._node(self.declaration.slug, reservation.paragraph)
                self.graph.add(party, cq("reservesOn"), paragraph)

    def _derive_hosts(self) -> None:
        if self.declaration.event is None:
            return
        event = self._node(self.declaration.slug, "event")
        hosts = [p for p in self.declaration.passages if p.role == "host-mention"]
        for party in dict.fromkeys(party for passage in hosts for party in passage.mentions):
            self.graph.add(event, cq("host"), self._node(party))

    def _derive_points(self) -> None:
        summary = self.declaration.summary
        for point in summary.points if summary else ():
            language = self.declaration.held.language
            node = self._node(self.declaration.slug, language, "note", "point", str(point.number))
            for one in point.correspondences:
                paragraph = self._node(self.declaration.slug, one.paragraph)
                self.graph.add(node, cq("summarises"), paragraph)
