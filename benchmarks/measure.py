"""Times whole processes and calls, in turns, and gives medians."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

PYTHON = sys.executable
COMMUNIQUE = str(Path(sys.executable).with_name("communique"))


def time_process(command: Sequence[str]) -> float:
    """Return the seconds that a process takes; one that fails stops the benchmark."""
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - started


def time_call(call: Callable[[], object]) -> float:
    """Return the seconds that a call takes."""
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def compare(ways: Mapping[str, Callable[[], float]], *, rounds: int) -> dict[str, float]:
    """Return the median of each way's seconds; the ways take turns in every round."""
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, measure in ways.items():
            seconds[name].append(measure())
    medians = {name: statistics.median(found) for name, found in seconds.items()}
    for name, median in medians.items():
        spread = f"{min(seconds[name]):.3f} to {max(seconds[name]):.3f}"
        print(f"  {name}: {median:.3f} s (median of {rounds}; {spread})")
    return medians


#: Runs a command and prints the peak of its memory, in units of `ru_maxrss`.
_LAUNCHER = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def peak_memory(command: Sequence[str]) -> float:
    """Return a process's peak resident memory in MB (10^6 bytes); one that fails stops us.

    A small process starts it, since a child's peak begins at the size of whoever starts it.
    """
    launcher = [PYTHON, "-c", _LAUNCHER, *command]
    result = subprocess.run(launcher, check=True, capture_output=True, text=True)
    unit = 1 if sys.platform == "darwin" else 1024
    return int(result.stdout) * unit / 1e6
