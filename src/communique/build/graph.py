"""Build layer: one named graph being filled with quads, in the order in which they are added."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from communique.build.terms import DATE, LABEL, TYPE
from communique.core.model import Labels

Term = ox.NamedNode | ox.Literal


class GraphBuilder:
    """Collects the quads of one named graph; nothing is added twice by its callers."""

    def __init__(self, iri: str) -> None:
        """Begin the graph with this IRI."""
        self.name = ox.NamedNode(iri)
        self.quads: list[ox.Quad] = []

    def describe(
        self, subject: ox.NamedNode, types: Iterable[ox.NamedNode], labels: Labels
    ) -> None:
        """Add a node's types and labels."""
        for one in types:
            self.add(subject, TYPE, one)
        self.add_labels(subject, LABEL, labels)

    def add(self, subject: ox.NamedNode, predicate: ox.NamedNode, value: Term) -> None:
        """Add one quad."""
        self.quads.append(ox.Quad(subject, predicate, value, self.name))

    def add_labels(self, subject: ox.NamedNode, predicate: ox.NamedNode, labels: Labels) -> None:
        """Add one language-tagged literal a language."""
        for language, words in labels.items():
            self.add(subject, predicate, ox.Literal(words, language=language))

    def add_text(self, subject: ox.NamedNode, predicate: ox.NamedNode, words: str) -> None:
        """Add a plain string."""
        self.add(subject, predicate, ox.Literal(words))

    def add_number(self, subject: ox.NamedNode, predicate: ox.NamedNode, number: int) -> None:
        """Add an xsd:integer."""
        self.add(subject, predicate, ox.Literal(number))

    def add_date(self, subject: ox.NamedNode, predicate: ox.NamedNode, date: object) -> None:
        """Add an xsd:date from a `datetime.date`."""
        self.add(subject, predicate, ox.Literal(str(date), datatype=DATE))
