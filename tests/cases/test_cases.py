"""Each folder beside this file is one case; README.md says how to read one and how to add one."""

import re
from pathlib import Path

import pytest
from tests.conftest import Communique

CASES = Path(__file__).parent
FAILING = sorted(path.parent.name for path in CASES.glob("*/expected-error.txt"))
VALID = sorted(path.parent.name for path in CASES.glob("*/expected.nq"))
GRAPH = re.compile(r" <https://w3id\.org/communique/graph/([^>]+)> \.$")


@pytest.mark.parametrize("slug", FAILING)
def test_bad_input_is_told_in_one_line_and_nothing_is_written(
    communique: Communique, slug: str, tmp_path: Path
):
    """The exact line, exit code 2, and not even the folder in which a build would be prepared."""
    result = communique("build", slug, "--out", tmp_path / "dist", cwd=CASES)
    assert result.stderr == (CASES / slug / "expected-error.txt").read_text("utf-8")
    assert result.returncode == 2
    assert result.stdout == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("slug", VALID)
def test_a_valid_declaration_gives_the_expected_quads(
    communique: Communique, slug: str, tmp_path: Path
):
    """What was read and the shortcuts, to the byte; graphs that declarations share are left out."""
    result = communique("build", slug, "--out", tmp_path / "dist", cwd=CASES)
    assert (result.returncode, result.stderr) == (0, "")
    lines = (tmp_path / "dist" / "communique.nq").read_text("utf-8").splitlines()
    made = [line for line in lines if _graph(line) in (slug, f"{slug}/derived")]
    assert made == (CASES / slug / "expected.nq").read_text("utf-8").splitlines()


def test_every_folder_is_a_case_that_says_what_it_shows():
    """A recipe, a README, and one expectation: quads or an error."""
    folders = {path.parent.name for path in CASES.glob("*/*") if path.is_file()} - {"__pycache__"}
    assert folders == {*FAILING, *VALID}
    assert set(FAILING).isdisjoint(VALID)
    for name in folders:
        assert (CASES / name / "declaration.yaml").is_file(), name
        assert (CASES / name / "README.md").read_text("utf-8").strip(), name


def _graph(line: str) -> str:
    found = GRAPH.search(line)
    return found[1] if found else ""
