import time

import pytest
from tests.server.outside_queries import REACHES_OUT

from communique.server.inspection import asks_service, inspect_query, names_dataset
from communique.server.job import Refused
from communique.server.limits import Limits

LIMITS = Limits()
LONG = LIMITS.query_bytes - 10


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT * {}", "select"),
        ("select*{}", "select"),
        ("# SELECT\nASK {}", "ask"),
        ("BASE <x:y> PREFIX ask: <x:> CONSTRUCT {} WHERE {}", "construct"),
        ("PREFIX : <x:#> DESCRIBE :load", "describe"),
        ("ASK { ?service ?load 'INSERT' , \"SERVICE\"@service , '''it's''', '' }", "ask"),
        ("ASK { ?a a <http://x/service#from>, <http://x/L'Aquila_(from)> } #SERVICE", "ask"),
        ("PREFIX service: <x:> PREFIX myservices: <x:> ASK { ?a service:b myservices:c }", "ask"),
        ("PREFIX sd: <x:> ASK FROM <x:g> { ?a a sd:Service FILTER(?a<?b) }", "ask"),
    ],
)
def test_form_is_told_whatever_words_stand_in_texts_names_and_comments(query: str, form: str):
    """Only a keyword counts."""
    assert inspect_query(query, LIMITS) == form
    assert not asks_service(query)


@pytest.mark.parametrize(
    ("query", "status", "reason"),
    [
        ("", 400, "no-query"),
        ("PREFIX", 400, "no-query"),
        ("{ ?s ?p ?o }", 400, "no-query"),
        ("LOAD <x:y>", 400, "update"),
        ("# ASK\nINSERT DATA {}", 400, "update"),
        ("ASK {} ; DROP ALL", 400, "update"),
        ("ASK { ?a ?b 'x }", 400, "syntax"),
        ("ASK { ?a ?b '''x'' }", 400, "syntax"),
        ("ASK { ?a ?b '\ud800' }", 400, "syntax"),
        ("ASK " + "{" * 129 + "}" * 129, 400, "too-deep"),
        ("ASK { FILTER(" + "!" * 129 + "true) }", 400, "too-deep"),
        ("ASK { VALUES ?x {" + "1 " * 10_000 + "} }", 413, "query-too-long"),
        ("ASK { ?a ?b '" + "é" * (LONG // 2) + "' }", 413, "query-too-long"),
        ("ASK { SERVICE <http://x/> {} }", 400, "service"),
        ("PREFIX from: <x:> DESCRIBE from:x", 400, "ambiguous"),
    ],
)
def test_what_the_engine_must_not_see_is_refused(query: str, status: int, reason: str):
    """Each with its own slug and words."""
    refused = inspect_query(query, LIMITS)
    assert isinstance(refused, Refused)
    assert (refused.status, refused.reason) == (status, reason)
    assert refused.detail.endswith(".")


@pytest.mark.parametrize("query", REACHES_OUT.values(), ids=REACHES_OUT)
def test_every_spelling_of_service_and_load_is_refused(query: str):
    """Also those in which the parser needs no space, and those that hide it from a tokeniser."""
    assert isinstance(inspect_query(query.replace("HOST", "127.0.0.1:8080"), LIMITS), Refused)


def test_service_may_name_an_allowed_address_in_full():
    """Nothing is resolved: a prefix or a base could lead elsewhere."""
    limits = Limits(service_allowed=("https://x.example/sparql",))
    allowed = "ASK { SERVICE SILENT <https://x.example/sparql> {} }"
    assert inspect_query(allowed, limits) == "ask"
    assert asks_service(allowed)
    for other in ("<https://x.example/sparql2>", "x:sparql", "?x", "<sparql>"):
        query = f"PREFIX x: <https://x.example/> ASK {{ SERVICE {other} {{}} }}"
        assert isinstance(inspect_query(query, limits), Refused)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("ASK FROM <x:g> {}", True),
        ("SELECT (EXISTS { ?from ?from 1 } AS ?x)from named<x:g>{}", True),
        ("ASK { ?a <x:from> 'FROM' }", False),
        ("PREFIX from: <x:> ASK { ?a from:b ?c }", False),
    ],
)
def test_data_set_of_the_query_is_noticed(query: str, *, names: bool):
    """With one, the default graph isn't the union."""
    assert names_dataset(query) is names


@pytest.mark.parametrize(
    "piece", ['"', "'", '"""\\', "<a", "a.", ":", "@a-", "1.1e", "#\n", "{", "\\'", "'a\n", "a:%4"]
)
def test_hostile_text_costs_no_more_than_its_length(piece: str):
    """A reader that goes back over the text would take a minute for these."""
    started = time.perf_counter()
    inspect_query(piece * (LONG // len(piece)), LIMITS)
    assert time.perf_counter() - started < 1
