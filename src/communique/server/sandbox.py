"""Server layer: what a worker gives up before it sees its first query.

Linux is what this is made for. Elsewhere (macOS) a limit of memory has no effect, and a worker
whose nursery was killed ends at its limit of time instead of at once.
"""

from __future__ import annotations

import contextlib
import ctypes
import math
import os
import resource
import signal
import sys
import time
from pathlib import Path
from typing import Final

from communique.server.limits import Limits

#: A worker's only open socket, after standard input, output and error.
CONNECTION: Final = 3
_STACK_BYTES: Final = 64 * 2**20
_NETWORKED_DESCRIPTORS: Final = 64
# Source: prctl(2), linux/prctl.h.
_PR_SET_PDEATHSIG: Final = 1
_PR_SET_NO_NEW_PRIVS: Final = 38


def enter_sandbox(limits: Limits, *, parent: int, networked: bool) -> None:
    """Give up all but memory within limits and time: no files, no children, no sockets.

    `networked` leaves what a SERVICE to an allowed address needs. Whoever calls has made the
    standard streams and CONNECTION what they should be.
    """
    _end_with_parent(parent)
    _offer_to_memory_killer()
    _limit_memory(limits.memory_bytes)
    for kind in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE, resource.RLIMIT_NPROC):
        _lower(kind, 0)
    os.closerange(CONNECTION + 1, resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    _lower(resource.RLIMIT_NOFILE, _NETWORKED_DESCRIPTORS if networked else 0)


class ProcessorAllowance:
    """The processor time that this process may use before the kernel ends it."""

    def __init__(self, seconds: float) -> None:
        """Allow nothing yet."""
        self._seconds = seconds
        self._renewed: float | None = None

    def renew(self) -> None:
        """Allow a query its time; one or two seconds more, to set the limit seldom."""
        now = time.monotonic()
        if self._renewed is None or now - self._renewed > 1:
            self._renewed = now
            until = math.ceil(time.process_time() + self._seconds) + 1
            hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
            resource.setrlimit(resource.RLIMIT_CPU, (_take_smaller(until, hard), hard))


def measure_peak_memory() -> int:
    """Return the most memory that this process has had, in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def _end_with_parent(parent: int) -> None:
    """Have the kernel end this process with the one that forked it, where the kernel can."""
    if sys.platform != "linux":
        return
    library = ctypes.CDLL(None, use_errno=True)
    for option, value in ((_PR_SET_PDEATHSIG, signal.SIGKILL), (_PR_SET_NO_NEW_PRIVS, 1)):
        if library.prctl(option, value, 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "prctl failed")
    if os.getppid() != parent:
        os._exit(0)


def _offer_to_memory_killer() -> None:
    """Have the kernel take this process first if the machine runs out of memory."""
    score = Path("/proc/self/oom_score_adj")
    with contextlib.suppress(OSError):  # there is none, or /proc is read-only: no loss of safety
        score.write_text("1000")


def _limit_memory(allowed_bytes: int) -> None:
    """Allow so much beyond what this process has now, and a stack for deep queries."""
    statistics = Path("/proc/self/statm")
    if statistics.exists():
        pages = int(statistics.read_text().split()[0])
        most = pages * resource.getpagesize() + allowed_bytes
        _lower(resource.RLIMIT_AS, most)
    hard = resource.getrlimit(resource.RLIMIT_STACK)[1]
    resource.setrlimit(resource.RLIMIT_STACK, (_take_smaller(_STACK_BYTES, hard), hard))


def _lower(kind: int, value: int) -> None:
    """Set a limit that can't be raised again."""
    limit = _take_smaller(value, resource.getrlimit(kind)[1])
    resource.setrlimit(kind, (limit, limit))


def _take_smaller(value: int, hard: int) -> int:
    return value if hard == resource.RLIM_INFINITY else min(value, hard)
