"""The command makes the snapshot's tables again, byte for byte. It needs the extra `curate`."""

import subprocess
import sys
from pathlib import Path

import pytest

from communique.core.resources import find_resource
from communique.curate.decisions import read_decisions
from communique.curate.packages import installed_release

STATES = find_resource("data", "states")
WIKIDATA = find_resource("data", "wikidata")
PINS = read_decisions(STATES / "decisions.yaml").packages
MISSING = [f"{name} {pin}" for name, pin in PINS.items() if installed_release(name) != pin]


@pytest.mark.skipif(
    bool(MISSING), reason=f"the extra 'curate' is not installed as reviewed: {', '.join(MISSING)}"
)
def test_the_tables_are_made_again_byte_for_byte(tmp_path: Path):
    """Values on which the packages differ are told and left out."""
    done = subprocess.run(
        [sys.executable, "-m", "communique.curate.wikidata", "--out", str(tmp_path)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "TLS P30: Q48 by countryguess, Q538 by GeoNames, left out" in done.stdout
    for name in ("statements.csv", "labels.csv"):
        assert (tmp_path / name).read_bytes() == (WIKIDATA / name).read_bytes()


@pytest.mark.skipif(not MISSING, reason="the extra 'curate' is installed")
def test_without_the_extra_nothing_is_written(tmp_path: Path):
    """C016 says what to install."""
    done = subprocess.run(
        [sys.executable, "-m", "communique.curate.wikidata", "--out", str(tmp_path / "out")],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "C016" in done.stderr
    assert not (tmp_path / "out").exists()
