"""The joined questions: the same rows from the snapshot, from Wikidata, and through SERVICE."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.link.conftest import Interviewer
from tests.link.fake_wikidata import FakeWikidata

from communique.core.errors import InputError
from communique.link.federation import split_query
from communique.link.joined import LiveEngine, list_linked_items, open_joined
from communique.query.answer import Table
from communique.query.asking import ask_canned
from communique.query.canned import CannedQuery
from communique.query.catalogue import Catalogue
from communique.query.embedded import EmbeddedStore, open_folder

QUERIES = [one for one in Catalogue().read_all() if one.group == "wikidata"]
BASE = "https://w3id.org/communique/id/"


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    """The shipped graph with its snapshot."""
    return open_joined(None)


@pytest.fixture(params=QUERIES, ids=[one.name for one in QUERIES])
def query(request: pytest.FixtureRequest) -> CannedQuery:
    """Each joined question."""
    found = request.param
    assert isinstance(found, CannedQuery)
    return found


def ask(store: EmbeddedStore, name: str) -> list[list[str]]:
    """Return a question's rows as text, IRIs of ours without the base."""
    table = ask_canned(store, Catalogue().find(name), {})
    return [[_spell(term) for term in row] for row in table.rows]


def _spell(term: object) -> str:
    value = term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
    return value.removeprefix(BASE).removeprefix("http://www.wikidata.org/entity/")


def test_offline_and_live_give_the_same_rows(
    query: CannedQuery, store: EmbeddedStore, interviewer: Interviewer
):
    """One query body: over the snapshot, and with Wikidata answering its group."""
    offline = ask_canned(store, query, {})
    live = ask_canned(LiveEngine(store, interviewer()), query, {})
    assert offline.rows
    assert live == offline


def test_service_gives_the_same_rows(
    query: CannedQuery, store: EmbeddedStore, wikidata: FakeWikidata
):
    """The federated query is standard SPARQL: another engine's own SERVICE runs it."""
    joined = split_query(query.sparql, query.path)
    federated = joined.write_federated(wikidata.url, list_linked_items(store))
    assert "SERVICE <http://127.0.0.1:" in federated
    answer = store.run(federated, {}, origin="test")
    assert isinstance(answer, Table)
    assert answer == ask_canned(store, query, {})
    assert len(wikidata.queries) == 1


def test_live_is_not_the_snapshot(
    store: EmbeddedStore, interviewer: Interviewer, wikidata: FakeWikidata
):
    """Where Wikidata says otherwise the live answer does, too, and the one offline doesn't."""
    wikidata.say("Q36", "P463", "Q1065")
    name = "eu-members-who-reserved"
    assert {row[0] for row in ask(store, name)} == {"state/BGR", "state/POL"}
    live = ask_canned(LiveEngine(store, interviewer()), Catalogue().find(name), {})
    assert {_spell(row[0]) for row in live.rows} == {"state/BGR"}


def test_who_is_outside_the_un(store: EmbeddedStore):
    """Of the 73 endorsers two are no members, by two packages that name the members."""
    rows = ask(store, "endorsers-outside-the-un")
    assert rows == [["state/TWN", "Q865"], ["state/XKX", "Q1246"]]


def test_continents_count_every_endorser_once(store: EmbeddedStore):
    """38 + 9 + 8 + 7 + 6 + 5 are the 73 endorsers, and the 13 that reserved are among them."""
    rows = ask(store, "endorsers-by-continent")
    assert [row[1:3] for row in rows] == [
        ["Europe", "38"],
        ["Asia", "9"],
        ["Africa", "8"],
        ["North America", "7"],
        ["South America", "6"],
        ["Oceania", "5"],
    ]
    assert sum(int(row[3]) for row in rows) == 13
    assert len(ask(store, "endorsers-on-continent")) == 73


def test_without_a_snapshot_nobody_is_outside_the_un(built: Path):
    """An item that isn't there to be asked is no answer, not an answer that says no."""
    assert ask(open_folder(built / "communique.nq"), "endorsers-outside-the-un") == []


def test_only_our_items_are_sent(
    query: CannedQuery, store: EmbeddedStore, interviewer: Interviewer, wikidata: FakeWikidata
):
    """Nothing of the graph but the linked items reaches the server."""
    ask_canned(LiveEngine(store, interviewer()), query, {})
    assert not any("w3id.org/communique/id" in text for text in wikidata.queries)
    assert not any("cq:endorses" in text for text in wikidata.queries)


def test_a_query_of_our_graph_alone_asks_nobody(
    store: EmbeddedStore, interviewer: Interviewer, wikidata: FakeWikidata
):
    """The live engine answers every other canned query from the local graph."""
    engine = LiveEngine(store, interviewer())
    assert ask_canned(engine, Catalogue().find("endorsers"), {}).rows
    assert wikidata.queries == []


def test_a_built_folder_with_its_snapshot(built: Path, store: EmbeddedStore):
    """The files of a build give what the shipped data give."""
    assert ask(open_joined(built), "endorsers-by-continent") == ask(store, "endorsers-by-continent")


def test_a_folder_without_snapshot(tmp_path: Path, built: Path):
    """C063: joined questions need the snapshot."""
    (tmp_path / "communique.nq").write_bytes((built / "communique.nq").read_bytes())
    with pytest.raises(InputError) as caught:
        open_joined(tmp_path)
    assert caught.value.code == "C063"
