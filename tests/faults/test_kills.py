"""A build killed by SIGKILL leaves the old output whole, or the new."""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.conftest import Communique
from tests.faults.generations import list_store, read_base

BASES = ("https://example.org/old/", "https://example.org/new/")
KILLS = 100 if os.environ.get("COMMUNIQUE_MATRIX") == "full" else 10
SEED = 20230329
SCRIPT = Path(__file__).parent / "kill_at_each_line.py"


def _start(out: Path, base: str) -> subprocess.Popen[bytes]:
    command = ["-m", "communique.cli.main", "build", "--out", out, "--base", base]
    return subprocess.Popen(
        [sys.executable, *map(str, command)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def _wait_for_writing(process: subprocess.Popen[bytes], out: Path) -> None:
    """Return when the build has begun to write beside the old generation, or has ended."""
    while process.poll() is None and len(list_store(out)) == 2:
        time.sleep(0.0005)


@pytest.fixture
def seconds(communique: Communique, tmp_path: Path) -> float:
    """How long a build takes here; it leaves the old generation at `dist`."""
    started = time.perf_counter()
    result = communique("build", "--out", tmp_path / "dist", "--base", BASES[0])
    assert result.returncode == 0, result.stderr
    return time.perf_counter() - started


def test_a_build_killed_at_a_random_moment_leaves_old_or_new(
    communique: Communique, seconds: float, tmp_path: Path
):
    """Half of the moments are anywhere in the build, half while it writes. The last one sweeps."""
    out, moments = tmp_path / "dist", random.Random(SEED)  # noqa: S311 - no secret, but repeatable
    killed = 0
    for number in range(KILLS):
        old = read_base(out)
        new = next(base for base in BASES if base != old)
        process = _start(out, new)
        if number % 2:
            _wait_for_writing(process, out)
            time.sleep(moments.uniform(0, seconds / 10))
        else:
            time.sleep(moments.uniform(0, seconds))
        process.kill()
        killed += process.wait() < 0
        assert read_base(out) in (old, new), f"kill {number}"
    assert killed >= KILLS / 2
    assert communique("build", "--out", out, "--base", BASES[0]).returncode == 0
    assert read_base(out) == BASES[0]
    assert list_store(out) == ["generation", "lock"]


def test_a_write_killed_at_any_of_its_lines_leaves_old_or_new(tmp_path: Path):
    """Line by line through the writer; after each kill the next write sweeps what was left."""
    command = [sys.executable, SCRIPT, tmp_path / "dist"]
    result = subprocess.run(
        command, check=False, capture_output=True, encoding="utf-8", timeout=120
    )
    assert result.returncode == 0, result.stderr
    kills = [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]
    states = [kill["state"] for kill in kills]
    assert set(states) == {"old", "new"}
    assert states == sorted(states, reverse=True), "once switched in, the new one stays"
    assert [kill["killed"] for kill in kills] == [True] * (len(kills) - 1) + [False]
    assert len(kills) > 50
    assert max(kill["left"] for kill in kills) > 2, "some kill leaves something to sweep"
