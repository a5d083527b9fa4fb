"""Every fault of a server has its outcome, and none is taken for 'no match' or for 'no change'."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from tests.link.conftest import Interviewer
from tests.link.fake_wikidata import (
    FakeWikidata,
    Fault,
    busy,
    cut_connection,
    html,
    html_as_json,
    lose_last_subject,
    no_rows,
    slow,
    truncate,
)

from communique.core.errors import ServiceError
from communique.link.candidates import find_candidates
from communique.link.inspection import inspect_links
from communique.link.interview import Interview
from communique.link.joined import LiveEngine, open_joined
from communique.link.linked import Subject
from communique.link.snapshot import fetch_snapshot
from communique.query.asking import ask_canned
from communique.query.catalogue import Catalogue
from communique.query.endpoint import MAX_TRIES, USER_AGENT

TODAY = datetime.date(2026, 11, 22)
SHORT_SECONDS = 1.0

FAULTS: dict[str, tuple[Fault, str]] = {
    "429 without end": (busy(429, "1"), "C091"),
    "429 that wants an hour": (busy(429, "3600"), "C091"),
    "503 without end": (busy(503), "C091"),
    "500": (busy(500), "C092"),
    "time-out": (slow(SHORT_SECONDS * 2), "C091"),
    "HTML with status 200": (html, "C093"),
    "HTML that claims to be JSON": (html_as_json, "C093"),
    "no rows": (no_rows, "C101"),
    "one subject lost": (lose_last_subject, "C101"),
    **{f"connection cut at {n}/10": (cut_connection(n), "C093") for n in range(10)},
    **{f"JSON truncated at {n}/10": (truncate(n), "C093") for n in range(10)},
}


def look_for_candidates(subjects: Sequence[Subject], interview: Interview) -> object:
    """Look for what isn't linked: in this graph there is nothing of it."""
    return find_candidates(subjects[:40], interview)


def check_links(subjects: Sequence[Subject], interview: Interview) -> object:
    """Check what is linked."""
    return inspect_links(subjects, interview, known_labels={})


def refresh_snapshot(subjects: Sequence[Subject], interview: Interview) -> object:
    """Fetch the snapshot."""
    return fetch_snapshot(subjects, interview, today=TODAY)


def ask_live(subjects: Sequence[Subject], interview: Interview) -> object:
    """Ask a joined question of which 'no answer' would be a plausible answer."""
    del subjects
    query = Catalogue().find("eu-members-who-reserved")
    return ask_canned(LiveEngine(open_joined(None), interview), query, {})


COMMANDS = [look_for_candidates, check_links, refresh_snapshot, ask_live]
Command = Callable[[Sequence[Subject], Interview], object]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_fault_is_an_error_of_the_service(
    *,
    command: Command,
    fault: str,
    subjects: list[Subject],
    interviewer: Interviewer,
    wikidata: FakeWikidata,
    tmp_path: Path,
):
    """The command ends with exit code 3 and this error's code; the answer isn't kept."""
    wikidata.always, code = FAULTS[fault]
    timeout = SHORT_SECONDS if fault == "time-out" else 20.0
    with pytest.raises(ServiceError) as caught:
        command(subjects, interviewer(timeout_seconds=timeout))
    assert (caught.value.code, caught.value.exit_code) == (code, 3)
    assert wikidata.url in str(caught.value)
    assert list((tmp_path / "cache").glob("*")) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_the_middle_loses_nothing(
    fault: str, subjects: list[Subject], interviewer: Interviewer, wikidata: FakeWikidata
):
    """The batches before the fault are kept; the next run asks only for the rest."""
    wikidata.faults.extend([None, None])
    wikidata.always = FAULTS[fault][0]
    timeout = SHORT_SECONDS if fault == "time-out" else 20.0
    with pytest.raises(ServiceError):
        check_links(subjects, interviewer(timeout_seconds=timeout, batch_size=20))
    done, wikidata.queries[2:], wikidata.always = wikidata.queries[:2], [], None
    findings = inspect_links(subjects, interviewer(batch_size=20), known_labels={})
    assert not any(one.is_problem for one in findings)
    assert len(wikidata.queries) == 4  # 74 items in batches of 20
    assert not set(done) & set(wikidata.queries[2:])


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("fault", "wait_seconds"), [(busy(429, "7"), 7.0), (busy(503, "2"), 2.0), (busy(503), 1.0)]
)
def test_a_busy_server_is_asked_again(
    *,
    command: Command,
    fault: Fault,
    wait_seconds: float,
    subjects: list[Subject],
    interviewer: Interviewer,
    wikidata: FakeWikidata,
    waits: list[float],
):
    """After the time that it asked for, the same answer comes as if nothing had been."""
    wikidata.faults.append(fault)
    answer = command(subjects, interviewer())
    assert waits[0] == wait_seconds
    assert wikidata.queries[0] == wikidata.queries[1]
    assert answer == command(subjects, interviewer())


def test_a_server_is_not_asked_for_ever(
    subjects: list[Subject], interviewer: Interviewer, wikidata: FakeWikidata, waits: list[float]
):
    """It is given up on after some tries, and at once if it wants too long a wait."""
    wikidata.always = busy(429, "1")
    with pytest.raises(ServiceError, match="429"):
        check_links(subjects, interviewer())
    assert len(wikidata.queries) == MAX_TRIES
    wikidata.always = busy(429, "3600")
    with pytest.raises(ServiceError, match="429"):
        check_links(subjects, interviewer())
    assert max(waits) < 60


@pytest.mark.parametrize("command", COMMANDS)
def test_manners(
    command: Command,
    subjects: list[Subject],
    interviewer: Interviewer,
    wikidata: FakeWikidata,
    waits: list[float],
):
    """One request at a time, with a pause between two, under our own name; twice is not asked."""
    first = command(subjects, interviewer(batch_size=20))
    sent = len(wikidata.queries)
    assert wikidata.most_at_once == 1
    assert set(wikidata.agents) == {USER_AGENT}
    assert waits == [1.0] * (sent - 1)
    assert command(subjects, interviewer(batch_size=20)) == first
    assert len(wikidata.queries) == sent
