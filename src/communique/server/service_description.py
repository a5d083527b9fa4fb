"""Server layer: the endpoint described in RDF.

Source: SPARQL 1.1 Service Description, sections 3 and 4; Unique URIs for File Formats (W3C).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import pyoxigraph as ox

from communique.build.graph import GraphBuilder
from communique.build.labels import bilingual
from communique.build.terms import TRIPLES, TYPE
from communique.server.job import ResultFormat

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_ENTAILMENT: Final = "http://www.w3.org/ns/entailment/Simple"
#: The IRIs of the formats of answers.
_RESULT_FORMATS: Final = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "JSON-LD",
    "N-Triples",
    "RDF_XML",
)
_PREFIXES: Final = {
    "sd": _SD,
    "format": _FORMATS,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "void": "http://rdfs.org/ns/void#",
}
_SERIALISERS: Final[Mapping[ResultFormat, ox.RdfFormat]] = {
    "turtle": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
#: Asks for what the description says of the graphs.
GRAPHS_QUERY: Final = """
SELECT ?graph (COUNT(*) AS ?triples) WHERE { GRAPH ?graph { ?s ?p ?o } }
GROUP BY ?graph ORDER BY ?graph
"""


def describe_service(
    endpoint: str, graphs: Sequence[tuple[str, int]], *, federated: bool
) -> list[ox.Quad]:
    """Return the description of an endpoint over named graphs, each with its number of triples.

    Its default graph is the union of them. `federated` tells whether SERVICE is allowed at all.
    """
    builder = GraphBuilder(endpoint)
    service, dataset = _node(endpoint, "service"), _node(endpoint, "dataset")
    union = _node(endpoint, "union")
    names = bilingual("SPARQL endpoint of Communique", "Communique 的 SPARQL 端点")
    builder.describe(service, [_sd("Service")], names)
    builder.add(service, _sd("endpoint"), ox.NamedNode(endpoint))
    builder.add(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    for name in _RESULT_FORMATS:
        builder.add(service, _sd("resultFormat"), ox.NamedNode(_FORMATS + name))
    builder.add(service, _sd("feature"), _sd("UnionDefaultGraph"))
    if federated:
        builder.add(service, _sd("feature"), _sd("BasicFederatedQuery"))
    builder.add(service, _sd("defaultEntailmentRegime"), ox.NamedNode(_ENTAILMENT))
    builder.add(service, _sd("defaultDataset"), dataset)
    builder.describe(dataset, [_sd("Dataset")], bilingual("All graphs", "全部图"))
    builder.add(dataset, _sd("defaultGraph"), union)
    names = bilingual("The union of all named graphs", "全部命名图的并集")
    builder.describe(union, [_sd("Graph")], names)
    for number, (name, triples) in enumerate(graphs, 1):
        named = _node(endpoint, f"named-graph-{number}")
        graph = _node(endpoint, f"graph-{number}")
        builder.add(dataset, _sd("namedGraph"), named)
        builder.describe(named, [_sd("NamedGraph")], bilingual(name, name))
        builder.add(named, _sd("name"), ox.NamedNode(name))
        builder.add(named, _sd("graph"), graph)
        builder.add(graph, TYPE, _sd("Graph"))
        builder.add_number(graph, TRIPLES, triples)
    return builder.quads


def write_description(quads: Sequence[ox.Quad], form: ResultFormat) -> bytes:
    """Return the description in a format of graphs, in UTF-8."""
    serialiser = _SERIALISERS[form]
    prefixes = None if form == "nt" else _PREFIXES
    triples = [quad.triple for quad in quads]
    return ox.serialize(triples, format=serialiser, prefixes=prefixes) or b""


def read_graphs(body: bytes) -> list[tuple[str, int]]:
    """Return the graphs with their number of triples out of the JSON answer to GRAPHS_QUERY."""
    read = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
    if not isinstance(read, ox.QuerySolutions):
        raise TypeError("not a SELECT")
    return [
        (graph.value, int(triples.value))
        for graph, triples in (tuple(row) for row in read)
        if isinstance(graph, ox.NamedNode) and isinstance(triples, ox.Literal)
    ]


def _node(endpoint: str, fragment: str) -> ox.NamedNode:
    return ox.NamedNode(f"{endpoint}#{fragment}")


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SD + name)
