import pytest
from tests.server.process import Server

FORMATS = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_had_by_header_and_by_address(server: Server, name: str):
    """Four for rows, four for triples; the address goes before the header."""
    rows = name in ("json", "xml", "csv", "tsv")
    query = "SELECT * { ?s a ?type }" if rows else "CONSTRUCT WHERE { ?s a ?type }"
    by_header = server.query(query, accept=FORMATS[name])
    by_address = server.query(query, format=name, accept="image/png")
    assert by_header.status == by_address.status == 200
    assert by_header.type == by_address.type == FORMATS[name]
    assert b"communique/id/state/POL" in by_header.body


@pytest.mark.parametrize("accept", ["image/png", "text/turtle", "text/csv"])
def test_a_format_that_the_answer_cannot_have_is_not_acceptable(server: Server, accept: str):
    """Rows aren't triples, and a yes or no is no table."""
    query = "ASK {}" if accept == "text/csv" else "SELECT * { ?s ?p ?o }"
    assert server.query(query, accept=accept).status == 406
