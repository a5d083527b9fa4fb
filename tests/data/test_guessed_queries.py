"""What a reader guesses gives rows: in the merged file, in the declaration's own, and in rdflib."""

import re
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from tests.conftest import PREFIXES, SLUG

import communique

#: Query (as DESIGN has it) and the number of rows; a state has a label in each of two languages.
GUESSES = {
    "SELECT ?s ?n { ?s a cq:State ; rdfs:label ?n }": 148,
    "SELECT ?s ?d { ?s cq:endorses ?d }": 73,
    "SELECT ?r ?s ?p { ?r a cq:Reservation ; cq:state ?s ; cq:paragraph ?p }": 19,
    "SELECT ?c ?t { ?c a cq:Commitment ; cq:text ?t }": None,
}
Ask = Callable[[str], set[tuple[str, ...]]]


def _ask_pyoxigraph(path: Path) -> Ask:
    store = ox.Store()
    store.bulk_load(path=path, format=ox.RdfFormat.TURTLE)

    def ask(query: str) -> set[tuple[str, ...]]:
        rows = store.query(PREFIXES + query)
        assert isinstance(rows, ox.QuerySolutions)
        return {tuple(term.value for term in row) for row in rows}

    return ask


def _ask_rdflib(graph: rdflib.Graph) -> Ask:
    return lambda query: {tuple(map(str, row)) for row in graph.query(PREFIXES + query)}


@pytest.fixture(scope="module")
def places(built: Path) -> dict[str, Ask]:
    """The three places in which a reader may ask."""
    return {
        "communique.ttl": _ask_pyoxigraph(built / "communique.ttl"),
        f"{SLUG}.ttl": _ask_pyoxigraph(built / f"{SLUG}.ttl"),
        "communique.graph()": _ask_rdflib(communique.graph()),
    }


@pytest.mark.parametrize("place", ["communique.ttl", f"{SLUG}.ttl", "communique.graph()"])
@pytest.mark.parametrize("query", GUESSES)
def test_a_guessed_query_gets_its_rows(places: dict[str, Ask], place: str, query: str, built: Path):
    """The same number of rows everywhere; commitments as many as the acts that bind demand."""
    expected = GUESSES[query] or _count_binding_statements(built)
    assert len(places[place](query)) == expected


def _count_binding_statements(built: Path) -> int:
    """Count statements with a binding act in the N-Quads, by their lines alone."""
    binding = re.compile(
        r"<[^>]*/(\w+/\d+/statement/\d+)/act/\d+> <[^>]*#binding> \"true\"", re.MULTILINE
    )
    return len(set(binding.findall((built / "communique.nq").read_text("utf-8"))))


def test_every_place_gives_the_same_rows(places: dict[str, Ask]):
    """Not only as many: the very same."""
    for query in GUESSES:
        merged, alone, shipped = (places[name](query) for name in places)
        assert merged == alone == shipped
        assert merged


def test_the_default_graph_is_the_union():
    """`communique.graph()` needs no GRAPH, and tells the named graphs apart for who asks."""
    dataset = communique.graph()
    assert isinstance(dataset, rdflib.Dataset)
    assert dataset.default_union
    derived = dataset.graph(f"https://w3id.org/communique/graph/{SLUG}/derived")
    endorses = rdflib.URIRef("https://w3id.org/communique/ns#endorses")
    assert len(list(derived.triples((None, endorses, None)))) == 73
