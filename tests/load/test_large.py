"""A large graph goes through the loader without being held in memory."""

import os
from pathlib import Path

import pytest
from benchmarks.loading import write_graph
from benchmarks.measure import COMMUNIQUE, peak_memory
from tests.load.graphs import GRAPH, load
from tests.stores.servers import Server, make_oxigraph_in_memory, run_store

MOST_MEGABYTES = 200
TRIPLES = 1_000_000 if os.environ.get("COMMUNIQUE_MATRIX") == "full" else 100_000


def test_memory_stays_flat(tmp_path: Path):
    """The whole command, from the file to the verification."""
    file = tmp_path / "large.nt"
    write_graph(file, TRIPLES)
    with run_store(make_oxigraph_in_memory, tmp_path / "store") as server:
        words = [COMMUNIQUE, "load", server.url, "--from", str(file), "--graph", GRAPH]
        assert peak_memory(words) < MOST_MEGABYTES


@pytest.mark.full
@pytest.mark.xdist_group("virtuoso-load")
def test_a_million_triples_go_into_virtuoso_and_are_replaced(
    virtuoso_server: Server, tmp_path: Path
):
    """In pages and, for the replacement of all, in steps; then nothing is left to do."""
    file = tmp_path / "large.nt"
    write_graph(file, 1_000_000)
    assert load(virtuoso_server, file, timeout_seconds=600).reports[0].action != "unchanged"
    changed = tmp_path / "changed.nt"
    changed.write_text(file.read_text("utf-8").replace("承诺", "重申"), encoding="utf-8")
    assert load(virtuoso_server, changed, timeout_seconds=600).reports[0].action == "replaced"
    assert load(virtuoso_server, changed, timeout_seconds=600).reports[0].action == "unchanged"
