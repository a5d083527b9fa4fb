"""`communique link refresh`: the snapshot as Wikidata has it, in place of the constructed one."""

import datetime
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.link.conftest import Interviewer
from tests.link.fake_wikidata import FakeWikidata

from communique.build.dataset import Dataset
from communique.build.wikidata import build_snapshot
from communique.core.errors import OutputError
from communique.core.iris import Iris
from communique.link.interview import Interview
from communique.link.linked import Subject
from communique.link.snapshot import fetch_snapshot, read_known_labels, write_snapshot
from communique.link.wikidata import DIRECT, LABEL, item_iri

TODAY = datetime.date(2026, 11, 22)
GRAPH = ox.NamedNode("https://w3id.org/communique/graph/wikidata")


def about_items(quads: list[ox.Quad]) -> set[ox.Triple]:
    """Return the triples without the description of the graph itself."""
    return {quad.triple for quad in quads if quad.subject != GRAPH}


def test_what_wikidata_says_is_taken(
    subjects: list[Subject], interviewer: Interviewer, wikidata: FakeWikidata, dataset: Dataset
):
    """An endpoint that says what was constructed gives that back; one that differs wins."""
    refreshed = fetch_snapshot(subjects, interviewer(), today=TODAY)
    assert refreshed.lost == ()
    assert about_items(list(refreshed.quads)) == about_items(list(dataset.snapshot))
    wikidata.say("Q36", "P463", "Q458")
    wikidata.call("Q36", "Republic of Poland")
    again = fetch_snapshot(subjects, _without_cache(interviewer), today=TODAY)
    removed = about_items(list(refreshed.quads)) - about_items(list(again.quads))
    assert {(triple.predicate.value, triple.object.value) for triple in removed} == {
        (DIRECT + "P463", "http://www.wikidata.org/entity/Q1065"),
        (LABEL, "Poland"),
    }


def _without_cache(interviewer: Interviewer) -> Interview:
    interview = interviewer()
    interview.cache = None
    return interview


def test_the_label_says_where_it_is_from(
    subjects: list[Subject], interviewer: Interviewer, wikidata: FakeWikidata
):
    """It names the endpoint and the day, and no longer says 'constructed'."""
    quads = fetch_snapshot(subjects, interviewer(), today=TODAY).quads
    said = {quad.object.value for quad in quads if quad.subject == GRAPH}
    assert f"Snapshot of Wikidata, as {wikidata.url} gave it on 2026-11-22" in said
    assert not any("constructed" in words for words in said)
    assert {"2026-11-22", wikidata.url} <= said


def test_unknown_values_and_other_languages_are_left_out(
    subjects: list[Subject], interviewer: Interviewer, wikidata: FakeWikidata
):
    """A blank node is no value, and names are kept in the languages of our records."""
    store, poland = wikidata.store, item_iri("Q36")
    store.add(ox.Quad(poland, ox.NamedNode(DIRECT + "P463"), ox.BlankNode()))
    store.add(ox.Quad(poland, ox.NamedNode(LABEL), ox.Literal("Polen", language="de")))
    quads = fetch_snapshot(subjects, interviewer(), today=TODAY).quads
    objects = [quad.object for quad in quads if quad.subject == poland]
    assert not any(isinstance(one, ox.BlankNode) for one in objects)
    assert "Polen" not in {one.value for one in objects}


@pytest.mark.parametrize("change", ["merge", "forget"])
def test_a_lost_item_lets_nothing_change(
    subjects: list[Subject], interviewer: Interviewer, wikidata: FakeWikidata, change: str
):
    """Without it the state would drop out of every joined answer: nothing is given to keep."""
    if change == "merge":
        wikidata.merge("Q36", into="Q999999")
    else:
        wikidata.forget("Q36")
    refreshed = fetch_snapshot(subjects, interviewer(), today=TODAY)
    assert refreshed.lost == ["Q36"]
    assert list(refreshed.quads) == []


def test_the_build_takes_the_kept_snapshot(
    subjects: list[Subject], interviewer: Interviewer, dataset: Dataset, tmp_path: Path
):
    """With the file there the build uses it, under whatever base; without it, it constructs."""
    quads = fetch_snapshot(subjects, interviewer(), today=TODAY).quads
    write_snapshot(tmp_path / "snapshot.nq", quads)
    records = [one for graphs in dataset.declarations for one in graphs.records]
    built = build_snapshot(records, Iris("https://example.org/"), folder=tmp_path)
    assert {quad.graph_name.value for quad in built} == {"https://example.org/graph/wikidata"}
    mine = {quad.triple for quad in built if not quad.subject.value.startswith("https://example.")}
    assert mine == about_items(list(quads))
    assert read_known_labels(tmp_path / "snapshot.nq")["Q36"]["zh-hans"] == "波兰"


def test_the_same_answers_give_the_same_bytes(
    subjects: list[Subject], interviewer: Interviewer, tmp_path: Path
):
    """The file is sorted, whatever the size of the batches."""
    for name, size in (("one.nq", 7), ("two.nq", 50)):
        quads = fetch_snapshot(subjects, interviewer(batch_size=size), today=TODAY).quads
        write_snapshot(tmp_path / name, quads)
    assert (tmp_path / "one.nq").read_bytes() == (tmp_path / "two.nq").read_bytes()


def test_a_file_that_cannot_be_written(tmp_path: Path):
    """C060, and what is in the way stays."""
    (tmp_path / "file").write_text("old")
    quad = ox.Quad(item_iri("Q36"), ox.NamedNode(LABEL), ox.Literal("Poland"), GRAPH)
    with pytest.raises(OutputError) as caught:
        write_snapshot(tmp_path / "file" / "snapshot.nq", [quad])
    assert caught.value.code == "C060"
    assert (tmp_path / "file").read_text() == "old"
