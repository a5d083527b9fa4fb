"""No query and no parameter of a request makes the server reach out: nobody is connected to."""

import socket
import threading
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from tests.server.process import Server

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def listener() -> Iterator[tuple[str, list[str]]]:
    """A listener on loopback that nobody may connect to."""
    connections: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=_note_connections, args=(listening, connections))
        thread.start()
        host, port = listening.getsockname()
        yield f"http://{host}:{port}/", connections
        listening.shutdown(socket.SHUT_RDWR)
        thread.join()


def _note_connections(listening: socket.socket, connections: list[str]) -> None:
    while True:
        try:
            connection, peer = listening.accept()
        except OSError:  # the test has ended
            return
        connections.append(str(peer))
        connection.close()


OUTWARD = [
    "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }",
    "select * { service <%s> { ?s ?p ?o } }",
    "SELECT * { SeRvIcE silent <%s> { ?s ?p ?o } }",
    "SELECT * {\n#\nSERVICE\t#c\n<%s>{ ?s ?p ?o } }",
    "PREFIX x: <%s> SELECT * { SERVICE x: { ?s ?p ?o } }",
    "BASE <%s> SELECT * { SERVICE <> { ?s ?p ?o } }",
    "SELECT * { BIND(<%s> AS ?e) SERVICE ?e { ?s ?p ?o } }",
    "SELECT * { VALUES ?e { <%s> } SERVICE SILENT ?e { ?s ?p ?o } }",
    "ASK { FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
    "SELECT * { { SELECT * { SERVICE <%s> { ?s ?p ?o } } } }",
    "SELECT * { OPTIONAL { SERVICE SILENT <%s> { } } }",
    "SELECT * { \\u0053ERVICE <%s> { ?s ?p ?o } }",
    "CONSTRUCT WHERE { SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * FROM <%s> { ?s ?p ?o }",
    "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o } # %s",
    "SELECT * { GRAPH <%s> { ?s ?p ?o } }",
    "DESCRIBE <%s>",
    "LOAD <%s>",
    "LOAD SILENT <%s> INTO GRAPH <a:b>",
]


@pytest.mark.parametrize("template", OUTWARD)
def test_no_query_reaches_out(server: Server, listener: tuple[str, list[str]], template: str):
    """By GET and POST: refused, or answered from what is here; nobody is connected to."""
    address, connections = listener
    query = template % address
    posted = server.ask(
        "/sparql", method="POST", headers=FORM, body=urlencode({"query": query}).encode()
    )
    for reply in (server.query(query), posted):
        assert reply.status in (200, 400)
        assert b"root:" not in reply.body
        if "service" in query.lower() or "load" in query.lower():
            assert reply.status == 400
    assert connections == []


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
@pytest.mark.parametrize("graph", ["%s", "file:///etc/passwd", "ftp://127.0.0.1/x", "data:,x"])
def test_no_graph_of_a_request_is_fetched(
    server: Server, listener: tuple[str, list[str]], name: str, graph: str
):
    """It is a name: unknown, the data set is empty."""
    address, connections = listener
    iri = graph.replace("%s", address)
    query = "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
    reply = server.query(query, accept="application/json", **{name: iri})
    assert (reply.status, reply.json()["results"]["bindings"]) == (200, [])
    assert connections == []


def test_the_listener_would_have_noticed(listener: tuple[str, list[str]]):
    """So that the tests above mean something."""
    address, connections = listener
    host, port = address.removeprefix("http://").rstrip("/").split(":")
    socket.create_connection((host, int(port))).close()
    while not connections:
        pass
    connections.clear()
