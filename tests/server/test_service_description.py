import pyoxigraph as ox
import pytest
from tests.conftest import Graph
from tests.server.process import Server

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"


@pytest.fixture(scope="module")
def described(server: Server) -> Graph:
    """The description that the endpoint gives of itself."""
    reply = server.ask("/sparql", accept="application/n-triples")
    assert (reply.status, reply.type) == (200, "application/n-triples")
    return Graph(ox.parse(reply.body, format=ox.RdfFormat.N_TRIPLES))


def read(graph: Graph, name: str) -> set[str]:
    """Return the values of a property of the service."""
    return set(
        graph.column(f"PREFIX sd: <{SD}> SELECT ?v {{ ?service a sd:Service ; sd:{name} ?v }}")
    )


def test_the_endpoint_and_its_language_are_named(described: Graph, server: Server):
    """The address is the one that the client called."""
    assert read(described, "endpoint") == {f"{server.address}/sparql"}
    assert read(described, "supportedLanguage") == {SD + "SPARQL11Query"}


def test_every_format_of_an_answer_is_named(described: Graph):
    """As many as the protocol's tests ask for."""
    wanted = ["SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV"]
    wanted += ["SPARQL_Results_TSV", "Turtle", "JSON-LD", "N-Triples", "RDF_XML"]
    assert read(described, "resultFormat") == {FORMATS + name for name in wanted}


def test_the_union_is_told_and_federation_is_not(described: Graph):
    """SERVICE is refused, so it isn't offered."""
    assert read(described, "feature") == {SD + "UnionDefaultGraph"}


def test_the_data_set_has_each_named_graph_with_its_size(described: Graph, graph: Graph):
    """The names and counts are those of the build."""
    rows = described.select(
        f"PREFIX sd: <{SD}> PREFIX void: <http://rdfs.org/ns/void#> SELECT ?name ?triples "
        "{ ?service sd:defaultDataset ?set . ?set sd:defaultGraph ?union ; sd:namedGraph ?named . "
        "?named a sd:NamedGraph ; sd:name ?name ; sd:graph/void:triples ?triples } ORDER BY ?name"
    )
    counted = graph.select(
        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"
    )
    assert rows == counted
    assert len(rows) > 3


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
        ("*/*", ox.RdfFormat.TURTLE),
    ],
)
def test_every_format_of_it_is_the_same(
    server: Server, described: Graph, accept: str, form: ox.RdfFormat
):
    """The description is negotiated as other documents are."""
    read = ox.parse(server.ask("/sparql", accept=accept).body, format=form)
    assert {quad.triple for quad in read} == {quad.triple for quad in described.store}


def test_a_browser_is_shown_a_form(server: Server):
    """The page sends its form to the same address."""
    reply = server.ask("/sparql", accept="text/html,*/*;q=0.8")
    assert (reply.status, reply.type) == (200, "text/html")
    assert b"<form" in reply.body
    assert b'name="query"' in reply.body


@pytest.mark.parametrize("host", ["a b", 'a"b', "a<b>", "a/b", "a\tb", "[::1", "x" * 300])
def test_a_hostile_host_is_not_taken_for_our_address(server: Server, host: str):
    """What a client calls us stands in the description only if it can be a host."""
    reply = server.ask("/sparql", accept="text/turtle", headers={"Host": host})
    assert reply.status == 400


def test_head_and_options_work_on_the_endpoint(server: Server):
    """HEAD has no body; OPTIONS names the methods."""
    assert server.ask("/sparql", method="HEAD").body == b""
    reply = server.ask("/sparql", method="OPTIONS")
    assert (reply.status, "POST" in reply.headers["allow"]) == (204, True)
