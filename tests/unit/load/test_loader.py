"""What a loader makes of a store that reads badly."""

from pathlib import Path

import pytest

from communique.load.addresses import Addresses
from communique.load.attempts import Attempts
from communique.load.client import Client
from communique.load.graph_copy import GraphCopy
from communique.load.loader import Loader
from communique.load.sparql_store import SparqlStore

TRIPLES = [f"<urn:{number}> <urn:p> <urn:o> .\n" for number in range(4)]


class _Pages(SparqlStore):
    """A store that answers with these readings, one after the other."""

    readings: list[list[str]]

    def download(self, graph: str, target: Path, *, count: int) -> GraphCopy:
        lines = self.readings.pop(0)
        target.write_text("".join(lines))
        return GraphCopy(graph, target, len(lines))


def _read(readings: list[list[str]], folder: Path, page_size: int | None) -> tuple[GraphCopy, int]:
    store = _Pages(Client("http://x", 1), Addresses(query="http://x"), page_size=page_size)
    store.readings = list(readings)
    copy = Loader(store, folder, Attempts(1)).read("urn:g", 4)
    return copy, len(store.readings)


OVERLAPPING = [*TRIPLES[:3], TRIPLES[2]]


@pytest.mark.parametrize(
    ("readings", "page_size", "left", "count"),
    [
        ([OVERLAPPING, TRIPLES], 2, 0, 4),
        ([TRIPLES, OVERLAPPING], 2, 1, 4),
        # A store that keeps 01 and 1 apart does so each time.
        ([OVERLAPPING] * 4, 2, 1, 3),
        # Read whole, nothing can overlap.
        ([OVERLAPPING, TRIPLES], None, 1, 3),
    ],
)
def test_pages_that_overlap_are_read_again(
    tmp_path: Path, readings: list[list[str]], page_size: int | None, left: int, count: int
):
    """A store's order may change between two pages: that is no loss of triples."""
    copy, unread = _read(readings, tmp_path, page_size)
    assert (copy.fingerprint.count, unread) == (count, left)
