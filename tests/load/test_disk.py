"""A store whose disk is full: the load fails, and the old graph is still there."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.load.graphs import GRAPH, NEW, OLD, Versions, list_graphs, load, read_graph, try_load
from tests.stores.servers import MAKERS, Server, run_store

from communique.load.staging import STAGING

SIZES = {"oxigraph": "10m", "virtuoso": "80m"}
TRIPLES = 40_000


@pytest.fixture(params=["oxigraph", pytest.param("virtuoso", marks=pytest.mark.full)])
def cramped(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    """A store of its own on a disk of a few megabytes."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    if not _mount(disk, f"size={SIZES[request.param]}"):
        pytest.skip("this machine lets nobody mount a small disk")
    try:
        with run_store(MAKERS[request.param], disk) as server:
            yield server
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def _mount(disk: Path, options: str) -> bool:
    words = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)]
    return subprocess.run(words, check=False, capture_output=True).returncode == 0


def test_a_full_disk_leaves_the_old_graph(cramped: Server, versions: Versions, tmp_path: Path):
    """The new version doesn't fit: an error. With more room the old one is there, and the new fits.

    Virtuoso hangs while its disk is full, so both are started again first.
    """
    load(cramped, versions.files[OLD])
    large = Versions.write(tmp_path, size=TRIPLES // 3)
    found = try_load(cramped, large.files[NEW], cramped.url, tries=2, timeout_seconds=5)
    assert found in ("C111", "C114")
    cramped.kill()
    assert _mount(cramped.folder, "remount,size=900m")
    cramped.start()
    assert versions.name(read_graph(cramped, GRAPH)) == OLD
    load(cramped, large.files[NEW])
    assert list_graphs(cramped, STAGING) == []


def test_a_full_disk_on_our_side_is_told(oxigraph_server: Server, tmp_path: Path):
    """The loader's own files don't fit: C060, and nothing has been sent."""
    file = Versions.write(tmp_path).files[NEW]
    before = list_graphs(oxigraph_server)
    words = [sys.executable, "-m", "communique.cli.main", "load", oxigraph_server.url]
    words += ["--from", str(file), "--graph", f"{GRAPH}-large"]
    # No file may grow beyond 16 blocks of 1 kB.
    limited = ["bash", "-c", 'ulimit -f 16; exec "$@"', "bash", *words]
    result = subprocess.run(limited, check=False, capture_output=True, text=True)
    assert (result.returncode, "C060" in result.stderr) == (2, True), result.stderr
    assert list_graphs(oxigraph_server) == before
