"""The command itself: exit codes, what it prints, and that nothing changes where it fails."""

import json
import socket
import subprocess
from pathlib import Path

import pytest
from tests.conftest import Communique
from tests.link.fake_wikidata import FakeWikidata, busy, html

COMMANDS = [
    ("candidates", "state/AGO"),
    ("check",),
    ("refresh",),
    ("ask", "eu-members-who-reserved", "--live"),
]
HASTE = ["--pause", "0", "--timeout", "5"]
QUESTION = ["ask", "endorsers-by-continent", "--format", "csv"]


@pytest.fixture
def nowhere() -> str:
    """An address on which nothing listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/sparql"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a snapshot that must not be harmed."""
    (tmp_path / "snapshot.nq").write_text("the old one\n")
    return tmp_path


def run(
    communique: Communique, folder: Path, url: str, *command: str
) -> subprocess.CompletedProcess[str]:
    """Run a command of `communique link` with its cache and files in a folder."""
    out = ["--out", str(folder / "snapshot.nq")] if command[0] == "refresh" else []
    options = ["--endpoint", url, "--cache", str(folder / "cache"), *HASTE]
    return communique("link", *command, *out, *options, cwd=folder)


def list_files(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_no_network(communique: Communique, folder: Path, nowhere: str, command: tuple[str, ...]):
    """It says so in one line and ends with 3; nothing has changed."""
    before = list_files(folder)
    done = run(communique, folder, nowhere, *command)
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.startswith(f"C091 {nowhere} doesn't answer")
    assert len(done.stderr.splitlines()) == 1
    assert list_files(folder) == before


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_page_in_place_of_an_answer(
    communique: Communique, folder: Path, wikidata: FakeWikidata, command: tuple[str, ...]
):
    """A captive portal is no answer: exit 3, and nothing has changed."""
    wikidata.always = html
    before = list_files(folder)
    done = run(communique, folder, wikidata.url, *command)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("C093 ")
    assert list_files(folder) == before


def test_check_tells_one_finding_a_line(
    communique: Communique, folder: Path, wikidata: FakeWikidata
):
    """A problem makes the exit code 1, and the line names the row to look at."""
    wikidata.merge("Q36", into="Q999999")
    wikidata.faults.append(busy(429, "0"))
    done = run(communique, folder, wikidata.url, "check", "state/POL", "state/FRA")
    assert done.returncode == 1
    [line] = [line for line in done.stdout.splitlines() if "label-changed" not in line]
    assert "links.sssom.tsv:" in line
    assert "merged: state/POL: Q36 is now Q999999. " in line
    assert done.stderr.startswith("Links checked: 2. ")


def test_check_as_json(communique: Communique, folder: Path, wikidata: FakeWikidata):
    """Notes alone leave the exit code 0; machines get the same findings."""
    wikidata.say("Q35", "P297")
    done = run(communique, folder, wikidata.url, "check", "state/DNK", "--json")
    assert done.returncode == 0
    [finding] = json.loads(done.stdout)
    assert (finding["kind"], finding["subject"]) == ("code-absent", "state/DNK")


def test_candidates_are_written_for_review(
    communique: Communique, folder: Path, wikidata: FakeWikidata
):
    """The rows have the columns of the tables of links, and are undecided."""
    wikidata.add_item("Q916", "Angola")
    out = folder / "candidates.tsv"
    done = run(communique, folder, wikidata.url, "candidates", "state/AGO", "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert done.stdout == "state/AGO\tone\tQ916 Angola\n"
    head, row = out.read_text("utf-8").splitlines()
    assert head.split("\t")[0] == "subject_id"
    assert row.startswith("state:AGO\tAngola\tcq:wikidata\t\twd:Q916\tAngola\t")
    assert row.endswith("\tundecided")


def test_an_unknown_name(communique: Communique, folder: Path, nowhere: str):
    """C105 suggests the nearest, before any server is asked."""
    done = run(communique, folder, nowhere, "check", "state/POI")
    assert done.returncode == 2
    assert done.stderr.startswith("C105 nothing is called 'state/POI'. Did you mean")


def test_refresh_replaces_the_snapshot(
    communique: Communique, folder: Path, wikidata: FakeWikidata
):
    """The file is the new one, and nothing is left beside it."""
    done = run(communique, folder, wikidata.url, "refresh")
    assert done.returncode == 0, done.stderr
    text = (folder / "snapshot.nq").read_text("utf-8")
    assert f"Snapshot of Wikidata, as {wikidata.url} gave it on " in text
    assert sorted(path.name for path in folder.iterdir()) == ["cache", "snapshot.nq"]


def test_refresh_with_a_lost_item(communique: Communique, folder: Path, wikidata: FakeWikidata):
    """Exit code 1; the old snapshot stays."""
    wikidata.forget("Q36")
    done = run(communique, folder, wikidata.url, "refresh")
    assert done.returncode == 1
    assert "Q36" in done.stderr
    assert (folder / "snapshot.nq").read_text() == "the old one\n"


def test_live_and_offline_print_the_same(
    communique: Communique, folder: Path, wikidata: FakeWikidata
):
    """The same question, asked of the snapshot and of the endpoint."""
    offline = communique("link", *QUESTION, cwd=folder)
    live = run(communique, folder, wikidata.url, *QUESTION, "--live")
    assert offline.returncode == live.returncode == 0
    assert offline.stdout.splitlines()[1].endswith("Q46,Europe,38,2")
    assert live.stdout == offline.stdout


def test_the_federated_query_is_printed(communique: Communique, folder: Path, nowhere: str):
    """It is made without a network, for whatever store is to run it."""
    done = run(communique, folder, nowhere, "ask", "eu-members-who-reserved", "--service")
    assert done.returncode == 0
    assert (
        f"SERVICE <{nowhere}> {{ VALUES ?item {{ <http://www.wikidata.org/entity/Q" in done.stdout
    )


def test_no_progress_bar_in_a_pipe(communique: Communique, folder: Path, wikidata: FakeWikidata):
    """Standard error is no terminal here: it holds the closing line alone."""
    done = run(communique, folder, wikidata.url, "check")
    assert len(done.stderr.splitlines()) == 1
    assert "\x1b" not in done.stderr
