"""Check layer: the place in the source that a finding's focus node stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from communique.build.terms import START, cq
from communique.check.round_trip import OFFSET
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
            if triple.predicate == START and OFFSET.fullmatch(value.value):
                starts[node.value] = int(value.value)
            elif triple.predicate == cq("span"):
                spans[node.value] = value.value
        pointed = {node: starts[span] for node, span in spans.items() if span in starts}
        return {**starts, **pointed}

    def find(self, focus: str, value: str = "") -> Place:
        """Return the place of a node, given in N-Triples syntax, or of the page as a whole.

        Where the node stands for all of the page, the place is that of the value found at fault.
        """
        starts = (self._find_start(term.strip("<>")) for term in (focus, value))
        start = next((found for found in starts if found is not None), None)
        if start is None:
            return Place(self.source.path)
        return self.source.place(min(start, len(self.source.text)))

    def _find_start(self, iri: str) -> int | None:
        """Return the offset of a node's span, or of the nearest span up its path."""
        while iri and iri not in self._starts:
            iri = iri.rpartition("/")[0]
        return self._starts.get(iri)
