import json
import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest
from tests.conftest import Graph

from communique.core.iris import DEFAULT_BASE
from communique.site.site_files import Built

MISSING = ("404.html", "zh-Hans/404.html")
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
    assert listed == {name for name in site if name.endswith(".html") and name not in MISSING}


def test_each_graph_has_as_many_triples_as_is_said_of_it(graph: Graph):
    """The catalogue's numbers equal a live COUNT in each named graph."""
    declared = graph.select(f"SELECT ?g ?n {{ ?g <{VOID}triples> ?n }} ORDER BY ?g")
    counted = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"
    assert [row for row in graph.select(counted) if "catalogue" not in row[0]] == declared
    assert len(declared) == 5


def test_the_data_set_says_which_version_it_is(
    site: Mapping[str, bytes], build_files: Built, described: Graph
):
    """Source: DCAT 3, section 11: the current version, all of them, and their dates."""
    (version,) = build_files.history.versions
    rows = described.select(
        "PREFIX dcat: <http://www.w3.org/ns/dcat#> SELECT ?version ?current ?one ?first ?last { "
        "?d dcat:version ?version ; dcat:hasCurrentVersion ?current ; dcat:hasVersion ?one ; "
        "dcterms:issued ?first ; dcterms:modified ?last }"
    )
    iri, day = f"{DEFAULT_BASE}version/{version.name}", str(version.date)
    assert rows == [(version.name, iri, iri, day, day)]
    assert f"version/{version.name}.ttl" in site


@pytest.mark.parametrize("page", ["index.html", "zh-Hans/index.html"])
def test_the_front_page_holds_a_schema_org_dataset(
    page: str, site: Mapping[str, bytes], build_files: Built
):
    """Source: Google Search Central, Dataset structured data: what is required or recommended."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', site[page].decode())
    assert found
    dataset = json.loads(found[1])
    version = build_files.history.versions[-1]
    assert dataset["@context"] == "https://schema.org/"
    assert dataset["@type"] == "Dataset"
    assert dataset["name"] == "Communique"
    assert 50 <= len(dataset["description"]) <= 5000
    assert dataset["url"] == DEFAULT_BASE
    assert dataset["version"] == version.name
    assert dataset["identifier"] == f"{DEFAULT_BASE}version/{version.name}"
    assert dataset["license"].startswith("https://creativecommons.org/licenses/")
    assert dataset["creator"]["name"]
    assert len(dataset["keywords"]) > 5
    assert dataset["isAccessibleForFree"] is True
    assert dataset["dateModified"] == str(version.date)
    files = [one["contentUrl"].removeprefix(DEFAULT_BASE) for one in dataset["distribution"]]
    assert set(files) == {f"files/{name}" for name in build_files.manifest["files"]}
    assert all(one["encodingFormat"] for one in dataset["distribution"])
