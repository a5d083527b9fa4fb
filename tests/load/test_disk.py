"""A store whose disk is full: the load fails, and the old graph is still there."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.load.graphs import GRAPH, NEW, OLD, Versions, load, read_graph, try_load
from tests.stores.servers import Server, run_store

SIZES = {"oxigraph": "24m", "virtuoso": "90m"}


@pytest.fixture(params=["oxigraph", "virtuoso"])
def cramped(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    """A store of its own on a disk of a few megabytes."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    size = SIZES[request.param]
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)]
    if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("this machine lets nobody mount a small disk")
    try:
        with run_store(request.param, disk) as server:
            yield server
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def test_a_full_disk_leaves_the_old_graph(cramped: Server, versions: Versions, tmp_path: Path):
    """The new version doesn't fit; what readers had stays, and the error is one of ours."""
    load(cramped, versions.files[OLD])
    large = Versions.write(tmp_path, size=400_000)
    found = try_load(cramped, large.files[NEW], cramped.url, tries=2, timeout_seconds=30)
    assert found in ("C111", "C114")
    if cramped.process is not None and cramped.process.poll() is not None:
        pytest.fail("the store died of a full disk")
    assert versions.name(read_graph(cramped, GRAPH)) == OLD
