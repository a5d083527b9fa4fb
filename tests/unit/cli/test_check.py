import json
from pathlib import Path

from tests.conftest import SLUG, Communique

from communique.cli.check import count_outcomes
from communique.read.annotate import Comparison

CASES = Path(__file__).parents[2] / "cases"


def test_the_last_build_is_checked(communique: Communique, built: Path):
    """Shapes, rules and round trip; the outcome as JSON for machines."""
    result = communique("check", "--out", built, "--json")
    outcome = json.loads(result.stdout)
    assert result.returncode == 0
    assert (outcome["conforms"], outcome["round_trips"]) == (True, 1)


def test_without_a_build_there_is_nothing_to_check(communique: Communique, tmp_path: Path):
    """It is told, not taken for clean."""
    result = communique("check", "--out", tmp_path / "dist")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == (
        f"{tmp_path / 'dist'}: C063 there is no finished build. "
        "Run `communique build` first, or name RDF files.\n"
    )


def test_a_build_under_another_base_passes_as_well(communique: Communique, tmp_path: Path):
    """The base is told by the data."""
    out = tmp_path / "dist"
    assert communique("build", "--out", out, "--base", "https://example.org/x/").returncode == 0
    assert communique("check", "--out", out).returncode == 0


def test_the_review_is_compared_with_the_rules(communique: Communique):
    """A report without threshold: agreement by kind, then every disagreement."""
    result = communique("check", "--review")
    lines = result.stdout.splitlines()
    assert result.returncode == 0
    assert lines[0].startswith("act: ")
    assert {line.split(":")[0] for line in lines[: lines.index("")]} == {
        "act", "citation", "topic", "correspondence",
    }  # fmt: skip
    compared = json.loads(communique("check", "--review", "--json").stdout)
    differing = [one for one in compared if one["outcome"] != "agreed"]
    assert len(lines) - lines.index("") - 1 == len(differing)
    assert len({one["place"] for one in compared if "point" not in one["place"]}) == 106


def test_the_review_of_another_folder_can_be_compared(communique: Communique):
    """One reviewed sentence: its act, and its topic."""
    result = communique("check", "--review", "--json", CASES / "decimal-labels")
    compared = json.loads(result.stdout)
    assert {(one["place"], one["kind"]) for one in compared} == {
        ("preamble/1/1", "act"),
        ("preamble/1/1", "topic"),
    }
    assert SLUG not in result.stdout


def test_outcomes_are_counted_by_kind():
    """In the order in which they come."""
    comparisons = [
        Comparison("a", "act", "agreed", "x", "x"),
        Comparison("a", "topic", "agreed", "x", "x"),
        Comparison("b", "act", "overridden", "x", "y"),
        Comparison("c", "act", "agreed", "x", "x"),
    ]
    assert count_outcomes(comparisons) == {
        "act": {"agreed": 2, "overridden": 1},
        "topic": {"agreed": 1},
    }
