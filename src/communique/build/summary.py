"""Build layer: the note that sums a declaration up, its points and what they correspond to."""

from __future__ import annotations

import pyoxigraph as ox

from communique.build.graph import GraphBuilder
from communique.build.labels import bilingual, extend, label_paragraph
from communique.build.origins import add_origin
from communique.build.spans import SpanRegister
from communique.build.terms import cq, dcterms
from communique.core.iris import Iris
from communique.core.model import Correspondence, Declaration, Point

_NOTE = bilingual("Note that sums the declaration up", "宣言简报")


def build_summary(
    graph: GraphBuilder, spans: SpanRegister, iris: Iris, declaration: Declaration
) -> None:
    """Add the summary and its points, if the page has one."""
    summary = declaration.summary
    if summary is None:
        return
    language = declaration.held.language
    iri = iris.thing(declaration.slug, language, "note")
    node = ox.NamedNode(iri)
    graph.describe(node, [cq("Summary")], _NOTE)
    graph.add(node, cq("declaration"), ox.NamedNode(iris.thing(declaration.slug)))
    title = declaration.source.exact(summary.title)
    graph.add_labels(node, dcterms("title"), {language: title})
    graph.add_date(node, dcterms("issued"), summary.issued)
    for address in summary.published_at:
        graph.add(node, cq("publishedAt"), ox.NamedNode(address))
    for point in summary.points:
        graph.add(node, cq("hasPoint"), ox.NamedNode(f"{iri}/point/{point.number}"))
    spans.point(node, summary.title)
    for point in summary.points:
        _build_point(graph, spans, iris, declaration, point)


def _build_point(
    graph: GraphBuilder, spans: SpanRegister, iris: Iris, declaration: Declaration, point: Point
) -> None:
    language = declaration.held.language
    iri = iris.thing(declaration.slug, language, "note", "point", str(point.number))
    node = ox.NamedNode(iri)
    labels = bilingual(f"Point {point.number} of the note", f"简报要点 {point.number}")
    graph.describe(node, [cq("SummaryPoint")], labels)
    graph.add_number(node, cq("number"), point.number)
    words = declaration.source.exact(point.span)
    graph.add_labels(node, cq("text"), {language: words})
    spans.point(node, point.span)
    for one in point.correspondences:
        graph.add(node, cq("correspondence"), ox.NamedNode(_correspondence_iri(iri, one)))
    for one in point.correspondences:
        made = ox.NamedNode(_correspondence_iri(iri, one))
        target = label_paragraph(one.paragraph)
        named = extend(labels, f"with {target['en'].lower()}", f"对应{target['zh-Hans']}")
        graph.describe(made, [cq("Correspondence"), cq("Annotation")], named)
        paragraph = ox.NamedNode(iris.thing(declaration.slug, one.paragraph))
        graph.add(made, cq("paragraph"), paragraph)
        add_origin(graph, made, one.origin)


def _correspondence_iri(point: str, one: Correspondence) -> str:
    return f"{point}/correspondence/{one.paragraph}"
