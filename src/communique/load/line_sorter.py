"""Load layer: lines sorted on disk, so that a graph of any size is compared in little memory."""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count, groupby
from pathlib import Path
from typing import BinaryIO, Final

#: What is held in memory before a sorted run goes to disk, in bytes of text.
RUN_BYTES: Final = 16_000_000
#: How many runs are merged at a time; each is an open file.
MOST_RUNS: Final = 100


@dataclass(frozen=True)
class Fingerprint:
    """How many different triples a graph has, and the sha256 of their sorted lines.

    Without blank nodes this is the hash of the canonical form. Source: RDFC-1.0, section 5.
    """

    count: int
    sha256: str


def sort_lines(lines: Iterable[bytes], target: Path, *, run_bytes: int = RUN_BYTES) -> Fingerprint:
    """Write the different lines to `target`, sorted by their bytes; runs lie beside it for a while.

    What is held in memory is about `run_bytes` of text.
    """
    names = (target.with_suffix(f".run{number}") for number in count())
    runs = [
        _write_lines(sorted(run), path)
        for run, path in zip(_cut_runs(lines, run_bytes), names, strict=False)
    ]
    while len(runs) > MOST_RUNS:
        runs.append(_merge_runs(runs[:MOST_RUNS], next(names)))
        del runs[:MOST_RUNS]
    _merge_runs(runs, target)
    return _take_fingerprint(target)


def _merge_runs(runs: Sequence[Path], target: Path) -> Path:
    """Write the different lines of sorted runs to `target`, and delete the runs."""
    with ExitStack() as stack:
        files = [stack.enter_context(run.open("rb")) for run in runs]
        _write_lines((line for line, _ in groupby(heapq.merge(*files))), target)
    for run in runs:
        run.unlink()
    return target


def _take_fingerprint(file: Path) -> Fingerprint:
    digest, lines = hashlib.sha256(), 0
    with file.open("rb") as sorted_lines:
        for line in sorted_lines:
            digest.update(line)
            lines += 1
    return Fingerprint(lines, digest.hexdigest())


def _cut_runs(lines: Iterable[bytes], run_bytes: int) -> Iterator[list[bytes]]:
    run: list[bytes] = []
    size = 0
    for line in lines:
        run.append(line)
        size += len(line)
        if size >= run_bytes:
            yield run
            run, size = [], 0
    if run:
        yield run


def _write_lines(lines: Iterable[bytes], path: Path) -> Path:
    with path.open("wb") as output:
        output.writelines(lines)
    return path


@dataclass(frozen=True)
class Difference:
    """Triples that only one of two sorted files holds: how many, and the first of them."""

    missing: int
    surplus: int
    sample: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many triples differ."""
        return self.missing + self.surplus

    def __str__(self) -> str:
        """Return the counts in words.

        >>> str(Difference(1, 0, ("- <a> <b> <c> .",)))
        '1 missing, 0 too many'
        """
        return f"{self.missing} missing, {self.surplus} too many"


def compare_sorted(wanted: Path, found: Path, *, sample_size: int = 20) -> Difference:
    """Return how `found` differs from `wanted`; both hold different lines, sorted."""
    counts = {"-": 0, "+": 0}
    sample: list[str] = []
    with wanted.open("rb") as left, found.open("rb") as right:
        for sign, line in _merge(left, right):
            counts[sign] += 1
            if len(sample) < sample_size:
                sample.append(f"{sign} {line.decode('utf-8', 'replace').rstrip()}")
    return Difference(counts["-"], counts["+"], tuple(sample))


def _merge(left: BinaryIO, right: BinaryIO) -> Iterator[tuple[str, bytes]]:
    """Yield what only the left file (-) or only the right one (+) holds."""
    wanted, found = next(left, None), next(right, None)
    while wanted is not None or found is not None:
        if found is None or (wanted is not None and wanted < found):
            assert wanted is not None  # noqa: S101 - for mypy: one of the two is there
            yield "-", wanted
            wanted = next(left, None)
        elif wanted is None or found < wanted:
            yield "+", found
            found = next(right, None)
        else:
            wanted, found = next(left, None), next(right, None)
