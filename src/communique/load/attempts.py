"""Load layer: what may pass by itself, and how long we wait for it."""

from __future__ import annotations

import email.utils
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from communique.core.errors import ServiceError

#: Seconds before the second try; each further wait is twice as long.
_FIRST_WAIT_SECONDS: Final = 0.5
#: The longest wait; a server that asks for more is given up on.
MAX_WAIT_SECONDS: Final = 120.0


class PassingError(Exception):
    """A failure that may be over at the next try: a broken connection, a busy or failing server."""

    def __init__(self, problem: str, *, wait_seconds: float | None = None) -> None:
        """Keep what happened, and what the server asked to wait, if it did."""
        super().__init__(problem)
        self.wait_seconds = wait_seconds


@dataclass
class Attempts:
    """Counts the failures since the last progress, and waits after each."""

    tries: int
    sleep: Callable[[float], None] = time.sleep
    on_wait: Callable[[str, float], None] = lambda _problem, _seconds: None
    failures: int = field(default=0, init=False)

    def note_progress(self) -> None:
        """Begin to count again: the store has moved on since the last failure."""
        self.failures = 0

    def wait_after(self, failure: PassingError) -> None:
        """Wait as long as the server asked, or longer each time. C111 after the last try."""
        self.failures += 1
        seconds = failure.wait_seconds
        if seconds is None:
            seconds = min(_FIRST_WAIT_SECONDS * 2 ** (self.failures - 1), MAX_WAIT_SECONDS)
        if self.failures >= self.tries or seconds > MAX_WAIT_SECONDS:
            times = "once" if self.failures == 1 else f"{self.failures} times"
            problem = f"the store failed (tried {times}): {failure}"
            mend = "Look after the store, then run the same command again."
            raise ServiceError("C111", problem, mend=mend) from failure
        self.on_wait(str(failure), seconds)
        self.sleep(seconds)


def read_retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that a server asks to wait: a number, or a date. RFC 9110, 10.2.3.

    >>> read_retry_after({"Retry-After": "3"}), read_retry_after({"Retry-After": "soon"})
    (3.0, None)
    """
    text = (headers.get("Retry-After") or "").strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        moment = email.utils.parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, moment.timestamp() - time.time())
