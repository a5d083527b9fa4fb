"""`communique link check`: what each change of a linked item comes out as."""

import pytest
from tests.link.conftest import Interviewer
from tests.link.fake_wikidata import FILM, FakeWikidata

from communique.link.inspection import Finding, inspect_links
from communique.link.linked import Subject

POLAND = "Q36"


@pytest.fixture(autouse=True)
def names_of_the_links(subjects: list[Subject], wikidata: FakeWikidata) -> None:
    """Let the fake call every item by the name that the table of links has of it."""
    for link in filter(None, (one.accepted for one in subjects)):
        wikidata.call(link.item or "", link.label)


def inspect(subjects: list[Subject], interviewer: Interviewer) -> list[Finding]:
    """Check all links against the fake Wikidata."""
    return inspect_links(subjects, interviewer(), known_labels={})


def test_every_accepted_link_is_checked(
    subjects: list[Subject],
    interviewer: Interviewer,
    wikidata: FakeWikidata,
    linked_items: list[str],
):
    """Where nothing has changed there is no finding, and every item has been asked for."""
    assert inspect(subjects, interviewer) == []
    asked = "".join(wikidata.queries)
    assert all(f"/entity/{item}>" in asked for item in linked_items)
    assert len(linked_items) == 74
    assert len(wikidata.queries) == 2  # batches of 50


def test_a_merged_item(subjects: list[Subject], interviewer: Interviewer, wikidata: FakeWikidata):
    """A redirect names where it leads to, and is nothing else beside."""
    wikidata.merge(POLAND, into="Q999999")
    [finding] = inspect(subjects, interviewer)
    assert (finding.kind, finding.subject, finding.is_problem) == ("merged", "state/POL", True)
    assert "Q36 is now Q999999" in str(finding)


def test_a_deleted_item(subjects: list[Subject], interviewer: Interviewer, wikidata: FakeWikidata):
    """An item of which nothing is said any more has been deleted; no code is compared then."""
    wikidata.forget(POLAND)
    [finding] = inspect(subjects, interviewer)
    assert (finding.kind, finding.is_problem) == ("deleted", True)


def test_an_item_that_is_no_country(
    subjects: list[Subject], interviewer: Interviewer, wikidata: FakeWikidata
):
    """The class is followed up to country, state or territory; a film doesn't get there."""
    wikidata.say(POLAND, "P31", FILM)
    [finding] = inspect(subjects, interviewer)
    assert (finding.kind, finding.is_problem) == ("no-territory", True)


@pytest.mark.parametrize(("property_", "code"), [("P297", "PO"), ("P298", "POO")])
def test_a_changed_code(
    subjects: list[Subject],
    interviewer: Interviewer,
    wikidata: FakeWikidata,
    property_: str,
    code: str,
):
    """Another code than our record's is a problem; both are named."""
    wikidata.say(POLAND, property_, code)
    [finding] = inspect(subjects, interviewer)
    assert (finding.kind, finding.is_problem) == ("code-differs", True)
    assert f"{property_} {code}, our record" in finding.problem


def test_a_further_code_is_no_change(
    subjects: list[Subject], interviewer: Interviewer, wikidata: FakeWikidata
):
    """An item may have older codes beside ours."""
    wikidata.say(POLAND, "P297", "PL", "PO")
    assert inspect(subjects, interviewer) == []


def test_a_missing_code_is_only_told(
    subjects: list[Subject], interviewer: Interviewer, wikidata: FakeWikidata
):
    """The codes of Denmark may stand at the kingdom: that doesn't make the link wrong."""
    wikidata.say("Q35", "P297")
    [finding] = inspect(subjects, interviewer)
    assert (finding.kind, finding.subject, finding.is_problem) == (
        "code-absent",
        "state/DNK",
        False,
    )


def test_a_changed_name_is_only_told(
    subjects: list[Subject], interviewer: Interviewer, wikidata: FakeWikidata
):
    """The name in the link's row is compared, or that of the kept snapshot in any language."""
    wikidata.call(POLAND, "Republic of Poland")
    wikidata.call(POLAND, "波兰共和国", language="zh-hans")
    [finding] = inspect(subjects, interviewer)
    assert (finding.kind, finding.is_problem) == ("label-changed", False)
    known = {POLAND: {"en": "Poland", "zh-hans": "波兰"}}
    findings = inspect_links(subjects, interviewer(), known_labels=known)
    assert [one.kind for one in findings] == ["label-changed", "label-changed"]


def test_a_finding_names_the_row_of_the_link(
    subjects: list[Subject], interviewer: Interviewer, wikidata: FakeWikidata
):
    """The line is that of the accepted row in data/states/links.sssom.tsv."""
    wikidata.forget(POLAND)
    [finding] = inspect(subjects, interviewer)
    assert finding.place.line is not None
    line = finding.place.path.read_text("utf-8").splitlines()[finding.place.line - 1]
    assert line.startswith("state:POL\t")
    assert line.endswith("accepted")
