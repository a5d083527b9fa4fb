import time

import pyoxigraph as ox
import pytest
from tests.stores.processes import find_free_port
from tests.stores.scripted_server import Reply, format_moment, serve

from communique.core.errors import InputError, ServiceError
from communique.query.answer import Description, Table, Verdict
from communique.query.endpoint import MAX_TRIES, USER_AGENT, Endpoint
from communique.query.formats import to_w3c

TABLE = Table(("s",), [(ox.NamedNode("https://example.org/a"),)])
GOOD = Reply(body=to_w3c(TABLE, "json"))
QUERY = "SELECT ?s WHERE { ?s ?p ?o }"
HTML = {"Content-Type": "text/html; charset=utf-8"}


def ask(url: str, waits: list[float] | None = None, *, timeout_seconds: float = 5.0) -> Table:
    """Ask an endpoint; what it would have slept is kept in `waits`."""
    sleep = (waits if waits is not None else []).append
    endpoint = Endpoint(url, timeout_seconds=timeout_seconds, sleep=sleep)
    return endpoint.select(QUERY)


def test_a_query_is_a_form_post_with_our_own_user_agent():
    """SPARQL 1.1 Protocol, section 2.1.2; nothing but the query is sent."""
    with serve([GOOD]) as (url, requests):
        assert ask(url) == TABLE
    (request,) = requests
    assert request.method == "POST"
    assert request.form == {"query": [QUERY]}
    assert request.headers["User-Agent"] == USER_AGENT
    assert "application/sparql-results+json" in request.headers["Accept"]


def test_values_are_serialised_into_a_values_block():
    """Quotes, braces and IRIs stay inside their terms."""
    values = {"s": ox.NamedNode("https://example.org/a"), "o": ox.Literal('" } # \\')}
    with serve([GOOD]) as (url, requests):
        Endpoint(url).run(QUERY, values, origin="q")
    expected = 'VALUES (?s ?o) { (<https://example.org/a> "\\" } # \\\\") } ?s ?p ?o }'
    assert requests[0].form["query"][0] == f"SELECT ?s WHERE {{ {expected}"


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_again_when_it_says(status: int):
    """Retry-After is honoured in both its forms; without it the waits double."""
    busy = [
        Reply(status, {"Retry-After": "7"}),
        Reply(status, {"Retry-After": format_moment(30)}),
        Reply(status, {}),
    ]
    waits: list[float] = []
    with serve([*busy, GOOD]) as (url, requests):
        assert ask(url, waits) == TABLE
    assert len(requests) == MAX_TRIES
    assert waits[0] == 7
    assert waits[1] == pytest.approx(30, abs=2)
    assert waits[2] == 4


@pytest.mark.parametrize(("wait", "tries"), [("1", MAX_TRIES), ("3600", 1)])
def test_a_server_that_stays_busy_is_given_up_on(wait: str, tries: int):
    """Exit code 3, with what was tried; an hour is not waited for."""
    with (
        serve([Reply(503, {"Retry-After": wait})]) as (url, requests),
        pytest.raises(ServiceError, match="busy") as caught,
    ):
        ask(url)
    assert (caught.value.code, caught.value.exit_code) == ("C091", 3)
    assert len(requests) == tries
    assert ("once" if tries == 1 else f"{tries} times") in str(caught.value)


@pytest.mark.parametrize("status", [401, 403, 404, 500, 502])
def test_a_refusal_is_not_repeated(status: int):
    """401 least of all: it could lock an account."""
    with (
        serve([Reply(status, HTML, b"no")]) as (url, requests),
        pytest.raises(ServiceError) as caught,
    ):
        ask(url)
    assert caught.value.code == "C092"
    assert len(requests) == 1


CUT = GOOD.body[:-20]
CAPPED = {**GOOD.headers, "X-SPARQL-MaxRows": "1"}


@pytest.mark.parametrize(
    "reply",
    [
        Reply(200, HTML, b"<html>Welcome</html>"),
        Reply(200, {}, GOOD.body),
        Reply(200, GOOD.headers, b""),
        Reply(200, GOOD.headers, b"[]"),
        Reply(200, GOOD.headers, b'{"head": {"vars": ["s"]}}'),
        Reply(200, GOOD.headers, CUT),
        Reply(200, GOOD.headers, CUT, missing_bytes=20),
        Reply(200, GOOD.headers, GOOD.body + b" and more"),
        Reply(200, GOOD.headers, b"\xff\xfe\x00"),
        Reply(200, GOOD.headers, b'{"head":{},"boolean":true}'),
        Reply(200, CAPPED, GOOD.body),
        Reply(200, {**GOOD.headers, "X-SQL-State": "S1TAT"}, GOOD.body),
        Reply(200, {"Content-Type": "text/turtle"}, b"<a> <b> "),
    ],
)
def test_what_is_no_whole_answer_is_refused(reply: Reply):
    """HTML, garbage, and answers that were cut off or capped: C093, exit code 3."""
    with serve([reply]) as (url, _), pytest.raises(ServiceError) as caught:
        ask(url)
    assert (caught.value.code, caught.value.exit_code) == ("C093", 3)
    assert url in str(caught.value)


def test_a_dead_endpoint_is_told():
    """Nobody listens there."""
    with pytest.raises(ServiceError, match="doesn't answer") as caught:
        ask(f"http://127.0.0.1:{find_free_port()}/sparql")
    assert (caught.value.code, caught.value.exit_code) == ("C091", 3)
    assert "Connection refused. Check the address" in str(caught.value)
    assert "urlopen" not in str(caught.value)


@pytest.mark.parametrize("drip_seconds", [0.05, 30.0])
def test_a_slow_endpoint_is_cut_off_at_the_deadline(drip_seconds: float):
    """Both a server that hangs and one that sends a byte now and then."""
    began = time.monotonic()
    with (
        serve([Reply(body=GOOD.body * 9, drip_seconds=drip_seconds)]) as (url, _),
        pytest.raises(ServiceError) as caught,
    ):
        ask(url, timeout_seconds=1.0)
    assert time.monotonic() - began < 6
    assert caught.value.code == "C091"


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "ftp://example.org/", "example.org/sparql", "http:///x", ""]
)
def test_only_web_addresses_are_endpoints(url: str):
    """Urllib would open local files."""
    with pytest.raises(InputError) as caught:
        Endpoint(url)
    assert caught.value.code == "C090"


def test_a_mistake_in_the_query_is_told_from_a_mere_refusal():
    """What our own parser refuses as well is C072 with its place; else the server says why."""
    with serve([Reply(400, HTML, b"can't parse")]) as (url, _):
        endpoint = Endpoint(url)
        with pytest.raises(InputError) as caught:
            endpoint.run("SELECT ?s { ?s ?p }", {}, origin="q.rq")
        assert str(caught.value).startswith("q.rq:1:19: C072 unexpected '}'")
        with pytest.raises(ServiceError, match="can't parse") as refused:
            endpoint.run(QUERY, {}, origin="q.rq")
        assert refused.value.code == "C092"


def test_an_update_is_never_sent():
    """The query command only reads."""
    update = "INSERT DATA { <x:y> <x:y> 1 }"
    expected = pytest.raises(InputError, match="is an update")
    with serve([GOOD]) as (url, requests), expected as caught:
        Endpoint(url).run(update, {}, origin="q.rq")
    assert caught.value.code == "C072"
    assert requests == []


def test_asks_and_constructs_are_answered():
    """A yes or no comes as JSON, triples come as Turtle."""
    turtle = Reply(200, {"Content-Type": "text/turtle"}, b"<x:a> <x:b> 1 .")
    with serve([Reply(body=b'{"head":{},"boolean":true}'), turtle]) as (url, requests):
        assert Endpoint(url).run("ASK { ?s ?p ?o }", {}, origin="q") == Verdict(True)
        answer = Endpoint(url).run("CONSTRUCT WHERE { ?s ?p ?o }", {}, origin="q")
    assert isinstance(answer, Description)
    assert [str(one) for one in answer.triples] == [
        '<x:a> <x:b> "1"^^<http://www.w3.org/2001/XMLSchema#integer>'
    ]
    assert "turtle" in requests[1].headers["Accept"]


def test_booleans_of_virtuoso_are_written_as_everywhere_else():
    """It says 1 and 0."""
    virtuoso = Table(("s",), [(ox.Literal("1", datatype=ox.Literal(True).datatype),)])
    with serve([Reply(body=to_w3c(virtuoso, "json"))]) as (url, _):
        assert ask(url).rows == [(ox.Literal(True),)]


def test_an_answer_without_end_is_not_taken(monkeypatch: pytest.MonkeyPatch):
    """The largest answer that is taken is a constant; here a smaller one."""
    monkeypatch.setattr("communique.query.endpoint.MAX_BYTES", 20)
    with serve([GOOD]) as (url, _), pytest.raises(ServiceError, match="more than 20") as caught:
        ask(url)
    assert caught.value.code == "C093"
