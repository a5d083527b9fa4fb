from pathlib import Path

import pyoxigraph as ox
from tests.conftest import Communique

from communique.core.iris import Iris
from communique.query.catalogue import Catalogue
from communique.query.catalogue_rdf import describe_queries
from communique.query.library import load_prefixes

ROOT = Path(__file__).parents[3]
PREFIXES = """
PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX schema: <https://schema.org/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""


def test_the_catalogue_is_rdf_that_can_run_itself():
    """Each query is an executable with question, keyword, target and a text that parses."""
    quads = describe_queries(
        Catalogue().read_all(),
        iris=Iris(),
        prefixes=load_prefixes(),
        endpoints=["https://example.org/sparql"],
    )
    assert not any(isinstance(quad.subject, ox.BlankNode) for quad in quads)
    store = ox.Store()
    store.bulk_extend(quads)
    rows = store.query(
        PREFIXES
        + """SELECT DISTINCT ?query ?text WHERE {
            ?query a sh:SPARQLExecutable, sh:SPARQLSelectExecutable ;
                rdfs:comment ?question ; schema:keywords ?tag ; sh:select ?text ;
                schema:target <https://example.org/sparql> ;
                sh:prefixes/sh:declare/sh:namespace ?namespace .
            FILTER(langMatches(lang(?question), "en"))
        }""",
        use_default_graph_as_union=True,
    )
    assert isinstance(rows, ox.QuerySolutions)
    texts = {row["query"].value.rpartition("/")[2]: row["text"].value for row in rows}
    assert sorted(texts) == sorted(Catalogue().names())
    for text in texts.values():
        ox.Store().query(text)


def test_the_command_writes_it_as_turtle(communique: Communique, tmp_path: Path):
    """The same triples."""
    listed = communique("query", "--format", "turtle", cwd=tmp_path).stdout
    quads = describe_queries(Catalogue().read_all(), iris=Iris(), prefixes=load_prefixes())
    parsed = {quad.triple for quad in ox.parse(listed.encode(), format=ox.RdfFormat.TURTLE)}
    assert parsed == {quad.triple for quad in quads}


def test_the_page_of_the_catalogue_is_up_to_date(communique: Communique, tmp_path: Path):
    """`communique query --format markdown > docs/queries.md` brings it up to date."""
    page = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
    assert communique("query", "--format", "markdown", cwd=tmp_path).stdout == page
