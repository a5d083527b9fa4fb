import pyoxigraph as ox
import pytest

from communique.core.errors import InputError
from communique.query.embedded import EmbeddedStore
from communique.query.sparql_text import MAX_DEPTH


@pytest.mark.parametrize(
    ("query", "place", "words"),
    [
        ("SELECT ?s WHERE { ?s ?p }", "1:25", "unexpected '}'. Expected a variable or an IRI"),
        ("SELEC ?s", "1:1", "unexpected 'SELEC'. Expected SELECT or ASK"),
        ("SELECT ?s {\n  ?s ?p ?o", "2:11", "unexpected the end of the query. Expected '}'"),
        ("SELECT ?s {\n\n ?s foo:a 1 }", "3:5", "Prefix not found, at 'foo:a'"),
        ("SELECT ?s { ?s ?p ?o } ORDER ?s", "1:30", "unexpected '?s'. Expected BY."),
        ("SELECT (COUNT(?s) ?n) {?s ?p ?o}", "1:19", "unexpected '?n'. Expected AS"),
        ("SELECT ?s { ?s ?p 'x }", "1:19", "a text is never closed"),
        ("", "1:1", "unexpected the end of the query. Expected SELECT"),
        ("INSERT DATA { <x:y> <x:y> 1 }", "1:1", "unexpected 'INSERT'"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_was_expected(query: str, place: str, words: str):
    """C072 names line, column, the token that stands there and those that could."""
    with pytest.raises(InputError) as caught:
        EmbeddedStore(ox.Store()).run(query, {}, origin="q.rq")
    assert caught.value.code == "C072"
    assert str(caught.value).startswith(f"q.rq:{place}: C072 {words}")


def test_deep_nesting_is_refused_before_the_parser_runs_out_of_stack():
    """A few thousand brackets would end the process; they get C072 with the place."""
    deep = "SELECT * WHERE " + "{" * 20_000
    with pytest.raises(InputError, match=f"deeper than {MAX_DEPTH} levels") as caught:
        EmbeddedStore(ox.Store()).run(deep, {}, origin="q.rq")
    assert str(caught.value.place) == f"q.rq:1:{len('SELECT * WHERE ') + MAX_DEPTH + 1}"
    harmless = "SELECT * WHERE " + "{" * MAX_DEPTH + "}" * MAX_DEPTH
    EmbeddedStore(ox.Store()).run(harmless, {}, origin="q.rq")
