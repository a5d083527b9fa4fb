"""Load layer: one load into a store at a time, as far as this machine and this user go.

The lock is a file in the user's cache folder, named by the store. It goes with the process, however
that ends; the file goes at the end of a load. Not in the temporary folder: that one is swept, may
be another for each session (`TMPDIR`), and others may put a file of that name there first.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from communique.core.caches import find_cache_folder
from communique.core.errors import InputError


@contextmanager
def lock_store(origin: str) -> Iterator[None]:
    """Hold the lock of a store. C117 if another process holds it."""
    path = _find_folder() / f"{name_store(origin)}.lock"
    handle = _take(path, origin)
    try:
        yield
    finally:
        # Removed while it is held: who has opened it meanwhile sees that it is gone, in `_take`.
        with suppress(FileNotFoundError):
            path.unlink()
        os.close(handle)


def name_store(origin: str) -> str:
    """Return a store's name for files on this machine."""
    return hashlib.sha256(origin.encode()).hexdigest()[:16]


def _find_folder() -> Path:
    """Return a folder that this user can write to: in the cache, else in the temporary folder."""
    with suppress(OSError, RuntimeError):  # RuntimeError: nobody knows this user's home
        return _make_folder(find_cache_folder("loads"))
    return _make_folder(Path(tempfile.gettempdir()) / f"communique-{os.getuid()}")


def _make_folder(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(f"{folder} can't be written to")
    return folder


def _take(path: Path, origin: str) -> int:
    """Return the locked file; one that its last holder has removed meanwhile is no lock."""
    while True:
        handle = os.open(path, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_at(path, handle):
                return handle
        except BlockingIOError as error:
            os.close(handle)
            problem = f"another load into {origin} is at work"
            raise InputError("C117", problem, mend="Wait for it to end.") from error
        os.close(handle)


def _is_at(path: Path, handle: int) -> bool:
    """Tell whether an open file is still the one of that name."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False
