from pathlib import Path

import pyoxigraph as ox
import pytest

from communique.core.errors import InputError
from communique.link.federation import is_joined, split_query
from communique.query.catalogue import Catalogue

PLACE = Path("query.rq")
PREFIXES = "PREFIX wdt: <http://www.wikidata.org/prop/direct/>\nPREFIX cq: <urn:cq:>\n"


@pytest.mark.parametrize(
    "pattern",
    [
        "?s cq:wikidata ?item . ?item wdt:P30 ?c",
        "?s cq:wikidata ?item . OPTIONAL { ?item wdt:P30 ?c }",
        "?s cq:wikidata ?item . MINUS { ?item wdt:P30 ?c }",
        "{ ?item wdt:P30 ?c } { ?item wdt:P463 ?o }",
        "{ ?item wdt:P30 ?c } UNION { ?item wdt:P463 ?o }",
        "{ ?item wdt:P30 ?c } ?item wdt:P463 ?o",
        "?s cq:wikidata ?item",
    ],
)
def test_wikidatas_part_must_be_one_group_of_its_own(pattern: str):
    """C103: only such a group can be sent to a server without changing what the query means."""
    with pytest.raises(InputError) as caught:
        split_query(f"{PREFIXES}SELECT * WHERE {{ {pattern} }}", PLACE)
    assert caught.value.code == "C103"


def test_a_group_in_braces_within_a_string_is_no_group():
    """Only real tokens count."""
    query = f"{PREFIXES}SELECT * WHERE {{ ?s cq:x '{{ wdt:' . {{ ?item wdt:P30 ?c }} }}"
    assert split_query(query, PLACE).group == " ?item wdt:P30 ?c "


def test_the_federated_query_is_valid():
    """The parts put together are SPARQL that parses; a server is asked in the tests of linking."""
    query = f"{PREFIXES}SELECT * WHERE {{ ?s cq:wikidata ?item . {{ ?item wdt:P30 ?c }} }}"
    text = split_query(query, PLACE).write_federated("http://127.0.0.1:9/sparql", ["Q36"])
    assert "SERVICE <http://127.0.0.1:9/sparql> { VALUES ?item { <http" in text
    assert list(ox.Store().query(text)) == []  # nothing is linked here, so nobody is asked


def test_what_is_unbound_stays_unbound():
    """An answer's gaps become UNDEF, and its blank nodes terms that VALUES can hold."""
    query = (
        f"{PREFIXES}SELECT ?c ?o WHERE {{ {{ ?item wdt:P30 ?c . OPTIONAL {{ ?c wdt:P1 ?o }} }} }}"
    )
    joined = split_query(query, PLACE)
    yes = ox.Literal(True)
    rows = [{"item": ox.NamedNode("urn:i"), "c": ox.BlankNode("b"), "answered_by_wikidata": yes}]
    found = list(ox.Store().query(joined.write_answered(rows)))
    assert [(one["c"].value, one["o"]) for one in found] == [
        ("urn:communique:unknown-value:b", None)
    ]
    assert list(ox.Store().query(joined.write_answered([{"item": ox.NamedNode("urn:i")}]))) == []


def test_only_the_joined_questions_are_joined():
    """All of the catalogue's group 'wikidata' asks in Wikidata's vocabulary, and nothing else."""
    for query in Catalogue().read_all():
        assert is_joined(query.sparql) == (query.group == "wikidata"), query.name
