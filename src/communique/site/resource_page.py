"""Site layer: the page of one document: what is stated of its thing, and what points at it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import pyoxigraph as ox

from communique.build.terms import END, EXACT, LABEL, START, TYPE, cq, dcterms
from communique.site.node_index import NodeIndex, write_tag
from communique.site.ontology_entries import find_term_path
from communique.site.ontology_page import PLACE as ONTOLOGY_PLACE
from communique.site.page_writer import Page, PageWriter, Value, embed_json

#: How many values of one property a page shows, so that it stays small; the files have all.
SHOWN: Final = 100
_DEFINITION: Final = ox.NamedNode("http://www.w3.org/2004/02/skos/core#definition")


@dataclass(frozen=True)
class Piece:
    """A leaf of the source with its anchor, and the anchors of larger spans that begin there."""

    id: str
    anchors: tuple[str, ...]
    text: str


def write_resource_page(
    writer: PageWriter,
    page: Page,
    iri: str,
    *,
    files: Mapping[str, bytes],
    graph_files: Mapping[str, str] | None = None,
) -> bytes:
    """Return the page of a document; `files` are its RDF files by ending."""
    nodes = writer.nodes
    alternates = {ending: page.way_to(f"{page.path}.{ending}") for ending in files}
    kinds = nodes.values(iri, TYPE)
    is_source = cq("SourceDocument").value in kinds
    own = [triple for triple in nodes.outgoing.get(iri, ()) if triple.predicate != TYPE]
    return writer.write(
        "resource.html",
        page,
        title=nodes.label(iri, page.language),
        title_lang=nodes.label_language(iri, page.language),
        iri=iri,
        kinds=kinds,
        rows=list(_group_outgoing(own)),
        incoming=list(_group_incoming(nodes.incoming.get(iri, ()))),
        alternates=alternates,
        graph_files=graph_files or {},
        lines=_read_lines(nodes, iri) if is_source else [],
        source_language=_find_language(nodes, iri),
        documentation=ONTOLOGY_PLACE,
        terms=[] if is_source else _list_terms(nodes, iri, page.language),
        embedded=None if is_source or page.path == "ns" else embed_json(files["jsonld"]),
    )


def _group_outgoing(triples: Iterable[ox.Triple]) -> Iterable[tuple[str, list[Value], int]]:
    ordered = sorted(triples, key=lambda triple: triple.predicate.value)
    for predicate, group in groupby(ordered, key=lambda triple: triple.predicate.value):
        values = [_show(triple.object) for triple in group]
        yield predicate, values[:SHOWN], max(0, len(values) - SHOWN)


def _group_incoming(triples: Iterable[ox.Triple]) -> Iterable[tuple[str, list[str], int]]:
    ordered = sorted(triples, key=lambda triple: triple.predicate.value)
    for predicate, group in groupby(ordered, key=lambda triple: triple.predicate.value):
        subjects = [t.subject.value for t in group if isinstance(t.subject, ox.NamedNode)]
        yield predicate, subjects[:SHOWN], max(0, len(subjects) - SHOWN)


def _show(term: object) -> Value:
    if isinstance(term, ox.NamedNode):
        return Value(term.value, "", "")
    if isinstance(term, ox.Literal):
        return Value(None, term.value, write_tag(term.language or ""))
    raise TypeError("the data has no blank nodes")


def _find_language(nodes: NodeIndex, source: str) -> str:
    """Return the language of the expression that a source document holds."""
    expressions = nodes.sources(source, cq("hasSource"))
    return nodes.value(expressions[0], dcterms("language")) if expressions else ""


def _read_lines(nodes: NodeIndex, source: str) -> list[list[Piece]]:
    """Return the leaves of a source, line by line; a line break closes the leaf it stands in."""
    spans = [one for one in nodes.of_type(cq("Span")) if one.startswith(f"{source}#")]
    leaves = set(nodes.of_type(cq("Leaf")))
    starts: dict[int, list[str]] = {}
    for span in spans:
        if span not in leaves:
            starts.setdefault(int(nodes.value(span, START)), []).append(span.partition("#")[2])
    ordered = sorted(
        (span for span in spans if span in leaves),
        key=lambda span: (int(nodes.value(span, START)), int(nodes.value(span, END))),
    )
    lines: list[list[Piece]] = [[]]
    for leaf in ordered:
        anchors = starts.get(int(nodes.value(leaf, START)), [])
        text = nodes.value(leaf, EXACT)
        lines[-1].append(Piece(leaf.partition("#")[2], tuple(anchors), text.rstrip("\n")))
        if text.endswith("\n"):
            lines.append([])
    return [line for line in lines if line]


def _list_terms(nodes: NodeIndex, document: str, language: str) -> list[dict[str, str | None]]:
    """Return the terms that a vocabulary's document defines, by name."""
    found: list[dict[str, str | None]] = []
    described = {
        t.subject.value for t in nodes.documents[document] if isinstance(t.subject, ox.NamedNode)
    }
    for subject in sorted(described - {document}):
        name = subject.partition("#")[2]
        definition = nodes.value(subject, _DEFINITION, language=language)
        label = nodes.value(subject, LABEL, language=language)
        path = find_term_path(name, nodes.values(subject, TYPE))
        found.append({"name": name, "label": label, "definition": definition, "path": path})
    return found
