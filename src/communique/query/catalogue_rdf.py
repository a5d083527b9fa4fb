"""Query layer: the catalogue as RDF, in the model of SIB's sparql-examples.

Source: https://github.com/sib-swiss/sparql-examples; SHACL, section 5.2.1 (prefix declarations).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import pyoxigraph as ox

from communique.build.graph import GraphBuilder
from communique.build.labels import bilingual
from communique.build.terms import dcterms
from communique.core.iris import Iris
from communique.query.answer import xsd
from communique.query.canned import CannedQuery

_SH: Final = "http://www.w3.org/ns/shacl#"
_SCHEMA: Final = "https://schema.org/"
_COMMENT: Final = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#comment")


def describe_queries(
    queries: Sequence[CannedQuery],
    *,
    iris: Iris,
    prefixes: Mapping[str, str],
    endpoints: Sequence[str] = (),
) -> list[ox.Quad]:
    """Return the quads that describe canned queries, in `graph/catalogue`.

    Each `id/query/<name>` is a `sh:SPARQLExecutable` and `sh:SPARQLSelectExecutable` with its
    question as label and comment, its text, its keywords, and `endpoints` as its targets.
    """
    graph = GraphBuilder(iris.graph("catalogue"))
    declared = ox.NamedNode(iris.thing("query-prefixes"))
    _describe_prefixes(graph, iris, declared, prefixes)
    for query in queries:
        node = ox.NamedNode(iris.thing("query", query.name))
        graph.describe(
            node, [_sh("SPARQLExecutable"), _sh("SPARQLSelectExecutable")], query.question
        )
        graph.add_labels(node, _COMMENT, query.question)
        graph.add_text(node, dcterms("identifier"), query.name)
        graph.add(node, _sh("prefixes"), declared)
        graph.add_text(node, _sh("select"), query.sparql)
        for tag in query.tags:
            graph.add_text(node, _schema("keywords"), tag)
        for endpoint in endpoints:
            graph.add(node, _schema("target"), ox.NamedNode(endpoint))
    return graph.quads


def _describe_prefixes(
    graph: GraphBuilder, iris: Iris, node: ox.NamedNode, prefixes: Mapping[str, str]
) -> None:
    """Describe the shared table of prefixes, one named declaration each."""
    labels = bilingual("Prefixes of the canned queries", "预置查询的前缀")
    graph.describe(node, [ox.NamedNode("http://www.w3.org/2002/07/owl#Ontology")], labels)
    for prefix, namespace in prefixes.items():
        one = ox.NamedNode(iris.thing("query-prefixes", prefix))
        labels = bilingual(f"Prefix {prefix}", f"前缀 {prefix}")
        graph.describe(one, [_sh("PrefixDeclaration")], labels)
        graph.add_text(one, _sh("prefix"), prefix)
        graph.add(one, _sh("namespace"), ox.Literal(namespace, datatype=xsd("anyURI")))
        graph.add(node, _sh("declare"), one)


def _sh(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SH + name)


def _schema(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SCHEMA + name)
