"""The joined questions on a small graph in which something nearly matches each of them."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.queries.mutants import cut_conditions
from tests.queries.style import find_faults

from communique.query.asking import ask_canned
from communique.query.canned import CannedQuery
from communique.query.catalogue import Catalogue
from communique.query.embedded import EmbeddedStore, open_folder
from communique.query.library import load_prefixes

FIXTURE = Path(__file__).with_name("near-misses.ttl")
ROWS = {
    "endorsers-by-continent": [("Q46", "Europe", "3", "2"), ("Q48", "Asia", "1", "0")],
    "endorsers-on-continent": [
        ("Q46", "Europe", "state/DEU"),
        ("Q46", "Europe", "state/NOR"),
        ("Q46", "Europe", "state/POL"),
        ("Q48", "Asia", "state/TWN"),
    ],
    "endorsers-outside-the-un": [("state/TWN", "Q865")],
    "eu-members-who-reserved": [("state/POL", "operative/8")],
}
NAMESPACES = (
    "https://w3id.org/communique/id/d/",
    "https://w3id.org/communique/id/",
    "http://www.wikidata.org/entity/",
)


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    """The small graph."""
    return open_folder(FIXTURE)


def ask(store: EmbeddedStore, query: CannedQuery) -> list[tuple[str, ...]]:
    """Return a question's rows as text, IRIs without their namespaces."""
    return [tuple(_spell(term) for term in row) for row in ask_canned(store, query, {}).rows]


def _spell(term: object) -> str:
    text = term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
    for namespace in NAMESPACES:
        text = text.removeprefix(namespace)
    return text


def test_every_joined_question_is_here():
    """None is added without its near miss."""
    names = {query.name for query in Catalogue().read_all() if query.group == "wikidata"}
    assert names == set(ROWS)


@pytest.mark.parametrize("name", ROWS)
def test_the_near_misses_stay_out(store: EmbeddedStore, name: str):
    """The rows are those that are meant, in their order."""
    assert ask(store, Catalogue().find(name)) == ROWS[name]


@pytest.mark.parametrize("name", ROWS)
def test_no_condition_is_there_in_vain(store: EmbeddedStore, name: str):
    """Without any one FILTER or MINUS the rows are others."""
    for mutant in cut_conditions(Catalogue().find(name)):
        assert ask(store, mutant) != ROWS[name], mutant.sparql


@pytest.mark.parametrize("name", ROWS)
def test_the_rules_of_queries_are_kept(name: str):
    """Those of all canned queries."""
    assert find_faults(Catalogue().find(name), load_prefixes()) == []
