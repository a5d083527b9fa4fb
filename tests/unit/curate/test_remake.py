"""The command makes the committed tables again, byte for byte. It needs the extra `curate`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from communique.curate.decisions import read_decisions
from communique.curate.packages import installed_release

STATES = Path(__file__).parents[3] / "data" / "states"
TABLES = ("states.csv", "names.csv", "codes.csv", "regions.csv", "links.sssom.tsv")


def missing_releases() -> list[str]:
    """Return the reviewed releases that aren't installed here."""
    reviewed = read_decisions(STATES / "decisions.yaml").packages
    return [
        f"{name} {wanted}" for name, wanted in reviewed.items() if installed_release(name) != wanted
    ]


needs_the_extra = pytest.mark.skipif(
    bool(missing_releases()),
    reason=f"the extra 'curate' is not installed as reviewed: {', '.join(missing_releases())}",
)


def run_curate(*arguments: str, hash_seed: str = "0") -> subprocess.CompletedProcess[str]:
    """Run the command as a user does, every warning an error."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "communique.curate", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONUTF8": "1"},
    )


@needs_the_extra
@pytest.mark.parametrize("hash_seed", ["0", "1", "4711"])
def test_the_tables_are_made_again_byte_for_byte(tmp_path: Path, hash_seed: str) -> None:
    """Under any hash seed the command gives what is committed, and reports what it left out."""
    done = run_curate("--out", str(tmp_path), hash_seed=hash_seed)
    assert (done.returncode, done.stderr) == (0, "")
    assert "note: NRU un-subregion: packages differ, 057 taken" in done.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(TABLES)
    for name in TABLES:
        assert (tmp_path / name).read_bytes() == (STATES / name).read_bytes(), name


@needs_the_extra
def test_nothing_is_written_where_the_records_have_faults(tmp_path: Path) -> None:
    """Without the decision on Denmark its packages differ: no accepted item, so exit 1."""
    text = (STATES / "decisions.yaml").read_text(encoding="utf-8")
    decisions = tmp_path / "decisions.yaml"
    decisions.write_text(text.replace("item: Q35\n", "item: Q756617\n"), encoding="utf-8")
    decisions.write_text(
        decisions.read_text(encoding="utf-8").replace("review: accepted", "review: rejected", 1),
        encoding="utf-8",
    )
    done = run_curate("--decisions", str(decisions))
    assert done.returncode == 1
    assert done.stderr == "fault: DNK is reviewed and has 0 accepted items\n"
    assert [path.name for path in tmp_path.iterdir()] == ["decisions.yaml"]


def test_bad_decisions_end_in_one_line_and_exit_2(tmp_path: Path) -> None:
    """No traceback, nothing written."""
    decisions = tmp_path / "decisions.yaml"
    decisions.write_text("date: 2026-11-22\ndate: 2026-11-22\n", encoding="utf-8")
    done = run_curate("--decisions", str(decisions))
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith(f"{decisions}:2:1: C011 ")
    assert done.stderr.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["decisions.yaml"]
