import json
import re
import shlex
from hashlib import sha256
from pathlib import Path

import pytest
from tests.conftest import SLUG, Communique

from communique.cli.progress import Steps

CASES = Path(__file__).parents[2] / "cases"


def test_the_summary_counts_checks_and_says_what_next(communique: Communique, tmp_path: Path):
    """Counts, the check's outcome, files and folder, and commands that exist."""
    result = communique("build", "--out", tmp_path / "dist")
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert result.returncode == 0
    assert SLUG in lines
    for count in ("22  paragraphs", "106  statements", "73  endorsements", "19  reservations"):
        assert count in lines
    assert any(line.startswith("✓ No violation of the shapes") for line in lines)
    assert any(
        re.match(rf"Wrote \d+ files, [\d.]+ MB, to {tmp_path}/dist/ in", line) for line in lines
    )
    assert "communique show --paragraph operative/8" in lines


@pytest.mark.parametrize("case", ["alias", "lists without reservations"])
def test_what_is_said_to_come_next_works(communique: Communique, tmp_path: Path, case: str):
    """Each command that the summary names has an answer: in this declaration, in this folder."""
    folder = _write_without_reservations(tmp_path) if " " in case else CASES / case
    result = communique("build", folder, "--out", tmp_path / "the graph")
    lines = result.stdout.partition("Try next:\n")[2].splitlines()
    assert len(lines) >= 4
    for line in lines:
        program, *arguments = shlex.split(line)
        done = communique(*arguments)
        assert (program, done.returncode) == ("communique", 0), done.stderr
        assert not done.stdout.endswith("0 rows\n")


def _write_without_reservations(tmp_path: Path) -> Path:
    folder = tmp_path / "alias"
    folder.mkdir()
    recipe = (CASES / "alias" / "declaration.yaml").read_text("utf-8")
    text = (CASES / "alias" / "source.txt").read_text("utf-8").replace("†", "")
    text = text[: text.index("第1段")]
    recipe = re.sub("sha256: .*", f"sha256: {sha256(text.encode()).hexdigest()}", recipe)
    recipe = recipe.replace("reservations: 1", "reservations: 0")
    (folder / "source.txt").write_text(text, "utf-8")
    kept = recipe[: recipe.index("      - take: reservations")]
    (folder / "declaration.yaml").write_text(kept, "utf-8")
    return folder


def test_json_is_for_machines(communique: Communique, tmp_path: Path):
    """One object on standard output: the manifest and where the files are."""
    result = communique("build", "--json", "--out", tmp_path / "dist")
    summary = json.loads(result.stdout)
    manifest = json.loads((tmp_path / "dist" / "manifest.json").read_text("utf-8"))
    assert summary == {"out": str(tmp_path / "dist"), **manifest}
    assert result.stderr == ""


def test_a_build_without_check_says_so(communique: Communique, tmp_path: Path):
    """On the terminal and in the manifest; it doesn't count as conforming."""
    result = communique("build", CASES / "alias", "--no-check", "--out", tmp_path / "dist")
    manifest = json.loads((tmp_path / "dist" / "manifest.json").read_text("utf-8"))
    assert "Not checked (--no-check)." in result.stdout
    assert (manifest["shacl"]["engine"], manifest["shacl"]["conforms"]) == ("none", False)


@pytest.mark.parametrize("as_json", [True, False])
def test_a_violation_leaves_nothing_written(communique: Communique, tmp_path: Path, as_json: bool):
    """A commitment whose only act names no words for its force: findings, exit code 1."""
    folder = tmp_path / "decimal-labels"
    folder.mkdir()
    for path in (CASES / "decimal-labels").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    review = folder / "annotations.yaml"
    review.write_text(review.read_text("utf-8").replace(" marker: 承诺,", ""), "utf-8")
    result = communique(
        "build", folder, "--out", tmp_path / "dist", *(["--json"] if as_json else [])
    )
    assert result.returncode == 1
    assert re.search(r"source\.txt:6:1: Violation \w", result.stderr)
    assert result.stderr.endswith("Nothing was written.\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["decimal-labels"]
    if as_json:
        assert json.loads(result.stdout)["conforms"] is False


def test_the_base_comes_from_the_environment_where_no_option_says_so(
    communique: Communique, tmp_path: Path
):
    """COMMUNIQUE_BASE; the option counts more."""
    env = {"COMMUNIQUE_BASE": "https://example.org/env/"}
    for args, base in (
        ([], env["COMMUNIQUE_BASE"]),
        (["--base", "https://e.org/"], "https://e.org/"),
    ):
        result = communique(
            "build", CASES / "alias", "--json", "--out", tmp_path / "dist", *args, env=env
        )
        assert json.loads(result.stdout)["base"] == base


def test_steps_are_timed_also_when_they_fail():
    """Nothing is shown where nobody looks on."""
    steps = Steps(quiet=True)
    with steps.step("good"):
        pass
    with pytest.raises(KeyError), steps.step("bad"):
        raise KeyError
    assert list(steps.seconds) == ["good", "bad"]
    assert all(0 <= seconds < 1 for seconds in steps.seconds.values())
