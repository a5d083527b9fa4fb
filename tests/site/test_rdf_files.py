import os
import random
from collections import defaultdict
from collections.abc import Mapping

import pyoxigraph as ox
import pytest
import rdflib

from communique.build.dataset import Dataset
from communique.core.iris import DEFAULT_BASE, ONTOLOGY
from communique.site.addresses import allot_addresses

FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdf": ox.RdfFormat.RDF_XML,
}


@pytest.fixture(scope="module")
def described(dataset: Dataset) -> dict[str, set[ox.Triple]]:
    """The triples of every document: those of its IRI, with or without fragment.

    A graph's document holds the whole graph.
    """
    found: defaultdict[str, set[ox.Triple]] = defaultdict(set)
    for quads in dataset.graphs.values():
        for quad in quads:
            found[quad.subject.value.partition("#")[0]].add(quad.triple)
    found.update({name: {q.triple for q in quads} for name, quads in dataset.graphs.items()})
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


@pytest.fixture(scope="module")
def sampled(described: Mapping[str, set[ox.Triple]]) -> list[str]:
    """Documents for the slower parser: the vocabulary, a graph, and a seeded sample, or all."""
    if os.environ.get("COMMUNIQUE_MATRIX") == "full":
        return sorted(described)
    sample = random.Random(7).sample(sorted(described), 20)  # noqa: S311 - a test's sample
    return [ONTOLOGY, f"{DEFAULT_BASE}graph/catalogue", *sample]


# rdflib's own reader of JSON-LD uses what rdflib deprecates.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_a_second_parser_reads_the_same(
    site: Mapping[str, bytes],
    described: Mapping[str, set[ox.Triple]],
    sampled: list[str],
    dataset: Dataset,
):
    """Rdflib finds each of the four files isomorphic with the description in the graph."""
    names = {"ttl": "turtle", "jsonld": "json-ld", "nt": "nt", "rdf": "xml"}
    paths = allot_addresses(described, dataset.iris).paths
    for iri in sampled:
        triples = ox.serialize(described[iri], format=ox.RdfFormat.N_TRIPLES)
        expected = set(rdflib.Graph().parse(data=triples, format="nt"))
        assert expected, iri
        for ending, name in names.items():
            data = site[f"{paths[iri]}.{ending}"]
            assert set(rdflib.Graph().parse(data=data, format=name)) == expected, (iri, ending)
