"""`communique link candidates`: matches by name and by code, and what none and several mean."""

import pyoxigraph as ox
import pytest
from tests.link.conftest import Interviewer
from tests.link.fake_wikidata import ALT_LABEL, FILM, FakeWikidata

from communique.core.errors import Place
from communique.link.candidates import Match, find_candidates, write_candidates
from communique.link.linked import Subject, choose_subjects
from communique.link.wikidata import item_iri


@pytest.fixture
def angola(subjects: list[Subject]) -> Subject:
    """A state that has no accepted link."""
    [found] = choose_subjects(subjects, ["state/AGO"])
    assert found.accepted is None
    return found


def find(subject: Subject, interviewer: Interviewer) -> Match:
    """Look for one subject's candidates."""
    [match] = find_candidates([subject], interviewer())
    return match


def test_a_match_by_name_and_code(
    angola: Subject, interviewer: Interviewer, wikidata: FakeWikidata
):
    """One item found on both ways is one candidate."""
    wikidata.add_item("Q916", "Angola")
    wikidata.say("Q916", "P297", "AO")
    match = find(angola, interviewer)
    assert match.outcome == "one"
    assert [(one.item, one.label, one.found_by) for one in match.candidates] == [
        ("Q916", "Angola", ("name", "code"))
    ]


def test_two_items_of_one_name(angola: Subject, interviewer: Interviewer, wikidata: FakeWikidata):
    """Both are candidates, and neither is preferred: a person chooses."""
    wikidata.add_item("Q916", "Angola")
    wikidata.add_item("Q77777", "Angola")
    match = find(angola, interviewer)
    assert match.outcome == "several"
    assert [one.item for one in match.candidates] == ["Q916", "Q77777"]
    rows = write_candidates([match], endpoint=wikidata.url, date="2026-11-22").splitlines()[1:]
    assert [row.split("\t")[-1] for row in rows] == ["undecided", "undecided"]
    assert all("one of 2 items" in row for row in rows)


def test_a_name_and_a_code_that_disagree(
    angola: Subject, interviewer: Interviewer, wikidata: FakeWikidata
):
    """The item with the name and the item with the code are two candidates."""
    wikidata.add_item("Q916", "Angola")
    wikidata.add_item("Q5", "Elsewhere")
    wikidata.say("Q5", "P297", "AO")
    match = find(angola, interviewer)
    assert [(one.item, one.found_by) for one in match.candidates] == [
        ("Q5", ("code",)),
        ("Q916", ("name",)),
    ]


def test_a_film_of_a_states_name(angola: Subject, interviewer: Interviewer, wikidata: FakeWikidata):
    """Only a country or territory can be a state's candidate by name."""
    wikidata.add_item("Q88888", "Angola", kind=FILM)
    assert find(angola, interviewer).outcome == "none"


def test_a_chinese_name_and_another_name(
    angola: Subject, interviewer: Interviewer, wikidata: FakeWikidata
):
    """Names are looked for in Chinese, too, and among the other names."""
    wikidata.add_item("Q916", "Angolan Republic")
    wikidata.store.add(ox.Quad(item_iri("Q916"), ALT_LABEL, ox.Literal("安哥拉", language="zh")))
    assert [one.item for one in find(angola, interviewer).candidates] == ["Q916"]


def test_a_name_is_compared_with_its_case(
    subjects: list[Subject], interviewer: Interviewer, wikidata: FakeWikidata
):
    """'democracy' is the concept, 'Democracy' may be a newspaper."""
    [topic] = choose_subjects(subjects, ["topic/democracy"])
    wikidata.add_item("Q7174", "democracy", kind="Q7188")
    wikidata.add_item("Q66666", "Democracy", kind=FILM)
    assert [one.item for one in find(topic, interviewer).candidates] == ["Q7174"]


def test_a_rejected_item_is_no_candidate_again(
    angola: Subject, interviewer: Interviewer, wikidata: FakeWikidata
):
    """What a curator rejected isn't proposed a second time."""
    wikidata.add_item("Q916", "Angola")
    link = angola.links[0]
    rejected = type(link)(link.subject, link.target, "", "rejected", Place(link.place.path))
    refused = Subject(angola.identifier, angola.names, angola.codes, [rejected])
    assert link.item == "Q916"
    assert find(refused, interviewer).outcome == "none"


def test_what_is_linked_is_not_looked_up(
    subjects: list[Subject], interviewer: Interviewer, wikidata: FakeWikidata
):
    """Only what has no accepted link is: 176 states, the instruments and the topics."""
    matches = find_candidates(subjects, interviewer())
    found = {one.subject.identifier for one in matches}
    assert "state/POL" not in found
    assert {"state/AGO", "instrument/udhr", "topic/democracy"} <= found
    assert {one.outcome for one in matches} == {"none"}
    assert not any('"Poland"' in query for query in wikidata.queries)
