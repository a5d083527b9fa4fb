"""Build layer: who says what was read into the text."""

from __future__ import annotations

import pyoxigraph as ox

from communique.build.graph import GraphBuilder
from communique.build.terms import TRUE, cq
from communique.core.model import Origin


def add_origin(graph: GraphBuilder, node: ox.NamedNode, origin: Origin) -> None:
    """Add an annotation's origin, with its rule or with the rule that a curator overrode."""
    graph.add(node, cq("origin"), cq(origin.kind.capitalize()))
    if origin.rule:
        graph.add_text(node, cq("rule"), origin.rule)
    if origin.overridden_rule:
        graph.add_text(node, cq("overriddenRule"), origin.overridden_rule)
    if origin.reason:
        graph.add_labels(node, cq("reason"), {"en": origin.reason})
    if origin.kind == "rule" and origin.reviewed:
        graph.add(node, cq("reviewed"), TRUE)
