"""The API's own description, and what happens to requests made at random from it."""

import json
import os

import hypothesis
import schemathesis
from hypothesis import HealthCheck
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.server.process import Server

from communique.query.catalogue import Catalogue
from communique.server.openapi import describe_api


@schemathesis.serializer("application/sparql-query")
def _write_query(_context: schemathesis.SerializationContext, value: object) -> bytes:
    """Return a query as the body that it is."""
    return str(value).encode("utf-8", "surrogatepass")


#: Requests for each operation.
EXAMPLES = 50 if os.environ.get("COMMUNIQUE_MATRIX") == "full" else 2
QUERIES = [one for one in Catalogue().read_all() if not one.asks_wikidata]
#: The document itself is what the server sends: a test below compares them.
DOCUMENT = json.loads(json.dumps(describe_api(QUERIES, prefix="/")))
SCHEMA = schemathesis.openapi.from_dict(DOCUMENT)
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


def test_the_document_is_served(server: Server):
    """As it was made here, with every question of the catalogue that the API answers."""
    reply = server.ask("/openapi.json")
    assert (reply.status, reply.type) == (200, "application/json")
    assert reply.json() == DOCUMENT
    paths = {path for path in DOCUMENT["paths"] if path.startswith("/queries/")}
    assert paths == {f"/queries/{one.name}" for one in QUERIES}


def test_the_document_is_valid():
    """Against the JSON Schema of OpenAPI 3.1, which schemathesis has."""
    SCHEMA.validate()


@SCHEMA.parametrize()
@hypothesis.settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_no_request_is_answered_otherwise_than_described(case: schemathesis.Case, server: Server):
    """0 server errors; each status, media type and body is one that the document lists."""
    case.call_and_validate(base_url=server.address, checks=CHECKS, timeout=30)
