"""The build beside rdflib's way to the same files; its memory; the commands' start-up."""

from __future__ import annotations

import tempfile

from benchmarks.measure import COMMUNIQUE, PYTHON, compare, peak_memory, time_process


def run() -> None:
    """Print the medians, the ratio, the peak memory and the start-up times."""
    with tempfile.TemporaryDirectory() as folder:
        ours = [COMMUNIQUE, "build", "--no-check", "--out", f"{folder}/dist"]
        rdflib = [PYTHON, "-m", "benchmarks.rdflib_way", f"{folder}/rdflib"]
        medians = compare(
            {
                "communique build --no-check": lambda: time_process(ours),
                "the same files by rdflib": lambda: time_process(rdflib),
            },
            rounds=9,
        )
        ratio = medians["the same files by rdflib"] / medians["communique build --no-check"]
        print(f"  ratio: {ratio:.1f} times faster (wanted: at least 4)")
        peak = peak_memory([COMMUNIQUE, "build", "--out", f"{folder}/dist"])
        print(f"  peak memory of communique build: {peak:.0f} MB (wanted: under 150)")
        _start_up()


def _start_up() -> None:
    compare(
        {
            "python -c pass": lambda: time_process([PYTHON, "-c", "pass"]),
            "communique --help": lambda: time_process([COMMUNIQUE, "--help"]),
            "communique query": lambda: time_process([COMMUNIQUE, "query"]),
        },
        rounds=9,
    )
    print("  (wanted: under 0.25 s for either command on a quiet machine)")
