import dataclasses

import pytest
from tests.queries.expected import FOLDER
from tests.queries.style import find_faults

from communique.query.canned import CannedQuery
from communique.query.catalogue import Catalogue
from communique.query.library import load_prefixes


def test_queries_keep_the_rules(query: CannedQuery):
    """Style, traps, prefixes, columns."""
    assert find_faults(query, load_prefixes()) == []


def test_every_query_has_a_fixture_with_a_near_miss_and_expected_rows(query: CannedQuery):
    """Question and example are required by the reader; these files by this test."""
    folder = FOLDER / query.name
    data = next(folder.glob("data.*"))
    assert data.read_text(encoding="utf-8").startswith("# Near miss: ")
    assert {path.name for path in folder.iterdir()} == {data.name, "rows.tsv", "real.tsv"}


def test_no_expected_rows_are_left_of_a_query_that_is_gone(queries: list[CannedQuery]):
    """Folders and queries are in step, and names are used once."""
    folders = {path.name for path in FOLDER.iterdir() if (path / "rows.tsv").exists()}
    assert folders == {query.name for query in queries}
    files = [path.stem for path in Catalogue().folder.glob("*/*.rq")]
    assert sorted(files) == sorted(Catalogue().names())


def test_there_are_at_least_forty_queries(queries: list[CannedQuery]):
    """Each asked in English and Chinese, no question twice."""
    assert len(queries) >= 40
    assert len({query.question["en"] for query in queries}) == len(queries)
    assert len({query.question["zh-Hans"] for query in queries}) == len(queries)


BODY = "SELECT DISTINCT ?state WHERE { ?state a cq:State . } ORDER BY ?state"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("}", "FILTER NOT EXISTS { ?state cq:endorses ?what } }", "FILTER NOT EXISTS is slow"),
        ("}", '?state cq:name ?name FILTER(lang(?name) = "en") }', "lang() compared by ="),
        ("}", "GRAPH ?graph { ?state a cq:Party } }", "GRAPH in a query"),
        ("DISTINCT ?state", "(COUNT(?state) AS ?states)", "COUNT without DISTINCT"),
        ("DISTINCT ", "", "SELECT without DISTINCT"),
        ("?state", "?st", "?st is no whole word"),
        ("PREFIX cq: <", "PREFIX cq: <http:", "PREFIX cq isn't that of"),
        ("PREFIX", "PREFIX oa: <http://www.w3.org/ns/oa#>\nPREFIX", "prefixes declared"),
        ("ORDER BY ?state", "", "no ORDER BY"),
        ("DISTINCT ?state", "DISTINCT ?state ?extra", "are selected for nothing"),
        ("DISTINCT ?state", "DISTINCT ?other", "returns ['state'], but selects"),
    ],
)
def test_the_lint_finds_each_fault(queries: list[CannedQuery], old: str, new: str, fault: str):
    """A lint that can't fail would be none."""
    sparql = f"PREFIX cq: <https://w3id.org/communique/ns#>\n{BODY}"
    good = dataclasses.replace(
        queries[0], sparql=sparql, parameters=(), returns={"state": ""}, tags=()
    )
    assert find_faults(good, load_prefixes()) == []
    bad = dataclasses.replace(good, sparql=sparql.replace(old, new))
    assert any(
        found.startswith(fault) or fault in found for found in find_faults(bad, load_prefixes())
    )
