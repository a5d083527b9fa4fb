import json
import os
import pty
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from tests.conftest import Communique
from tests.stores.scripted_server import Reply, serve

from communique.query.catalogue import Catalogue

ASK = ("query", "reservations-on-paragraph", "--paragraph", "operative/9")


def test_the_catalogue_is_listed(communique: Communique, tmp_path: Path):
    """Every query with its question, by group; as JSON for machines."""
    listed = communique("query", cwd=tmp_path)
    assert listed.returncode == 0
    machine = json.loads(communique("query", "--format", "json", cwd=tmp_path).stdout)
    assert [query["name"] for query in machine] == Catalogue().names()
    assert all(query["question"]["en"] in listed.stdout for query in machine)
    assert {"name", "kind", "example", "optional"} == machine[0]["parameters"][0].keys()
    chinese = communique("query", "--language", "zh-Hans", cwd=tmp_path)
    assert "谁为宣言背书？" in chinese.stdout


def test_a_table_has_labels_in_the_chosen_language(communique: Communique, built: Path):
    """IRIs only where they are asked for."""
    english = communique(*ASK, "--from", built)
    assert "Poland" in english.stdout
    assert "https://" not in english.stdout
    assert "执行段落 9" in communique(*ASK, "--from", built, "--language", "zh-Hans").stdout
    assert "id/state/POL" in communique(*ASK, "--from", built, "--iris").stdout


def test_options_may_stand_before_the_name(communique: Communique, built: Path):
    """Those of the group hold for the canned query, too."""
    options = ("--from", built, "--format", "csv")
    before = communique("query", *options, *ASK[1:])
    assert before.returncode == 0
    assert before.stdout == communique(*ASK, *options).stdout
    assert len(before.stdout.splitlines()) == 4


def test_without_a_build_the_shipped_data_is_asked(communique: Communique, tmp_path: Path):
    """In a folder that holds nothing."""
    answer = communique(*ASK, "--format", "records", cwd=tmp_path)
    assert [row["name"] for row in json.loads(answer.stdout)] == [
        "多米尼加共和国",
        "波兰",
        "巴拉圭",
    ]


def test_help_shows_question_parameters_and_an_answered_example(
    communique: Communique, tmp_path: Path
):
    """So that nobody has to read SPARQL."""
    shown = communique("query", "reservations-on-paragraph", "--help", cwd=tmp_path).stdout
    for words in ("Who reserved on a paragraph?", "谁对某一段落有保留？", "--paragraph PARAGRAPH"):
        assert words in shown
    assert "$ communique query reservations-on-paragraph --paragraph operative/8" in shown
    assert "Bulgaria" in shown


def test_free_sparql_comes_from_a_file_or_the_input(
    communique: Communique, built: Path, tmp_path: Path
):
    """A SELECT as TSV, an ASK in a word, a CONSTRUCT as Turtle."""
    path = tmp_path / "own.rq"
    prefix = "PREFIX cq: <https://w3id.org/communique/ns#>\n"
    path.write_text(f"{prefix}SELECT (COUNT(*) AS ?n) WHERE {{ ?s a cq:Endorsement }}")
    answer = communique("query", "--file", path, "--from", built, "--format", "tsv")
    assert answer.stdout == "?n\n73\n"
    path.write_text(f"{prefix}ASK {{ ?s a cq:Nothing }}")
    assert communique("query", "--file", path, "--from", built).stdout == "no\n"
    path.write_text(f"{prefix}CONSTRUCT {{ ?s a cq:Event }} WHERE {{ ?s a cq:Event }}")
    assert " a cq:Event ." in communique("query", "--file", path, "--from", built).stdout


@pytest.mark.parametrize(
    ("args", "code", "exit_code"),
    [
        (("query", "reservation"), "C070", 2),
        (("query", "reservations-on-paragraph"), "C071", 2),
        (("query", "did-state-endorse", "--state", "Atlantis"), "C071", 2),
        (("query", "condemnations", "--format", "turtle"), "C071", 2),
        (("query", "condemnations", "--endpoint", "file:///etc/hostname"), "C090", 2),
        (("query", "condemnations", "--endpoint", "http://127.0.0.1:9/sparql"), "C091", 3),
        (("query", "condemnations", "--from", "nowhere"), "C063", 2),
        (("query", "--file", "nowhere.rq"), "C001", 2),
    ],
)
def test_bad_usage_is_told_in_one_line(
    communique: Communique, tmp_path: Path, args: tuple[str, ...], code: str, exit_code: int
):
    """With its code and exit code, and never a traceback."""
    result = communique(*args, cwd=tmp_path)
    assert result.returncode == exit_code
    assert code in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert result.stdout == ""


def test_an_endpoint_that_answers_garbage_ends_with_3(communique: Communique, tmp_path: Path):
    """What was asked and what came back stand in the message."""
    with serve([Reply(200, {"Content-Type": "text/html"}, b"<html>")]) as (url, _):
        result = communique("query", "condemnations", "--endpoint", url, cwd=tmp_path)
    assert result.returncode == 3
    assert f"C093 {url} answered with 'text/html'" in result.stderr


def test_data_cannot_steer_the_terminal(communique: Communique, tmp_path: Path):
    """Escape sequences and marks that turn the writing around are made visible."""
    path = tmp_path / "evil.ttl"
    path.write_text('<x:a> <x:b> "a\\u001B[2Jb\\u202Ec" .', encoding="utf-8")
    own = tmp_path / "own.rq"
    own.write_text("SELECT ?o WHERE { ?s ?p ?o }")
    shown = communique("query", "--file", own, "--from", path).stdout
    assert "a\ufffd[2Jb\ufffdc" in shown


def test_on_a_terminal_the_table_is_drawn(built: Path):
    """With rich, within the terminal's width."""
    words = [sys.executable, "-m", "communique.cli.main", *ASK, "--from", str(built)]
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (40, 100))
    done = subprocess.run(
        words,
        stdout=theirs,
        stderr=subprocess.PIPE,
        check=True,
        env={**os.environ, "TERM": "xterm"},
    )
    os.close(theirs)
    shown = os.read(ours, 1 << 16).decode()
    os.close(ours)
    assert done.stderr == b""
    assert "Operative paragraph 9" in shown
    assert "───" in shown
    assert "3 rows" in shown
