"""Build layer: the spans of a source as nodes, and the leaves that partition it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import pyoxigraph as ox

from communique.build.graph import GraphBuilder
from communique.build.labels import label_span
from communique.build.terms import END, EXACT, START, cq, dcterms
from communique.core.iris import Iris
from communique.core.source import Source, Span


class SpanRegister:
    """Points things at their spans, and describes every span once."""

    def __init__(self, graph: GraphBuilder, iris: Iris, document: str, source: Source) -> None:
        """Begin with no spans; `document` is the IRI of the source document."""
        self._graph, self._iris, self._document, self._source = graph, iris, document, source
        self._spans: dict[Span, ox.NamedNode] = {}

    def point(
        self, subject: ox.NamedNode, span: Span, *, predicate: ox.NamedNode | None = None
    ) -> None:
        """Add `cq:span` (or another predicate) from a thing to its span."""
        node = self._spans.get(span)
        if node is None:
            node = self._spans[span] = ox.NamedNode(self._iris.span(self._document, span))
        self._graph.add(subject, predicate or cq("span"), node)

    def unaccounted(self) -> Iterator[Span]:
        """Yield the leaves that nothing points at yet, in order."""
        for leaf in cut_leaves(self._spans):
            if leaf not in self._spans:
                yield leaf

    def describe_all(self) -> None:
        """Describe every span, in the order of the text; those that contain no other as leaves.

        Raises ValueError if the leaves don't partition the source.
        """
        leaves = cut_leaves(self._spans)
        self._require_partition(leaves)
        part_of = ox.NamedNode(self._document)
        for span in sorted(self._spans, key=lambda one: (one.start, -one.end)):
            node = self._spans[span]
            types = [cq("Span"), cq("Leaf")] if span in leaves else [cq("Span")]
            self._graph.describe(node, types, label_span(span))
            self._graph.add_number(node, START, span.start)
            self._graph.add_number(node, END, span.end)
            self._graph.add_text(node, EXACT, self._source.exact(span))
            self._graph.add(node, dcterms("isPartOf"), part_of)

    def _require_partition(self, leaves: Iterable[Span]) -> None:
        at = 0
        for leaf in leaves:
            words = self._source.exact(leaf)
            if leaf.start != at or leaf not in self._spans or "\n" in words[:-1]:
                raise ValueError(f"characters {at} to {leaf.end} are not accounted for")
            at = leaf.end
        if at != len(self._source.text):
            raise ValueError(f"characters {at} to the end are not accounted for")


def cut_leaves(spans: Iterable[Span]) -> dict[Span, None]:
    """Return the smallest pieces that the ends of the spans cut, where any span covers them.

    >>> list(cut_leaves([Span(0, 5), Span(2, 3), Span(7, 8)]))
    [Span(start=0, end=2), Span(start=2, end=3), Span(start=3, end=5), Span(start=7, end=8)]
    """
    spans = list(spans)
    depth: dict[int, int] = {}
    for span in spans:
        depth[span.start] = depth.get(span.start, 0) + 1
        depth[span.end] = depth.get(span.end, 0) - 1
    leaves: dict[Span, None] = {}
    covered = 0
    for start, end in pairwise(sorted(depth)):
        covered += depth[start]
        if covered:
            leaves[Span(start, end)] = None
    return leaves
