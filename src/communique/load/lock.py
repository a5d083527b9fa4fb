"""Load layer: one load into a store at a time, as far as this machine and this user go."""

from __future__ import annotations

import fcntl
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.core.errors import InputError


@contextmanager
def lock_store(origin: str) -> Iterator[None]:
    """Hold the lock of a store; it goes with the process, however that ends. C117 if it is held."""
    name = hashlib.sha256(origin.encode()).hexdigest()[:16]
    path = Path(tempfile.gettempdir()) / f"communique-{os.getuid()}-{name}.lock"
    handle = os.open(path, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        _take(handle, origin)
        yield
    finally:
        os.close(handle)


def _take(handle: int, origin: str) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        problem = f"another load into {origin} is at work"
        raise InputError("C117", problem, mend="Wait for it to end.") from error
