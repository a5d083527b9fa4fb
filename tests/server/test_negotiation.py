import gzip
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.server.process import Reply, Server

BASE = "https://w3id.org/communique/"
#: A thing, a document, a named graph, the vocabulary.
RESOURCES = {
    "thing": "/id/state/POL",
    "document": "/doc/summit-for-democracy-2023/operative/8",
    "graph": "/graph/states",
    "vocabulary": "/ns",
}
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
#: What a client may send, with what it gets; None: nothing, 406.
ACCEPTED = {
    "text/html": "text/html",
    "text/turtle": "text/turtle",
    "application/ld+json": "application/ld+json",
    "application/n-triples": "application/n-triples",
    "application/rdf+xml": "application/rdf+xml",
    "*/*": "text/html",
    BROWSER: "text/html",
    "text/*;q=0.3, text/turtle;q=0.2, application/*;q=0.1": "text/html",
    "application/ld+json;q=0.4, text/turtle;q=0.5, text/html;q=0.1": "text/turtle",
    "text/*, text/html;q=0, application/rdf+xml;q=0.9": "text/turtle",
    'application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"': "application/ld+json",
    "image/png, application/json": None,
}
FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdf": ox.RdfFormat.RDF_XML,
}
GRAPH_FORMATS = {**FORMATS, "trig": ox.RdfFormat.TRIG, "nq": ox.RdfFormat.N_QUADS}


def dereference(server: Server, path: str, accept: str) -> Reply:
    """Follow a thing to its document, as every client does."""
    reply = server.ask(path, accept=accept)
    if path.startswith("/id/"):
        assert (reply.status, reply.body) == (303, b"")
        assert reply.headers["location"] == path.replace("/id/", "/doc/")
        reply = server.ask(reply.headers["location"], accept=accept)
    return reply


@pytest.mark.parametrize("kind", RESOURCES)
@pytest.mark.parametrize("accept", ACCEPTED)
def test_each_client_gets_what_it_likes_best(server: Server, kind: str, accept: str):
    """48 of 48: q-values, wildcards, the most specific range, parameters, and 406."""
    reply = dereference(server, RESOURCES[kind], accept)
    wanted = ACCEPTED[accept]
    assert {"accept", "accept-encoding"} <= set(reply.headers["vary"].lower().split(", "))
    assert 'rel="alternate"; type="text/turtle"' in reply.headers["link"]
    if wanted is None:
        assert (reply.status, reply.type) == (406, "application/problem+json")
        assert "text/turtle" in {one["type"] for one in reply.json()["available"]}
    else:
        assert (reply.status, reply.type) == (200, wanted)
        assert server.ask(reply.headers["content-location"]).body == reply.body


def test_a_client_that_says_nothing_gets_the_page(server: Server):
    """A header that is absent and one that is empty mean the same."""
    assert server.ask("/doc/state/POL").type == "text/html"
    assert server.ask("/doc/state/POL", accept="").type == "text/html"


@pytest.mark.parametrize("kind", RESOURCES)
def test_every_format_holds_the_same_triples(server: Server, kind: str):
    """Without blank nodes, isomorphic means the same set; N-Quads and TriG name the graph."""
    path = RESOURCES[kind].replace("/id/", "/doc/")
    formats = GRAPH_FORMATS if kind == "graph" else FORMATS
    read = {
        ending: set(ox.parse(server.ask(f"{path}?_format={ending}").body, format=form))
        for ending, form in formats.items()
    }
    triples = {ending: {quad.triple for quad in quads} for ending, quads in read.items()}
    assert len(triples["ttl"]) > 5
    assert all(found == triples["ttl"] for found in triples.values())
    if kind == "graph":
        graph = ox.NamedNode(BASE + RESOURCES["graph"].removeprefix("/"))
        assert {quad.graph_name for quad in read["nq"] | read["trig"]} == {graph}


def test_a_graph_is_what_queries_see(server: Server):
    """The document of a named graph has its triples, all of them and no others."""
    query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{BASE}graph/states> {{ ?s ?p ?o }} }}"
    asked = server.query(query, accept="application/n-triples").body
    served = server.ask("/graph/states", accept="application/n-triples").body
    assert sorted(asked.splitlines()) == sorted(served.splitlines())


@pytest.mark.parametrize("path", RESOURCES.values())
def test_the_format_in_the_address_goes_before_the_header(server: Server, path: str):
    """`?_format=` takes an ending or a media type; a thing hands it on to its document."""
    for asked in ("nt", "application/n-triples"):
        reply = server.ask(f"{path}?_format={asked}", accept="text/html")
        if reply.status == 303:
            assert reply.headers["location"].endswith(f"?_format={asked}")
            reply = server.ask(reply.headers["location"], accept="text/html")
        assert (reply.status, reply.type) == (200, "application/n-triples")


@pytest.mark.parametrize(("asked", "status"), [("nothing", 400), ("", 400), ("trig", 406)])
def test_a_format_that_cannot_be_had_is_refused(server: Server, asked: str, status: int):
    """An unknown one is a mistake; a known one that isn't here is not acceptable."""
    assert server.ask(f"/doc/state/POL?_format={asked}").status == status


@pytest.mark.parametrize(
    ("language", "wanted"),
    [("zh-CN, en;q=0.5", "zh-Hans"), ("zh", "zh-Hans"), ("en-GB", "en"), ("fr", "en")],
)
def test_pages_come_in_the_readers_language(server: Server, language: str, wanted: str):
    """English and Chinese are negotiated under one address, which Vary tells."""
    headers = {"Accept-Language": language}
    reply = server.ask("/doc/state/POL", accept="text/html", headers=headers)
    assert reply.headers["content-language"] == wanted
    assert "accept-language" in reply.headers["vary"].lower()
    assert f'<html lang="{wanted}">'.encode() in reply.body


def test_no_accept_header_takes_long(server: Server):
    """Headers that are made to be slow to read (some readers take minutes) are read at once."""
    for hostile in ("a/b" + " ; " * 2000 + "!", '"' + '\\"' * 3000, "," * 8000, "*/*;q=1" * 900):
        reply = server.ask("/doc/state/POL", accept=hostile)
        assert reply.status in (200, 406)
    server.wait_for("request", number=4)
    assert max(event["ms"] for event in server.events("request")[-4:]) < 1000


def test_a_compressed_file_is_the_same_file(server: Server, published: Path):
    """The `.gz` made at publication is sent as it lies there, with a tag of its own."""
    plain = server.ask("/doc/state/POL.ttl")
    packed = server.ask("/doc/state/POL.ttl", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.body == (published / "doc/state/POL.ttl.gz").read_bytes()
    assert gzip.decompress(packed.body) == plain.body
    assert packed.headers["etag"] != plain.headers["etag"]
    refused = server.ask("/doc/state/POL.ttl", headers={"Accept-Encoding": "gzip;q=0"})
    assert refused.body == plain.body
