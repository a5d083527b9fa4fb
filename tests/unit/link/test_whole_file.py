import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from communique.link.whole_file import replace_file

OLD, NEW = b"old\n" * 200_000, b"new\n" * 200_000
LOOP = """
import sys
from pathlib import Path
from communique.link.whole_file import replace_file
print("ready", flush=True)
while True:
    replace_file(Path(sys.argv[1]), b"new\\n" * 200_000)
    replace_file(Path(sys.argv[1]), b"old\\n" * 200_000)
"""
KILLS = 100 if os.environ.get("COMMUNIQUE_MATRIX") == "full" else 8


def test_the_file_is_replaced(tmp_path: Path):
    """The new bytes are there, readable as any new file, and nothing else."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["file"]
    (tmp_path / "other").touch()
    assert path.stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_full_disk_leaves_the_old_file(tmp_path: Path):
    """A real limit on the size of files: the old one stays, and nothing is left beside it."""
    path = tmp_path / "file"
    path.write_bytes(OLD)
    code = (
        "import sys; from pathlib import Path;"
        "from communique.link.whole_file import replace_file;"
        "replace_file(Path(sys.argv[1]), b'new\\n' * 200_000)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )
    assert done.returncode == 1
    assert "File too large" in done.stderr
    assert path.read_bytes() == OLD
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_kill_leaves_the_old_file_or_the_new(tmp_path: Path, seed: int):
    """Killed at a random moment of writing, the file is whole."""
    path = tmp_path / "file"
    path.write_bytes(OLD)
    with subprocess.Popen(
        [sys.executable, "-c", LOOP, str(path)], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(random.Random(seed).uniform(0.0, 0.05))  # noqa: S311 - no secret
        process.send_signal(signal.SIGKILL)
    assert path.read_bytes() in {OLD, NEW}
