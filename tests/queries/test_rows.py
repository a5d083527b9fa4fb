import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.queries.expected import FOLDER, normalise, read_rows
from tests.queries.mutants import cut_conditions
from tests.stores.rdflib_engine import RdflibEngine

from communique.query.answer import Table
from communique.query.asking import ask_canned
from communique.query.canned import CannedQuery
from communique.query.embedded import EmbeddedStore, open_folder
from communique.query.endpoint import Endpoint
from communique.query.parameters import Resolver


def test_rows_on_the_real_graph(query: CannedQuery, embedded: EmbeddedStore):
    """The example's answer on the real graph is the one that was checked against the source."""
    values = Resolver(embedded).resolve_all(query, query.example)
    answer = normalise(ask_canned(embedded, query, values))
    assert answer == normalise(read_rows(FOLDER / query.name / "real.tsv"))
    assert bool(answer.rows) == (query.expect == "rows")


def test_rows_on_the_fixture(query: CannedQuery):
    """The small fixture gives the expected rows, without its near miss, on both engines."""
    expected = normalise(read_rows(FOLDER / query.name / "rows.tsv"))
    assert expected.rows, "a fixture proves that the query can find something"
    store = open_folder(_find_fixture(query))
    values = Resolver(store).resolve_all(query, query.example)
    assert normalise(ask_canned(store, query, values)) == expected
    other = _load_in_rdflib(_find_fixture(query))
    assert normalise(ask_canned(other, query, values)) == expected


def test_cutting_a_condition_changes_the_fixture_rows(query: CannedQuery):
    """No FILTER or MINUS of a query is there in vain: its fixture notices when it is gone."""
    expected = normalise(read_rows(FOLDER / query.name / "rows.tsv"))
    store = open_folder(_find_fixture(query))
    values = Resolver(store).resolve_all(query, query.example)
    for mutant in cut_conditions(query):
        assert normalise(ask_canned(store, mutant, values)) != expected, mutant.sparql


def test_oxigraph_server_gives_the_same_rows(
    queries: list[CannedQuery], embedded: EmbeddedStore, oxigraph: Endpoint
):
    """Every query gives the same rows, in the same order, over HTTP."""
    assert _ask_all(queries, oxigraph, embedded) == _ask_all(queries, embedded, embedded)


@pytest.mark.xdist_group("virtuoso")
def test_virtuoso_gives_the_same_rows(
    queries: list[CannedQuery], embedded: EmbeddedStore, virtuoso: Endpoint
):
    """Every query gives the same rows, in the same order, on another make of store."""
    assert _ask_all(queries, virtuoso, embedded) == _ask_all(queries, embedded, embedded)


def test_rdflib_gives_the_same_rows(
    queries: list[CannedQuery], embedded: EmbeddedStore, rdflib_engine: RdflibEngine
):
    """Every query gives the same rows, in the same order, on an independent implementation."""
    assert _ask_all(queries, rdflib_engine, embedded) == _ask_all(queries, embedded, embedded)


def _ask_all(
    queries: list[CannedQuery],
    engine: EmbeddedStore | Endpoint | RdflibEngine,
    names: EmbeddedStore,
) -> dict[str, Table]:
    resolver = Resolver(names)
    return {
        query.name: normalise(ask_canned(engine, query, resolver.resolve_all(query, query.example)))
        for query in queries
    }


def _find_fixture(query: CannedQuery) -> Path:
    return next((FOLDER / query.name).glob("data.*"))


def _load_in_rdflib(path: Path) -> RdflibEngine:
    quads = ox.parse(path=path)
    data = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    assert data is not None
    return RdflibEngine.load(data)


def test_reservations_are_those_of_the_page(
    queries: list[CannedQuery], embedded: EmbeddedStore, source_text: str
):
    """What a plain regular expression finds in the page's seven lines, and nothing else."""
    query = next(one for one in queries if one.name == "reservations-on-paragraph")
    roles = {"序言": "preamble", "执行": "operative"}
    lines = re.findall(r"^(序言|执行)段落 ?(\d+):(.+)$", source_text, re.MULTILINE)
    assert len(lines) == 7
    for role, number, names in lines:
        given = {"paragraph": f"{roles[role]}/{number}"}
        values = Resolver(embedded).resolve_all(query, given)
        found = [row[2] for row in ask_canned(embedded, query, values).rows]
        assert {one.value for one in found if isinstance(one, ox.Literal)} == set(names.split("、"))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("condemnations", "谴责"),
        ("statements-qualified-by-domestic-law", "国内法"),
        ("statements-mentioning", "妇女和女童"),
    ],
)
def test_statements_are_the_sentences_of_the_page(
    queries: list[CannedQuery], embedded: EmbeddedStore, source_text: str, name: str, words: str
):
    """The sentences of the declaration that hold these words, found without the graph."""
    query = next(one for one in queries if one.name == name)
    body = source_text[
        source_text.index("我们,出席民主峰会的领导人") : source_text.index("背书方*")
    ]
    expected = [sentence for sentence in re.findall(r"[^。\n]+。", body) if words in sentence]
    values = Resolver(embedded).resolve_all(query, query.example)
    found = [row[1] for row in ask_canned(embedded, query, values).rows]
    texts = [one.value for one in found if isinstance(one, ox.Literal)]
    assert all(sentence.endswith(text) for sentence, text in zip(expected, texts, strict=True))
