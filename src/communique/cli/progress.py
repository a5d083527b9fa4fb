"""Command line layer: what a command is doing, and for how long it has done it."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

#: A step that takes longer than this is shown while it runs.
_PATIENCE_SECONDS = 1.0


class Steps:
    """Times the steps of a command; on a terminal, slow ones show that they are at work."""

    def __init__(self, *, quiet: bool) -> None:
        """Begin with no steps."""
        self.seconds: dict[str, float] = {}
        self._shown = not quiet and sys.stderr.isatty()

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what is done within; after a second its name and the time are shown."""
        started, done = time.perf_counter(), threading.Event()
        watcher = threading.Thread(target=self._watch, args=(name, started, done), daemon=True)
        if self._shown:
            watcher.start()
        try:
            yield
        finally:
            done.set()
            if self._shown:
                watcher.join()
            self.seconds[name] = time.perf_counter() - started

    def _watch(self, name: str, started: float, done: threading.Event) -> None:
        written = False
        while not done.wait(0.1 if written else _PATIENCE_SECONDS):
            written = True
            sys.stderr.write(f"\r{name} … {time.perf_counter() - started:.0f} s")
            sys.stderr.flush()
        if written:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
