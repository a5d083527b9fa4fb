"""A loader that is killed by SIGKILL at a random moment: the next run completes."""

import os
import random
import subprocess
import sys
import time

import pytest
from tests.load.graphs import GRAPH, NEW, OLD, Versions, list_graphs, load, read_graph
from tests.stores.servers import Server

from communique.load.staging import STAGING

KILLS = 50 if os.environ.get("COMMUNIQUE_MATRIX") == "full" else 3
SEED = 20230329


def test_the_run_after_a_kill_completes(server: Server, versions: Versions):
    """Each killed load changes the version; the graph is old or new, then new."""
    load(server, versions.files[OLD])
    moments = random.Random(SEED)  # noqa: S311 - no secret, but repeatable
    killed, current = 0, OLD
    seconds = _time_load(server, versions)
    for number in range(4 * KILLS):
        wanted = NEW if current == OLD else OLD
        process = _start(server, versions, wanted)
        time.sleep(moments.uniform(seconds * 0.4, seconds))
        process.kill()
        killed += process.wait() < 0
        assert _settle(server, versions) in (current, wanted), f"kill {number}"
        load(server, versions.files[wanted])
        assert versions.name(read_graph(server)) == wanted, f"after kill {number}"
        assert list_graphs(server, STAGING) == []
        current = wanted
        # Some loads end before their moment comes: those don't count.
        if killed == KILLS:
            return
    pytest.fail(f"only {killed} of {number + 1} loads were killed")


def _settle(server: Server, versions: Versions) -> str:
    """Return which version the store holds once it has done what it was asked last."""
    for _ in range(50):
        found = versions.name(read_graph(server))
        if found != "neither":
            return found
        time.sleep(0.1)
    return found


def _time_load(server: Server, versions: Versions) -> float:
    started = time.perf_counter()
    process = _start(server, versions, OLD)
    assert process.wait() == 0
    return time.perf_counter() - started


def _start(server: Server, versions: Versions, version: str) -> subprocess.Popen[bytes]:
    words = ["load", server.url, "--from", str(versions.files[version]), "--graph", GRAPH]
    return subprocess.Popen(
        [sys.executable, "-m", "communique.cli.main", *words],
        env={**os.environ, **server.login},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
