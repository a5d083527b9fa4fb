from collections import defaultdict
from collections.abc import Mapping

import pyoxigraph as ox
import pytest
import rdflib

from communique.build.dataset import Dataset
from communique.core.iris import ONTOLOGY
from communique.site.addresses import allot_addresses

FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdf": ox.RdfFormat.RDF_XML,
}


@pytest.fixture(scope="module")
def described(dataset: Dataset) -> dict[str, set[ox.Triple]]:
    """The triples of every document in the graph: those of its IRI, with or without fragment."""
    found: defaultdict[str, set[ox.Triple]] = defaultdict(set)
    for quads in dataset.graphs.values():
        for quad in quads:
            found[quad.subject.value.partition("#")[0]].add(quad.triple)
    base = dataset.iris.base
    return {
        iri: triples
        for iri, triples in found.items()
        if iri.startswith((base + "id/", base + "graph/")) or iri == ONTOLOGY
    }


@pytest.mark.parametrize("ending", FORMATS)
def test_each_file_is_the_description_in_the_graph(
    ending: str,
    site: Mapping[str, bytes],
    described: Mapping[str, set[ox.Triple]],
    dataset: Dataset,
):
    """Without blank nodes, isomorphic means the same set of triples."""
    paths = allot_addresses(described, dataset.iris).paths
    assert len(paths) == len(described) > 1000
    for iri, triples in described.items():
        read = ox.parse(site[f"{paths[iri]}.{ending}"], format=FORMATS[ending])
        assert {quad.triple for quad in read} == triples, iri


# rdflib's own reader of JSON-LD uses what rdflib deprecates.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize("path", ["doc/state/POL", "doc/summit-for-democracy-2023/operative/8"])
def test_a_second_parser_reads_the_same(path: str, site: Mapping[str, bytes]):
    """Rdflib finds the four files isomorphic."""
    names = {"ttl": "turtle", "jsonld": "json-ld", "nt": "nt", "rdf": "xml"}
    graphs = [
        rdflib.Graph().parse(data=site[f"{path}.{ending}"], format=name)
        for ending, name in names.items()
    ]
    assert len(graphs[0]) > 5
    assert all(set(graph) == set(graphs[0]) for graph in graphs[1:])
