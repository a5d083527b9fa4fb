"""Builds replace only what builds made, one at a time, and pull nothing from under a reader."""

import fcntl
import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Communique
from tests.faults.generations import list_store, read_base

from communique.core.errors import OutputError
from communique.write.generation import write_generation

OLD, NEW = "https://example.org/old/", "https://example.org/new/"


def _make_folder(place: Path) -> None:
    place.mkdir()
    (place / "thesis.txt").write_text("years of work", "utf-8")


def _make_file(place: Path) -> None:
    place.write_text("years of work", "utf-8")


def _make_link(place: Path) -> None:
    target = place.parent / "elsewhere"
    _make_folder(target)
    place.symlink_to(target)


def _make_dangling_link(place: Path) -> None:
    place.symlink_to(place.parent / "nowhere")


def _snapshot(folder: Path) -> dict[str, bytes | str]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        if path.is_file()
        else str(path.is_symlink())
        for path in sorted(folder.rglob("*"))
    }


@pytest.mark.parametrize("make", [_make_folder, _make_file, _make_link, _make_dangling_link])
@pytest.mark.parametrize("name", ["dist", ".dist"])
def test_what_no_build_made_is_left_alone(
    communique: Communique, tmp_path: Path, make: Callable[[Path], None], name: str
):
    """Neither what stands at the output's place nor what stands where generations would go."""
    make(tmp_path / name)
    before = _snapshot(tmp_path)
    result = communique("build", "--no-check", "--out", tmp_path / "dist")
    assert result.returncode == 2
    assert result.stderr == (
        f"{tmp_path / name}: C061 '{name}' is there already, and no build made it. "
        "Move it away, or choose another folder with --out.\n"
    )
    assert _snapshot(tmp_path) == before


def test_a_second_build_at_the_same_time_is_refused(communique: Communique, tmp_path: Path):
    """Whoever comes second is told so, and changes nothing."""
    out = tmp_path / "dist"
    assert communique("build", "--out", out, "--base", OLD).returncode == 0
    with (tmp_path / ".dist" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        result = communique("build", "--out", out, "--base", NEW)
    assert result.returncode == 2
    assert result.stderr == (
        f"{tmp_path / '.dist'}: C062 another build is writing here. Wait for it to end.\n"
    )
    assert read_base(out) == OLD
    assert list_store(out) == ["generation", "lock"]


def test_builds_that_race_leave_one_whole_generation(tmp_path: Path):
    """Each comes through or is told that another one writes; what is there is whole."""
    out = tmp_path / "dist"
    command = [
        sys.executable,
        "-m",
        "communique.cli.main",
        "build",
        "--no-check",
        "--out",
        str(out),
    ]
    builds = [
        subprocess.Popen(
            [*command, "--base", base], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        for base in (OLD, NEW, OLD)
    ]
    ends = [(build.communicate(timeout=120)[1].decode(), build.returncode) for build in builds]
    assert 0 in [code for _, code in ends]
    assert all(code == 0 or (code == 2 and ": C062 " in told) for told, code in ends)
    assert read_base(out) in (OLD, NEW)
    assert list_store(out) == ["generation", "lock"]


def test_a_reader_keeps_the_generation_that_it_has_open(communique: Communique, tmp_path: Path):
    """Files that were open before the switch give the old bytes to the end."""
    out = tmp_path / "dist"
    assert communique("build", "--out", out, "--base", OLD).returncode == 0
    listed = json.loads((out / "manifest.json").read_text("utf-8"))["files"]
    handles = {name: (out / name).open("rb") for name in listed}
    first = {name: handle.read(100) for name, handle in handles.items()}
    assert communique("build", "--out", out, "--base", NEW).returncode == 0
    for name, handle in handles.items():
        with handle:
            data = first[name] + handle.read()
        assert hashlib.sha256(data).hexdigest() == listed[name]["sha256"], name
    assert read_base(out) == NEW


def test_a_build_replaces_the_output_of_a_build(communique: Communique, tmp_path: Path):
    """Also where the old generation has been removed by hand."""
    out = tmp_path / "dist"
    assert communique("build", "--no-check", "--out", out).returncode == 0
    for path in out.rglob("*.*"):
        path.unlink()
    assert communique("build", "--no-check", "--out", out, "--base", NEW).returncode == 0
    assert read_base(out) == NEW
    assert list_store(out) == ["generation", "lock"]


def test_a_generation_that_was_not_read_is_not_replaced(tmp_path: Path):
    """What carries on another one than the current one is refused, and changes nothing."""
    out = tmp_path / "site"
    first = write_generation(out, {"a": b"1"}, keep_unchanged=True, follows="")
    second = write_generation(out, {"a": b"2"}, keep_unchanged=True, follows=first.name)
    for stale in ("", first.name):
        with pytest.raises(OutputError, match="in the meantime") as caught:
            write_generation(out, {"a": b"3"}, keep_unchanged=True, follows=stale)
        assert caught.value.code == "C062"
    assert out.resolve() == second.resolve()
    assert (out / "a").read_bytes() == b"2"


def test_files_that_cannot_be_made_again_are_forced_to_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """They and the folders above them are synced before the new generation is switched in."""
    out, synced = tmp_path / "site", []

    def watch(handle: int) -> None:
        synced.append((Path(f"/proc/self/fd/{handle}").readlink(), out.is_symlink()))

    monkeypatch.setattr("os.fsync", watch)
    files = {"version/a/graph": b"1", "page": b"2"}
    made = write_generation(out, files, keep_unchanged=True, durable=["version/a/graph"])
    before = {path for path, switched in synced if not switched}
    assert before >= {made / "version/a/graph", made / "version/a", made / "version", made}
    assert made / "page" not in before
