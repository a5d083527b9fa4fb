"""Check layer: the place in the source that a finding's focus node stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from communique.build.terms import START, cq
from communique.core.errors import Place
from communique.core.source import Source


@dataclass(frozen=True)
class PlaceFinder:
    """Finds places by the spans of a graph; a node without span has the place of what it is in."""

    triples: Iterable[ox.Triple | ox.Quad]
    source: Source

    @cached_property
    def _starts(self) -> Mapping[str, int]:
        starts: dict[str, int] = {}
        spans: dict[str, str] = {}
        for triple in self.triples:
            node, value = triple.subject, triple.object
            if not isinstance(node, ox.NamedNode) or isinstance(value, ox.Triple):
                continue
            if triple.predicate == START and value.value.isdigit():
                starts[node.value] = int(value.value)
            elif triple.predicate == cq("span"):
                spans[node.value] = value.value
        pointed = {node: starts[span] for node, span in spans.items() if span in starts}
        return {**starts, **pointed}

    def find(self, focus: str) -> Place:
        """Return the place of a node, given in N-Triples syntax, or of the page as a whole."""
        iri = focus.strip("<>")
        while iri:
            if iri in self._starts:
                return self.source.place(min(self._starts[iri], len(self.source.text)))
            iri = iri.rpartition("/")[0]
        return Place(self.source.path)
