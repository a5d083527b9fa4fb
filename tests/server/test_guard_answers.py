"""Answers of the pool are the engine's, whole or not at all."""

import json
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.server.pools import RunningPool, run_pool

from communique.server.job import Refused, ResultFormat, Whole

CQ = "https://w3id.org/communique/ns#"
STATES = f"SELECT ?s ?c {{ ?s <{CQ}alpha3> ?c }} ORDER BY ?c"
POLAND = "https://w3id.org/communique/id/state/POL"
GRAPH = "https://w3id.org/communique/graph/"
COUNT = "SELECT (COUNT(*) AS ?n) {} WHERE {{ ?s ?p ?o }}"
RDF = {
    "turtle": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
ROWS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}


@pytest.fixture(scope="module")
def real(built: Path) -> Iterator[RunningPool]:
    """A pool over the real graph."""
    with run_pool(built / "communique.nq") as running:
        yield running


@pytest.fixture(scope="module")
def narrow(built: Path) -> Iterator[RunningPool]:
    """The same, with room for a hundred rows and ten thousand bytes."""
    with run_pool(built / "communique.nq", rows=100, answer_bytes=10_000) as running:
        yield running


@pytest.fixture(scope="module")
def store(built: Path) -> ox.Store:
    """The same graph in this process."""
    store = ox.Store()
    store.bulk_load(path=str(built / "communique.nq"), format=ox.RdfFormat.N_QUADS)
    return store


def _need(answer: Whole | Refused) -> Whole:
    assert isinstance(answer, Whole), answer
    return answer


@pytest.mark.parametrize("result", ROWS)
def test_rows_are_the_engines(real: RunningPool, store: ox.Store, result: ResultFormat):
    """Byte for byte, and counted."""
    found = store.query(STATES, use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    answer = _need(real.ask(STATES, result))
    assert answer.body == found.serialize(format=ROWS[result])
    assert answer.rows == 74


@pytest.mark.parametrize(("result", "holds"), [("json", b"true"), ("xml", b"<boolean>true")])
def test_verdict_has_one_row(real: RunningPool, result: ResultFormat, holds: bytes):
    """ASK, over the union of all graphs."""
    answer = _need(real.ask(f"ASK {{ <{POLAND}> a <{CQ}State> }}", result))
    assert (holds in answer.body, answer.rows) == (True, 1)


@pytest.mark.parametrize("result", RDF)
@pytest.mark.parametrize("query", [f"DESCRIBE <{POLAND}>", "CONSTRUCT WHERE { ?s ?p 'POL' }"])
def test_triples_are_the_engines(
    real: RunningPool, store: ox.Store, result: ResultFormat, query: str
):
    """Whatever the format."""
    found = store.query(query, use_default_graph_as_union=True)
    assert isinstance(found, ox.QueryTriples)
    answer = _need(real.ask(query, result))
    parsed = {quad.triple for quad in ox.parse(answer.body, format=RDF[result])}
    assert parsed == set(found) != set()
    assert answer.rows == len(parsed)


def test_triples_come_once_and_with_prefixes(real: RunningPool):
    """A graph is a set; Turtle is for people."""
    query = f"CONSTRUCT {{ <{POLAND}> a <{CQ}State> }} {{ ?s ?p ?o }}"
    answer = _need(real.ask(query, "turtle"))
    assert answer.rows == 1
    assert answer.body == f"@prefix cq: <{CQ}> .\n<{POLAND}> a cq:State .\n".encode()


@pytest.mark.parametrize(
    ("query", "result"),
    [("ASK {}", "csv"), ("ASK {}", "nt"), ("SELECT * {}", "turtle"), ("DESCRIBE <x:y>", "json")],
)
def test_format_fits_the_form(real: RunningPool, query: str, result: ResultFormat):
    """CSV can't hold a yes, Turtle no rows."""
    refused = real.ask(query, result)
    assert isinstance(refused, Refused)
    assert (refused.status, refused.reason) == (400, "format")


def _count(real: RunningPool, dataset: str = "", **more: tuple[str, ...]) -> int:
    answer = _need(real.ask(COUNT.format(dataset), **more))
    return int(json.loads(answer.body)["results"]["bindings"][0]["n"]["value"])


def test_default_graph_is_the_union_unless_a_data_set_is_given(real: RunningPool, store: ox.Store):
    """By the query, or by the request, which counts more."""
    states, forces = f"{GRAPH}states", f"{GRAPH}vocabularies"
    sizes = {name: len(list(store.quads_for_pattern(None, None, None, ox.NamedNode(name))))
             for name in (states, forces)}  # fmt: skip
    assert _count(real) == len({quad.triple for quad in store})
    assert _count(real, f"FROM <{states}>") == sizes[states]
    assert _count(real, f"FROM <{states}> FROM <{forces}>") == sum(sizes.values())
    assert _count(real, f"FROM <{states}>", default_graphs=(forces,)) == sizes[forces]
    assert _count(real, "FROM <x:unknown>") == 0
    assert _count(real, f"FROM NAMED <{states}>") == 0
    assert _count(real, default_graphs=(states, "x:unknown")) == sizes[states]
    assert _count(real, named_graphs=(states,)) == 0


def test_named_graphs_of_the_request_are_those_of_graph(real: RunningPool):
    """And no others."""
    query = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    name = f"{GRAPH}states"
    answer = _need(real.ask(query, "csv", named_graphs=(name,)))
    assert answer.body == f"g\r\n{name}\r\n".encode()
    assert _need(real.ask(query, default_graphs=(name,))).rows == 0


def test_graph_without_an_iri_for_a_name_is_refused(real: RunningPool):
    """As a mistake of the request."""
    refused = real.ask("ASK {}", default_graphs=("no iri",))
    assert isinstance(refused, Refused)
    assert (refused.status, refused.reason) == (400, "graph-name")


def test_values_are_bound(real: RunningPool):
    """As terms: what stands in a text is no SPARQL."""
    by_code = f"SELECT ?s ?c {{ ?s <{CQ}alpha3> ?c }}"
    answer = _need(real.ask(by_code, "csv", values={"c": ox.Literal("POL")}))
    assert answer.body.count(POLAND.encode()) == answer.rows == 1
    hostile = ox.Literal("POL' } #")
    assert _need(real.ask(by_code, "csv", values={"c": hostile})).rows == 0


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("SELECT * {\n  ?s ?p }", "line 2, column 9: unexpected '}'"),
        ("SELECT * { ?s ?p ?o", "line 1, column 20: unexpected the end"),
        ("SELECT ?a { } GROUP BY ?b", ""),
        ("ASK { ?a ex:b ?c }", ""),
    ],
)
def test_mistake_is_told_with_its_place(real: RunningPool, query: str, place: str):
    """And with what was expected."""
    refused = real.ask(query)
    assert isinstance(refused, Refused)
    assert (refused.status, refused.reason) == (400, "syntax")
    assert refused.detail.startswith(place)
    assert refused.detail.endswith(".")


@pytest.mark.parametrize(
    ("query", "result", "reason"),
    [
        ("SELECT ?s { ?s ?p ?o } LIMIT 100", "csv", None),
        ("SELECT ?s { ?s ?p ?o } LIMIT 101", "tsv", "too-many-rows"),
        ("SELECT * { ?s ?p ?o } LIMIT 100", "json", "answer-too-large"),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 101", "nt", "too-many-rows"),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 100", "rdfxml", "answer-too-large"),
        (f"CONSTRUCT {{ ?s <{CQ}text> ?o }} {{ ?s <{CQ}text> ?o }} LIMIT 100", "turtle",
         "answer-too-large"),
    ],
)  # fmt: skip
def test_answer_beyond_the_limits_is_refused_whole(
    narrow: RunningPool, query: str, result: ResultFormat, reason: str | None
):
    """Never a part of an answer."""
    answer = narrow.ask(query, result)
    if reason is None:
        assert _need(answer).rows == 100
    else:
        assert isinstance(answer, Refused)
        assert (answer.status, answer.reason) == (413, reason)
