"""The SPARQL 1.1 Protocol, case by case.

Source: SPARQL 1.1 Protocol, sections 2.1 to 2.4. The cases are those that the W3C's suite counts:
20 of the query operation, and 14 of the update operation, which a server that only reads refuses.
"""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tests.server.process import Reply, Server, run_server

DATA = "".join(
    f"<http://data.example/{name}#s> <http://data.example/p> <http://data.example/{name}#o>"
    f" <http://data.example/{name}> .\n"
    for name in ("one", "two", "three")
)
ONE, TWO, THREE = (f"http://data.example/{name}" for name in ("one", "two", "three"))
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
ASK = "ASK {}"
INSERT = f"INSERT DATA {{ <{ONE}#s> <{ONE}#p> <{ONE}#new> }}"
#: True where all of the default graph's triples come from the first graph, and there are some.
ONLY_ONE = f"ASK {{ ?s ?p <{ONE}#o> FILTER NOT EXISTS {{ ?a ?b ?c FILTER(?c != <{ONE}#o>) }} }}"
ONE_AND_TWO = (
    f"ASK {{ ?s ?p <{ONE}#o> . ?t ?p <{TWO}#o> FILTER NOT EXISTS {{ ?a ?b <{THREE}#o> }} }}"
)
NAMED_ONE_AND_TWO = (
    f"ASK {{ GRAPH ?g {{ ?s ?p <{ONE}#o> }} GRAPH ?h {{ ?t ?p <{TWO}#o> }} "
    f"FILTER NOT EXISTS {{ GRAPH ?i {{ ?a ?b <{THREE}#o> }} }} }}"
)
FULL = (
    f"ASK {{ ?s ?p <{THREE}#o> GRAPH ?g {{ ?t ?q <{ONE}#o> }} GRAPH ?h {{ ?u ?r <{TWO}#o> }} "
    f"FILTER NOT EXISTS {{ ?a ?b <{ONE}#o> }} }}"
)
ROWS = {"application/sparql-results+json", "application/sparql-results+xml"}
TRIPLES = {"text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json"}


@pytest.fixture(scope="module")
def endpoint(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An endpoint over three small named graphs."""
    data = tmp_path_factory.mktemp("protocol") / "data.nq"
    data.write_text(DATA, "utf-8")
    with run_server("--site", published, "--data", data) as running:
        yield running


def get(server: Server, *parameters: tuple[str, str], **options: str) -> Reply:
    """Send parameters with GET."""
    return server.ask(f"/sparql?{urlencode(parameters)}", **options)


def post(
    server: Server, body: str, content_type: str | None, *parameters: tuple[str, str]
) -> Reply:
    """Post a body as what it is said to be."""
    headers = {"Content-Type": content_type} if content_type else {}
    path = f"/sparql?{urlencode(parameters)}" if parameters else "/sparql"
    return server.ask(path, method="POST", headers=headers, body=body.encode())


def post_form(server: Server, *parameters: tuple[str, str]) -> Reply:
    """Post parameters as a form."""
    return post(server, urlencode(parameters), FORM)


def is_true(reply: Reply) -> bool:
    """Tell whether the answer is a yes."""
    assert (reply.status, reply.type) == (200, "application/sparql-results+json"), reply.body
    return reply.json()["boolean"] is True


def test_query_by_get(endpoint: Server):
    """1. A query in the address."""
    assert is_true(get(endpoint, ("query", ASK)))


def test_query_by_post_of_a_form(endpoint: Server):
    """2. A query among the parameters of a form."""
    assert is_true(post_form(endpoint, ("query", ASK)))


def test_query_by_post_directly(endpoint: Server):
    """3. A query that is the whole body."""
    assert is_true(post(endpoint, ASK, QUERY))


@pytest.mark.parametrize(
    ("query", "types"),
    [
        ("SELECT (1 AS ?value) {}", ROWS | {"text/csv", "text/tab-separated-values"}),
        (ASK, ROWS),
        (f"DESCRIBE <{ONE}#s>", TRIPLES),
        ("CONSTRUCT { <s:s> <s:p> 1 } WHERE {}", TRIPLES),
    ],
    ids=["select", "ask", "describe", "construct"],
)
def test_content_type_fits_the_form_of_the_query(endpoint: Server, query: str, types: set[str]):
    """4 to 7. Rows and yes or no as results, triples as RDF."""
    reply = get(endpoint, ("query", query))
    assert reply.status == 200
    assert reply.type in types


def test_one_default_graph(endpoint: Server):
    """8. The default graph is the one that is named, with POST."""
    parameters = (("query", ONLY_ONE), ("default-graph-uri", ONE))
    assert is_true(post_form(endpoint, *parameters))
    assert not is_true(post_form(endpoint, ("query", ONLY_ONE)))


def test_default_graphs_by_get(endpoint: Server):
    """9. Several are merged."""
    graphs = (("default-graph-uri", ONE), ("default-graph-uri", TWO))
    assert is_true(get(endpoint, ("query", ONE_AND_TWO), *graphs))


def test_default_graphs_by_post(endpoint: Server):
    """10. The same, beside a query that is the whole body."""
    graphs = (("default-graph-uri", ONE), ("default-graph-uri", TWO))
    assert is_true(post(endpoint, ONE_AND_TWO, QUERY, *graphs))


def test_named_graphs_by_post(endpoint: Server):
    """11. Only the graphs that are named can be named in the query."""
    graphs = (("named-graph-uri", ONE), ("named-graph-uri", TWO))
    assert is_true(post_form(endpoint, ("query", NAMED_ONE_AND_TWO), *graphs))
    assert not is_true(post_form(endpoint, ("query", NAMED_ONE_AND_TWO)))


def test_named_graphs_by_get(endpoint: Server):
    """12. The same with GET."""
    graphs = (("named-graph-uri", ONE), ("named-graph-uri", TWO))
    assert is_true(get(endpoint, ("query", NAMED_ONE_AND_TWO), *graphs))


def test_a_full_data_set(endpoint: Server):
    """13. Default and named graphs together."""
    graphs = (("default-graph-uri", THREE), ("named-graph-uri", ONE), ("named-graph-uri", TWO))
    assert is_true(get(endpoint, ("query", FULL), *graphs))


def test_the_requests_data_set_goes_before_the_querys(endpoint: Server):
    """14. FROM in the query doesn't count where the request names graphs."""
    query = ONLY_ONE.replace("ASK", f"ASK FROM <{TWO}>")
    assert is_true(get(endpoint, ("query", query), ("default-graph-uri", ONE)))
    assert not is_true(get(endpoint, ("query", query)))


def test_another_method_is_refused(endpoint: Server):
    """15. PUT is no way to send a query; the reply names those that are."""
    reply = endpoint.ask(f"/sparql?{urlencode({'query': ASK})}", method="PUT", body=b"")
    assert reply.status == 405
    assert "POST" in reply.headers["allow"]


def test_two_queries_are_refused(endpoint: Server):
    """16. More than one query in a request."""
    assert get(endpoint, ("query", ASK), ("query", "SELECT * {}")).status == 400


def test_another_media_type_is_refused(endpoint: Server):
    """17. A body that says it is something else."""
    assert post(endpoint, ASK, "text/plain").status == 415


def test_a_form_without_its_media_type_is_refused(endpoint: Server):
    """18. A form that doesn't say so."""
    assert post(endpoint, urlencode({"query": ASK}), None).status == 415


def test_a_query_without_its_media_type_is_refused(endpoint: Server):
    """19. A query that doesn't say so."""
    assert post(endpoint, ASK, None).status == 415


def test_a_query_with_a_mistake_is_refused(endpoint: Server):
    """20. Syntax: 400, with its place; and whatever isn't UTF-8."""
    reply = get(endpoint, ("query", "ASK {{}"))
    assert reply.status == 400
    assert "line 1" in reply.json()["detail"]
    headers = {"Content-Type": f"{QUERY}; charset=UTF-16"}
    body = ASK.encode("utf-16")
    options = {"method": "POST", "headers": headers, "body": body}
    assert endpoint.ask("/sparql", **options).status == 415
    options["headers"] = {"Content-Type": QUERY}
    assert endpoint.ask("/sparql", **options).status == 400
    assert endpoint.ask("/sparql?query=ASK%20%7B%7D%20%23%ff").status == 400


UPDATES = {
    "by GET": ("GET", None, [("update", INSERT)], ""),
    "two updates": ("POST", FORM, [], urlencode([("update", INSERT), ("update", INSERT)])),
    "another media type": ("POST", "text/plain", [], INSERT),
    "a form without its media type": ("POST", None, [], urlencode({"update": INSERT})),
    "not UTF-8": ("POST", f"{UPDATE}; charset=UTF-16", [], INSERT),
    "a mistake": ("POST", FORM, [], urlencode({"update": "INSERT DATA {{"})),
    "two data sets": (
        "POST",
        FORM,
        [],
        urlencode({"using-graph-uri": ONE, "update": f"WITH <{ONE}> DELETE {{}} WHERE {{}}"}),
    ),
    "one default graph": ("POST", UPDATE, [("using-graph-uri", ONE)], INSERT),
    "default graphs": (
        "POST",
        FORM,
        [],
        urlencode([("using-graph-uri", ONE), ("using-graph-uri", TWO), ("update", INSERT)]),
    ),
    "named graphs": ("POST", UPDATE, [("using-named-graph-uri", ONE)], INSERT),
    "a full data set": (
        "POST",
        UPDATE,
        [("using-graph-uri", THREE), ("using-named-graph-uri", ONE)],
        INSERT,
    ),
    "by POST of a form": ("POST", FORM, [], urlencode({"update": INSERT})),
    "by POST directly": ("POST", UPDATE, [], INSERT),
    "a base": ("POST", UPDATE, [], f"BASE <{ONE}> {INSERT}"),
}


@pytest.mark.parametrize("case", UPDATES)
def test_an_update_is_refused(endpoint: Server, case: str):
    """Each of the 14, in whatever form it comes, and nothing has changed."""
    method, content_type, parameters, body = UPDATES[case]
    headers = {"Content-Type": content_type} if content_type else {}
    path = f"/sparql?{urlencode(parameters)}"
    sent = body.encode() if method == "POST" else None
    reply = endpoint.ask(path, method=method, headers=headers, body=sent)
    assert reply.status in (400, 403, 415)
    assert reply.type == "application/problem+json"
    count = get(endpoint, ("query", "SELECT * { ?s ?p ?o }"))
    assert len(count.json()["results"]["bindings"]) == 3


@pytest.mark.parametrize(
    "update", ["INSERT DATA { <a:a> <a:b> <a:c> }", "DROP ALL", f"LOAD <{ONE}>", "CLEAR ALL"]
)
def test_an_update_in_the_place_of_a_query_is_refused(endpoint: Server, update: str):
    """It is no query."""
    assert get(endpoint, ("query", update)).status == 400
    assert post(endpoint, update, QUERY).status == 400


def test_the_default_graph_is_the_union(endpoint: Server):
    """Without a data set a query sees the triples of all graphs."""
    query = f"ASK {{ ?s ?p <{ONE}#o> . ?t ?q <{TWO}#o> . ?u ?r <{THREE}#o> }}"
    assert is_true(get(endpoint, ("query", query)))


@pytest.mark.parametrize("value", ["", "relative", "http://a b", "<x:y>"])
def test_a_graph_that_is_no_iri_is_refused(endpoint: Server, value: str):
    """400, and not an empty data set."""
    assert get(endpoint, ("query", ASK), ("default-graph-uri", value)).status == 400


def test_a_form_without_a_query_is_refused(endpoint: Server):
    """With POST there is nothing else that could be meant."""
    assert post_form(endpoint, ("format", "json")).status == 400
    assert post(endpoint, "", QUERY).status == 400


@pytest.mark.parametrize("accept", [None, "text/html"])
def test_every_failure_is_told_as_a_problem_or_a_page(endpoint: Server, accept: str | None):
    """As JSON or HTML, by what the client takes."""
    reply = get(endpoint, ("query", "NONSENSE"), accept=accept)
    wanted = "text/html" if accept else "application/problem+json"
    assert (reply.status, reply.type) == (400, wanted)


def test_an_address_may_be_escaped(endpoint: Server):
    """`%73` is `s`: the endpoint answers, not the site's page of that name."""
    reply = endpoint.ask("/%73parql?query=ASK%7B%7D")
    assert (reply.status, reply.json()["boolean"]) == (200, True)
