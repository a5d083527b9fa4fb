import csv
import io
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from tests.server.process import Server

from communique.query.asking import ask_canned
from communique.query.canned import CannedQuery
from communique.query.catalogue import Catalogue
from communique.query.embedded import EmbeddedStore, open_folder
from communique.query.formats import to_w3c
from communique.query.parameters import Resolver

QUERIES = {one.name: one for one in Catalogue().read_all()}
SERVED = [one.name for one in QUERIES.values() if not one.asks_wikidata]


@pytest.fixture(scope="module")
def store(published: Path) -> EmbeddedStore:
    """The same graph, in this process."""
    return open_folder(published / "files")


def address(query: CannedQuery, given: Mapping[str, str], **more: str) -> str:
    """Return the address of a question with values for its parameters."""
    return f"/queries/{query.name}?{urlencode({**given, **more})}"


@pytest.mark.parametrize("name", SERVED)
def test_each_question_has_the_answer_of_the_command_line(
    name: str, server: Server, store: EmbeddedStore
):
    """Asked with its example: the same columns, rows and order as `communique query`."""
    query = QUERIES[name]
    values = Resolver(store).resolve_all(query, query.example)
    wanted = to_w3c(ask_canned(store, query, values), "csv")
    reply = server.ask(address(query, query.example, _format="csv"))
    assert (reply.status, reply.type) == (200, "text/csv"), reply.body
    assert reply.body == wanted


@pytest.mark.parametrize(
    "accept",
    [
        "application/sparql-results+json",
        "application/json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    ],
)
def test_every_format_of_rows_can_be_had(server: Server, accept: str):
    """By header, and by address."""
    for reply in (
        server.ask("/queries/endorsers", accept=accept),
        server.ask(f"/queries/endorsers?_format={quote(accept, safe='')}"),
    ):
        assert (reply.status, reply.type) == (200, accept)
        assert b"/state/POL" in reply.body


@pytest.mark.parametrize("state", ["POL", "PL", "Q36", "Poland", "poland", "波兰", "state/POL"])
def test_a_value_is_given_as_one_would_say_it(server: Server, state: str):
    """Names, codes and items mean the same state."""
    query = QUERIES["paragraphs-reserved-by-state"]
    reply = server.ask(address(query, {"state": state}, _format="csv"))
    assert reply.status == 200, reply.body
    assert len(list(csv.reader(io.StringIO(reply.body.decode())))) > 1


@pytest.mark.parametrize(
    ("asked", "status", "told"),
    [
        ("paragraphs-reserved-by-state?state=Polnd", 400, "'Poland'"),
        ("paragraphs-reserved-by-state?stat=POL", 400, "'state'"),
        ("paragraphs-reserved-by-state", 400, "needs state"),
        ("paragraphs-reserved-by-state?state=POL&state=DEU", 400, "once"),
        ("paragraphs-reserved-by-state?state=%ff", 400, "can't be read"),
        ("paragraphs-reserved-by-state?state=%00", 400, "character"),
        (f"paragraphs-reserved-by-state?state={'x' * 501}", 400, "500"),
        ("endorsers-listed-between?since=yesterday&until=2023-12-31", 400, "2023-03-29"),
        ("paragraphs-reserved-by-sate?state=POL", 404, "paragraphs-reserved-by-state"),
        ("endorsers-by-continent", 404, "'communique link ask endorsers-by-continent'"),
        ("endorsers?_format=ttl", 406, "text/csv"),
        ("endorsers?_format=docx", 400, "csv"),
    ],
)
def test_a_mistake_is_told_with_its_mend(server: Server, asked: str, status: int, told: str):
    """Unknown names with the nearest ones, never a guess."""
    reply = server.ask(f"/queries/{asked}")
    assert (reply.status, reply.type) == (status, "application/problem+json")
    assert told in reply.json()["detail"]


def test_a_value_never_becomes_part_of_the_query(server: Server):
    """Texts that would end a literal or add a pattern are looked for as they stand."""
    for hostile in ('")} DROP ALL #', "' } UNION { ?s ?p ?o", "\\u0022) } #", '"""', "${x}"):
        query = QUERIES["statements-mentioning"]
        reply = server.ask(address(query, {**query.example, "phrase": hostile}, _format="json"))
        assert (reply.status, reply.json()["results"]["bindings"]) == (200, [])


def test_the_list_has_every_question_with_an_address_that_works(server: Server):
    """What is joined with Wikidata isn't served: its snapshot is in no endpoint."""
    listed = {one["name"]: one for one in server.ask("/queries").json()["queries"]}
    assert sorted(listed) == sorted(SERVED)
    assert set(QUERIES) - set(listed)
    for one in listed.values():
        assert server.ask(one["example"]).status == 200
