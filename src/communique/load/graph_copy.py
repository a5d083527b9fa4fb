"""Load layer: a graph on disk: its triples as they are to be sent, and sorted to be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from communique.load.canonical import canonicalise_file
from communique.load.line_sorter import Fingerprint, sort_lines
from communique.load.normal_form import write_normal_line

#: A blank node as subject or object of a line of N-Triples; within a literal a quote would follow.
_BLANK: Final = re.compile(rb'^_:|> _:[^\s"]+ \.\n$')


@dataclass(frozen=True)
class GraphCopy:
    """A graph's IRI and a file of its triples in N-Triples, one a line, as many as `lines`."""

    iri: str
    file: Path
    lines: int

    @property
    def sorted_file(self) -> Path:
        """Where the normalised triples lie, sorted, once the fingerprint has been taken."""
        return self.file.with_suffix(".sorted")

    @cached_property
    def fingerprint(self) -> Fingerprint:
        """Count and canonical hash after normalisation. C116 if its blank nodes take too long."""
        found = self._plain_fingerprint
        if not self.has_blank_nodes:
            return found
        canonical = self.file.with_suffix(".canonical")
        canonicalise_file(self.sorted_file, canonical)
        with canonical.open("rb") as lines:
            found = sort_lines(lines, self.sorted_file)
        canonical.unlink()
        return found

    @property
    def has_repeats(self) -> bool:
        """Whether a triple stands in the file twice, after normalisation."""
        return self._plain_fingerprint.count < self.lines

    @cached_property
    def has_blank_nodes(self) -> bool:
        """Whether a blank node stands in the graph."""
        _ = self._plain_fingerprint
        with self.sorted_file.open("rb") as lines:
            return any(_BLANK.search(line) for line in lines)

    @cached_property
    def _plain_fingerprint(self) -> Fingerprint:
        return sort_lines(_normal_lines(self.file), self.sorted_file)


def _normal_lines(file: Path) -> Iterator[bytes]:
    for quad in ox.parse(path=file, format=ox.RdfFormat.N_TRIPLES):
        yield write_normal_line(quad.triple)


def remove_copies(copies: Iterable[GraphCopy]) -> None:
    """Delete the files of graphs that are done with."""
    for copy in copies:
        copy.file.unlink(missing_ok=True)
        copy.sorted_file.unlink(missing_ok=True)
