"""A disk that is full, and a folder that can't be written: an error, and the old output whole."""

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import Communique
from tests.faults.generations import list_store, read_base

OLD, NEW = "https://example.org/old/", "https://example.org/new/"
#: Runs the command under a limit on the size of a file, in bytes (first argument).
LIMITED = """
import resource, runpy, sys
limit = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
runpy.run_module("communique.cli.main", run_name="__main__", alter_sys=True)
"""
#: Runs the command without root's right to pass over the permissions of files. Source:
#: capabilities(7): CAP_DAC_OVERRIDE is 1, CAP_DAC_READ_SEARCH 2; prctl(2): PR_CAPBSET_DROP is 24.
UNPRIVILEGED = """
import ctypes, os, sys
for capability in (1, 2):
    if os.geteuid() == 0 and ctypes.CDLL(None).prctl(24, capability, 0, 0, 0):
        sys.exit("can't give the right up")
os.execv(sys.executable, [sys.executable, "-m", "communique.cli.main", *sys.argv[1:]])
"""
#: Builds twice on a small disk of its own; the second build doesn't fit beside the first.
ON_A_SMALL_DISK = """
mount -t tmpfs -o size="$1" tmpfs "$2" || exit 77
cd "$2" && shift 2
"$@" build --out dist --base https://example.org/old/ >/dev/null || exit 78
"$@" build --out dist --base https://example.org/new/ >/dev/null
echo "exit $?"
ls -A . .dist
cp -rL dist "$COPY"
"""


@pytest.fixture
def out(communique: Communique, tmp_path: Path) -> Path:
    """A finished build, the old generation."""
    folder = tmp_path / "dist"
    result = communique("build", "--out", folder, "--base", OLD)
    assert result.returncode == 0, result.stderr
    return folder


def _run(code: str, *args: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *map(str, args)]
    return subprocess.run(command, check=False, capture_output=True, encoding="utf-8", timeout=120)


def test_a_file_that_grows_too_large_leaves_the_old_generation(out: Path):
    """The system refuses the write in the middle of a file, as on a full disk."""
    result = _run(LIMITED, 1_000_000, "build", "--out", out, "--base", NEW)
    assert result.returncode == 2
    assert result.stderr == (
        f"{out}: C060 can't write the output: File too large. Free space, check the permissions, "
        "or choose another folder with --out.\n"
    )
    assert read_base(out) == OLD
    assert list_store(out) == ["generation", "lock"]


def test_a_first_build_that_fails_leaves_no_output(tmp_path: Path):
    """There is no half of a generation to be taken for one."""
    out = tmp_path / "dist"
    result = _run(LIMITED, 1_000_000, "build", "--out", out)
    assert result.returncode == 2
    assert not out.is_symlink()
    assert list_store(out) == ["lock"]


def test_a_full_disk_leaves_the_old_generation(out: Path, tmp_path: Path):
    """A real file system of its own, too small for two generations."""
    if not shutil.which("unshare"):
        pytest.skip("no unshare(1): a small disk can't be mounted for one process")
    (tmp_path / "disk").mkdir()
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    rights = ["--mount"] if os.geteuid() == 0 else ["--mount", "--map-root-user"]
    command = ["unshare", *rights, "sh", "-c", ON_A_SMALL_DISK, "sh", str(size * 3 // 2)]
    result = subprocess.run(
        [*command, tmp_path / "disk", sys.executable, "-m", "communique.cli.main"],
        env={**os.environ, "COPY": str(tmp_path / "copy")},
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    if result.returncode == 77 or "unshare failed" in result.stderr:
        pytest.skip(f"a small disk can't be mounted here: {result.stderr.strip()}")
    assert "dist: C060 can't write the output: No space left on device. " in result.stderr
    assert "exit 2" in result.stdout.splitlines()
    assert read_base(tmp_path / "copy") == OLD
    store = result.stdout.split(".dist:\n")[1].split()
    assert len(store) == 2


def test_a_folder_without_write_permission(tmp_path: Path):
    """Told as an error; nothing is there afterwards."""
    if not sys.platform.startswith("linux") or not hasattr(ctypes.CDLL(None), "prctl"):
        pytest.skip("giving up root's rights is done with Linux's prctl(2)")
    folder = tmp_path / "sealed"
    folder.mkdir(mode=0o555)
    result = _run(UNPRIVILEGED, "build", "--out", folder / "dist")
    assert result.returncode == 2
    assert result.stderr.startswith(
        f"{folder / 'dist'}: C060 can't write the output: Permission denied. "
    )
    assert list(folder.iterdir()) == []


def test_a_folder_that_may_not_even_be_looked_into(tmp_path: Path):
    """The same error, no traceback, where the place can't be inspected."""
    if not sys.platform.startswith("linux") or not hasattr(ctypes.CDLL(None), "prctl"):
        pytest.skip("giving up root's rights is done with Linux's prctl(2)")
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o000)
    result = _run(UNPRIVILEGED, "build", "--out", folder / "dist")
    folder.chmod(0o700)
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert ": C060 can't write the output: Permission denied. " in result.stderr


def test_a_path_through_a_file(communique: Communique, tmp_path: Path):
    """`--out` below something that is no folder."""
    (tmp_path / "file").write_text("mine", "utf-8")
    result = communique("build", "--out", tmp_path / "file" / "dist")
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert ": C060 can't write the output: Not a directory. " in result.stderr
    assert (tmp_path / "file").read_text("utf-8") == "mine"
