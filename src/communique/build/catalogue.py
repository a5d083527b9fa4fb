"""Build layer: `graph/catalogue`, which says what each named graph holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import pyoxigraph as ox

from communique.build.declaration import bilingual_title
from communique.build.graph import GraphBuilder
from communique.build.labels import bilingual, extend
from communique.build.terms import DATASET, PRIMARY_TOPIC, TRIPLES, dcterms
from communique.core.iris import ONTOLOGY, Iris
from communique.core.model import Declaration, Labels

_LICENCE: Final = ox.NamedNode("https://creativecommons.org/licenses/by/4.0/")
_SHARED: Final[Mapping[str, Labels]] = {
    "states": bilingual("Authority records of the parties", "各方的规范记录"),
    "vocabularies": bilingual(
        "Forces, topics, instruments, addressees", "语力、主题、文书与受文方"
    ),
    "ontology": bilingual("The Communique ontology and its alignments", "Communique 本体及其对齐"),
}


def build_catalogue(
    graphs: Mapping[str, Sequence[ox.Quad]], declarations: Mapping[str, Declaration], iris: Iris
) -> list[ox.Quad]:
    """Return a description of each named graph: label, licence, what it is about, its triples."""
    builder = GraphBuilder(iris.graph("catalogue"))
    for slug, declaration in declarations.items():
        title = bilingual_title(declaration)
        work = ox.NamedNode(iris.thing(slug))
        parts = {
            iris.graph(slug): extend(title, "as read", "读取结果"),
            iris.graph(slug, "derived"): extend(title, "derived shortcuts", "派生的快捷属性"),
        }
        for graph, labels in parts.items():
            node = _describe(builder, graph, labels, len(graphs[graph]))
            builder.add(node, PRIMARY_TOPIC, work)
    for name, labels in _SHARED.items():
        graph = iris.graph(name)
        node = _describe(builder, graph, labels, len(graphs[graph]))
        if name == "ontology":
            builder.add(node, PRIMARY_TOPIC, ox.NamedNode(ONTOLOGY))
    return builder.quads


def _describe(builder: GraphBuilder, graph: str, labels: Labels, triples: int) -> ox.NamedNode:
    node = ox.NamedNode(graph)
    builder.describe(node, [DATASET], labels)
    builder.add_labels(node, dcterms("title"), labels)
    builder.add(node, dcterms("license"), _LICENCE)
    builder.add_number(node, TRIPLES, triples)
    return node
