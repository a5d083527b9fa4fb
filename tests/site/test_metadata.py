import json
import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest
from tests.conftest import Graph

from communique.core.iris import DEFAULT_BASE

VOID = "http://rdfs.org/ns/void#"
COUNTS = {
    "triples": "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }",
    "distinctSubjects": "SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s ?p ?o }",
    "distinctObjects": "SELECT (COUNT(DISTINCT ?o) AS ?n) WHERE { ?s ?p ?o }",
    "classes": "SELECT (COUNT(DISTINCT ?c) AS ?n) WHERE { ?s a ?c }",
    "properties": "SELECT (COUNT(DISTINCT ?p) AS ?n) WHERE { ?s ?p ?o }",
}


@pytest.fixture(scope="module")
def described(site: Mapping[str, bytes]) -> Graph:
    """The description of the data set."""
    return Graph(ox.parse(site["void.ttl"], format=ox.RdfFormat.TURTLE))


@pytest.mark.parametrize("name", COUNTS)
def test_a_statistic_is_what_the_graph_counts(name: str, described: Graph, graph: Graph):
    """Each number of VoID equals a live COUNT."""
    declared = described.column(
        f"SELECT ?n WHERE {{ <{DEFAULT_BASE}void#dataset> <{VOID}{name}> ?n }}"
    )
    assert declared == graph.column(COUNTS[name])


@pytest.mark.parametrize(
    ("part", "unit", "counting"),
    [
        ("class", "entities", "SELECT ?x (COUNT(DISTINCT ?s) AS ?n) { ?s a ?x } GROUP BY ?x"),
        ("property", "triples", "SELECT ?x (COUNT(*) AS ?n) { ?s ?x ?o } GROUP BY ?x"),
    ],
)
def test_a_partition_is_what_the_graph_counts(
    part: str, unit: str, counting: str, described: Graph, graph: Graph
):
    """Each class and each property has its number."""
    query = (
        f"SELECT ?x ?n {{ ?d <{VOID}{part}Partition> [ <{VOID}{part}> ?x ; <{VOID}{unit}> ?n ] }}"
    )
    assert sorted(described.select(query)) == sorted(graph.select(counting))


def test_void_stands_where_it_is_looked_for(site: Mapping[str, bytes]):
    """Source: VoID, section 7.2, the well-known URI."""
    assert site[".well-known/void"] == site["void.ttl"]


def test_each_download_is_described_with_its_hash(site: Mapping[str, bytes], described: Graph):
    """The distributions are the files, by size and address."""
    rows = described.select(
        "PREFIX dcat: <http://www.w3.org/ns/dcat#> SELECT ?f ?n { ?f dcat:byteSize ?n }"
    )
    assert len(rows) > 10
    for file, size in rows:
        assert len(site[file.removeprefix(DEFAULT_BASE)]) == int(size)


def test_the_site_map_names_every_page(site: Mapping[str, bytes]):
    """All but the page for a missing one, and nothing that isn't there."""
    root = ET.fromstring(site["sitemap.xml"])  # noqa: S314 - our own file
    listed = {(loc.text or "").removeprefix(DEFAULT_BASE) for loc in root.iter() if not len(loc)}
    assert listed == {name for name in site if name.endswith(".html") and "404" not in name}


def test_the_front_page_holds_a_schema_org_dataset(site: Mapping[str, bytes]):
    """Search engines read it from the page."""
    found = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', site["index.html"].decode()
    )
    assert found
    assert json.loads(found[1])["@type"] == "Dataset"
