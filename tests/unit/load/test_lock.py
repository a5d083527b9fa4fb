"""The lock of a store: held by one process at a time, and gone with it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from communique.core.errors import InputError
from communique.load.lock import lock_store

STORE = "http://127.0.0.1:1"
TURNS = 150
#: Takes the lock as often as it can; whoever is in there at the same time finds the mark.
RIVAL = f"""
import os, sys
from communique.core.errors import InputError
from communique.load.lock import lock_store
turns = 0
while turns < {TURNS}:
    try:
        with lock_store("{STORE}"):
            os.close(os.open(sys.argv[1], os.O_CREAT | os.O_EXCL))
            os.unlink(sys.argv[1])
            turns += 1
    except InputError:
        pass
"""
HOLDER = f"""
import time
from communique.load.lock import lock_store
with lock_store("{STORE}"):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "communique" / "loads"


def test_nothing_is_left_behind(cache: Path):
    """The file is there while the lock is held, and not longer."""
    with lock_store(STORE):
        assert len(list(cache.iterdir())) == 1
        with pytest.raises(InputError, match="C117"), lock_store(STORE):
            pass
        with lock_store("http://127.0.0.1:2"):
            assert len(list(cache.iterdir())) == 2
    assert list(cache.iterdir()) == []


def test_a_killed_holder_bars_nobody(cache: Path):
    """Its file stays, but nobody holds it any more; the next one takes it away."""
    with subprocess.Popen([sys.executable, "-c", HOLDER], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(InputError, match="C117"), lock_store(STORE):
            pass
        process.kill()
    assert len(list(cache.iterdir())) == 1
    with lock_store(STORE):
        pass
    assert list(cache.iterdir()) == []


def test_no_two_ever_hold_it(cache: Path, tmp_path: Path):
    """Four processes take and remove it as fast as they can: never two at once."""
    words = [sys.executable, "-c", RIVAL, str(tmp_path / "mark")]
    rivals = [subprocess.Popen(words, stderr=subprocess.PIPE) for _ in range(4)]
    told = [rival.communicate(timeout=120)[1] for rival in rivals]
    assert [rival.returncode for rival in rivals] == [0, 0, 0, 0], told
    assert list(cache.iterdir()) == []


def test_without_a_cache_the_temporary_folder_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A file stands where the cache should be, as good as a home that can't be written to."""
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with lock_store(STORE):
        assert len(list((tmp_path / f"communique-{os.getuid()}").iterdir())) == 1
