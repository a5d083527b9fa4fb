"""Mixed load of twenty clients: no wrong answer, no failure that wasn't asked for, flat memory."""

import http.client
import os
import random
import threading
import time
from collections import Counter
from pathlib import Path
from urllib.parse import urlencode

from tests.server.generations import count_to
from tests.server.process import Server, run_server

SECONDS = 600 if os.environ.get("COMMUNIQUE_MATRIX") == "full" else 4
CLIENTS = 20
STARTING = 60
MEGABYTE = 10**6


def _sparql(query: str, form: str) -> str:
    prefix = "PREFIX cq: <https://w3id.org/communique/ns#> "
    return f"/sparql?{urlencode({'query': prefix + query, 'format': form})}"


#: What is asked with what it must answer with; the body is that of the first time.
ASKED = {
    "/doc/state/POL?_format=ttl": {200},
    "/doc/summit-for-democracy-2023/operative/8": {200},
    "/id/state/POL": {303},
    "/graph/states?_format=nt": {200},
    "/ns?_format=jsonld": {200},
    "/files/tables/states.csv": {200},
    "/nothing/here": {404},
    "/doc/state/POL?_format=trig": {406},
    "/queries/most-reserved-paragraphs?_format=csv": {200},
    "/queries/paragraphs-reserved-by-state?state=Poland&_format=json": {200},
    "/queries/paragraphs-reserved-by-state?state=Polnd": {400},
    _sparql("SELECT * { ?s a cq:State } ORDER BY ?s", "xml"): {200},
    _sparql("CONSTRUCT { ?s a ?c } WHERE { ?s a ?c ; cq:alpha3 ?a } ORDER BY ?a", "nt"): {200},
    _sparql("SELECT * { ((((", "json"): {400},
    _sparql("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "json"): {400},
    _sparql(count_to(12), "json"): {429, 503},
}
RUNAWAY = list(ASKED)[-1]
#: Clients that ask for nothing but what runs away: fewer than may do so at once.
HOSTILE = 3


class _Clients:
    """Twenty readers with a seed each, who note what doesn't fit."""

    def __init__(self, server: Server) -> None:
        self.server = server
        # A refusal of a runaway tells the time it took.
        self.expected = {path: server.ask(path).body for path in ASKED if path != RUNAWAY}
        self.counts: Counter[str] = Counter()
        self.wrong: list[str] = []
        self._until = time.monotonic() + SECONDS

    def run(self) -> list[int]:
        """Let all of them read; return the memory over the time, from after the first moments."""
        threads = [threading.Thread(target=self._read, args=(seed,)) for seed in range(CLIENTS)]
        for thread in threads:
            thread.start()
        measured = []
        while any(thread.is_alive() for thread in threads):
            time.sleep(SECONDS / 20)
            measured.append(self.server.measure_memory())
        for thread in threads:
            thread.join()
        return measured[3:]

    def _read(self, seed: int) -> None:
        choice = random.Random(seed)  # noqa: S311 - a sample, not a secret
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        while time.monotonic() < self._until:
            path = RUNAWAY if seed < HOSTILE else choice.choice(list(self.expected))
            connection.request("GET", path, headers={"Accept": "*/*"})
            response = connection.getresponse()
            self._note(path, response.status, response.read())
        connection.close()

    def _note(self, path: str, status: int, body: bytes) -> None:
        self.counts[path] += 1
        if status not in ASKED[path]:
            self.wrong.append(f"{path}: {status} {body[:200]!r}")
        elif path != RUNAWAY and body != self.expected[path]:
            self.wrong.append(f"{path}: another body")


def test_twenty_clients_get_right_answers_and_memory_stays(published: Path):
    """10 minutes in the full matrix, some seconds in the sample."""
    # A machine that is busy with other things makes short queries long: they aren't to give way.
    options = ["--seconds", "6", "--short-seconds", "3", "--per-client", "64"]
    options += ["--log-requests", "no"]
    with run_server("--site", published, *options) as server:
        descriptors = server.count_descriptors()
        clients = _Clients(server)
        memory = clients.run()
        assert clients.wrong == []
        assert all(clients.counts[path] for path in ASKED)
        assert max(memory) < 200 * MEGABYTE, memory
        half = len(memory) // 2
        growth = min(memory[half:]) - min(memory[:half])
        # In the first seconds workers are still being started.
        assert growth < 25 * MEGABYTE or SECONDS < STARTING, memory
        time.sleep(1)
        assert server.count_descriptors() <= descriptors + 20
