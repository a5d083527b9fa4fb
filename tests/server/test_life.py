import contextlib
import http.client
import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tests.server.generations import count_to, publish
from tests.server.patience import PATIENCE
from tests.server.process import Server, ask_port, list_processes, run_server

SWAPS = 12 if os.environ.get("COMMUNIQUE_MATRIX") == "full" else 3
CLIENTS = 6
MEGABYTE = 10**6
QUERY = f"/sparql?{urlencode({'query': 'SELECT ?o { ?s ?p ?o }', 'format': 'csv'})}"


class Readers:
    """Clients that read without a pause, each on a connection that it keeps."""

    def __init__(self, port: int, paths: list[str]) -> None:
        """Read these paths in turn."""
        self.port, self.paths = port, paths
        self.seen: Counter[tuple[str, int, bytes]] = Counter()
        self.failures: list[str] = []
        self._ending = threading.Event()

    @contextlib.contextmanager
    def reading(self) -> Iterator[None]:
        """Read until the block ends."""
        threads = [threading.Thread(target=self._read) for _ in range(CLIENTS)]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self._ending.set()
            for thread in threads:
                thread.join()

    def _read(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        while not self._ending.is_set():
            for path in self.paths:
                try:
                    connection.request("GET", path, headers={"Accept": "text/turtle, text/csv"})
                    response = connection.getresponse()
                    self.seen[path, response.status, response.read()[:40]] += 1
                except (OSError, http.client.HTTPException) as error:
                    self.failures.append(f"{path}: {error!r}")
                    connection.close()
        connection.close()


def test_a_new_build_takes_the_place_of_the_old_without_a_failed_request(tmp_path: Path):
    """Readers of pages and of answers see the old or the new; soon only the new."""
    site = tmp_path / "site"
    publish(site, "build-0")
    with run_server("--site", site, "--log-requests", "no") as server:
        readers = Readers(server.port, ["/doc/x", "/doc/x.ttl", QUERY])
        with readers.reading():
            for number in range(1, SWAPS + 1):
                publish(site, f"build-{number}")
                _wait_for_answer(server, f"build-{number}")
        assert readers.failures == []
        assert {status for _, status, _ in readers.seen} == {200}
        bodies = {body for _, _, body in readers.seen}
        known = [f"build-{number}" for number in range(SWAPS + 1)]
        assert all(any(name in body.decode() for name in known) for body in bodies)
        assert f"build-{SWAPS}" in server.ask("/doc/x", accept="text/turtle").body.decode()
        assert server.ask("/doc/only-build-0.ttl").status == 404


def _wait_for_answer(server: Server, name: str) -> None:
    until = time.monotonic() + 20
    while name not in server.ask(QUERY).body.decode():
        assert time.monotonic() < until, f"{name} is never answered from"
        time.sleep(0.05)


def test_a_new_build_is_seen_at_once_where_the_old_is_gone(tmp_path: Path):
    """A file of the new build is found before the server has looked at the link again."""
    site = tmp_path / "site"
    publish(site, "old")
    with run_server("--site", site) as server:
        assert server.ask("/doc/only-old.ttl").status == 200
        publish(site, "new")
        assert server.ask("/doc/only-new.ttl").body == b"new"


def test_a_build_that_cannot_be_served_changes_nothing(tmp_path: Path):
    """A broken graph or site is told in the log; the one before is answered from."""
    site = tmp_path / "site"
    publish(site, "good")
    graph = tmp_path / "graph.nq"
    graph.write_text('<x:s> <x:p> "good" <x:g> .\n', "utf-8")
    with run_server("--site", site, "--data", graph) as server:
        graph.write_text("this is no graph\n", "utf-8")
        server.process.send_signal(signal.SIGHUP)
        server.wait_for("reload-failed")
        assert b"good" in server.ask(QUERY).body
        graph.unlink()
        server.process.send_signal(signal.SIGHUP)
        server.wait_for("reload-failed", number=2)
        assert b"good" in server.ask(QUERY).body


def test_a_signal_reads_a_changed_file_again(tmp_path: Path):
    """SIGHUP, for a folder that isn't switched in by a link."""
    site = tmp_path / "site"
    (site / "files").mkdir(parents=True)
    graph = site / "files/communique.nq"
    graph.write_text('<x:s> <x:p> "before" <x:g> .\n', "utf-8")
    with run_server("--site", site) as server:
        assert b"before" in server.ask(QUERY).body
        graph.write_text('<x:s> <x:p> "after" <x:g> .\n', "utf-8")
        server.process.send_signal(signal.SIGHUP)
        _wait_for_answer(server, "after")


def test_running_answers_are_finished_before_the_end(tmp_path: Path):
    """SIGTERM: whoever asked before gets the whole answer; nobody new is served; exit code 0."""
    site = tmp_path / "site"
    publish(site, "site")
    slow = f"/sparql?{urlencode({'query': count_to(5)})}"
    with run_server("--site", site, "--seconds", "60") as server, ThreadPoolExecutor() as threads:
        asked = [threads.submit(ask_port, server.port, slow) for _ in range(3)]
        _wait_until_running(server, 3)
        server.process.send_signal(signal.SIGTERM)
        replies = [one.result() for one in asked]
        assert [reply.status for reply in replies] == [200] * 3
        assert all(b"3200000" in reply.body for reply in replies)
        server.process.wait(timeout=20)
        with pytest.raises(ConnectionRefusedError):
            ask_port(server.port, "/health")


def _wait_until_running(server: Server, number: int) -> None:
    until = time.monotonic() + 20
    while server.ask("/ready").json()["running"] < number:
        assert time.monotonic() < until, "the queries have ended before the signal"


def test_a_query_whose_client_has_gone_is_ended(tmp_path: Path):
    """Its process is free for others at once, and not after the deadline."""
    site = tmp_path / "site"
    publish(site, "site")
    with run_server("--site", site, "--seconds", "60") as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
        connection.request("GET", f"/sparql?{urlencode({'query': count_to(12)})}")
        _wait_until_running(server, 1)
        connection.close()
        until = time.monotonic() + 5
        while server.ask("/ready").json()["running"]:
            assert time.monotonic() < until, "the query of a client that has gone runs on"


def test_the_first_answer_comes_soon_and_memory_is_small(published: Path):
    """From the start of the process with the real graph: under a second; under 200 MB in all."""
    # Python's own compiled files are there: the fixture's server has started before.
    seconds = []
    for _ in range(3):
        started = time.monotonic()
        with run_server("--site", published) as server:
            assert server.query("ASK { ?s ?p ?o }").json()["boolean"] is True
            seconds.append(time.monotonic() - started)
            server.ask("/doc/state/POL")
            assert server.measure_memory() < 200 * MEGABYTE
    assert min(seconds) < PATIENCE


def test_the_log_is_json_when_a_process_for_queries_is_lost(published: Path):
    """An event tells of it, and another takes its place."""
    with run_server("--site", published) as server:
        nursery = list_processes(server.process.pid)[1]
        os.kill(nursery, signal.SIGKILL)
        server.wait_for("guard")
        until = time.monotonic() + 20
        while server.query("ASK {}").status != 200:
            assert time.monotonic() < until
    assert "nursery was lost" in server.events("guard")[0]["message"]
    assert [line for line in server.log if not line.startswith("{")] == []


def test_health_answers_while_queries_run_away(published: Path):
    """50 at once: the excess is refused at once, and /health answers within 200 ms."""
    runaway = f"/sparql?{urlencode({'query': count_to(12)})}"
    options = ["--seconds", "3", "--per-client", "64", "--queue", "8"]
    with run_server("--site", published, *options) as server, ThreadPoolExecutor(50) as threads:
        asked = [threads.submit(ask_port, server.port, runaway) for _ in range(50)]
        waits = []
        while not all(one.done() for one in asked):
            started = time.monotonic()
            assert server.ask("/health").status == 200
            waits.append(time.monotonic() - started)
            time.sleep(0.01)
        assert len(waits) > 20 / PATIENCE
        assert sorted(waits)[int(len(waits) * 0.95)] < 0.2 * PATIENCE
        replies = [one.result() for one in asked]
        assert {reply.status for reply in replies} <= {429, 503}
        assert all(int(reply.headers.get("retry-after", "1")) >= 1 for reply in replies)
