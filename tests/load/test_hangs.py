"""Stores that stop answering, and loaders that are gone while the store is at work."""

import os
import random
import signal
from contextlib import suppress

import pytest
from tests.load.fault_proxy import Fault, run_proxy
from tests.load.graphs import GRAPH, NEW, OLD, Versions, list_graphs, load, read_graph
from tests.stores.servers import Server

from communique.core.iris import DEFAULT_BASE
from communique.load.attempts import Attempts, PassingError
from communique.load.graph_copy import GraphCopy
from communique.load.job import Job
from communique.load.local_graphs import Choice, Source
from communique.load.opening import StoreOptions, open_store
from communique.load.staging import STAGING

MOMENTS = 100 if os.environ.get("COMMUNIQUE_MATRIX") == "full" else 6
SEED = 20230329


@pytest.mark.parametrize(("method", "word"), [("PUT", ""), ("POST", "staging%3A")])
def test_a_store_that_hangs_is_named_and_taken_up_again(
    old_in_place: Server, versions: Versions, method: str, word: str
):
    """Its process is stopped (SIGSTOP): no answer, no hang-up. The restarted one gets the rest."""

    def freeze() -> None:
        assert old_in_place.process is not None
        old_in_place.process.send_signal(signal.SIGSTOP)

    def restart(_seconds: float) -> None:
        old_in_place.kill()
        old_in_place.start()

    told: list[str] = []
    attempts = Attempts(5, sleep=restart, on_wait=lambda problem, _: told.append(problem))
    fault = Fault("call", method, word, action=freeze)
    with run_proxy(old_in_place.url, fault) as proxy:
        options = StoreOptions(url=proxy.url, timeout_seconds=2)
        store = open_store(options, environment=old_in_place.login, attempts=attempts)
        source = Source(versions.files[NEW], DEFAULT_BASE)
        Job(store, source, attempts, Choice(graphs=(GRAPH,))).run()
    assert told[0] == f"{proxy.url} was silent for 2 s"
    assert versions.name(read_graph(old_in_place)) == NEW
    assert list_graphs(old_in_place, STAGING) == []


def test_a_switch_whose_sender_is_gone_is_whole_or_not_at_all(server: Server, versions: Versions):
    """The line is closed while the store is at work: what it does then is old or new to readers."""
    load(server, versions.files[OLD])
    moments = random.Random(SEED)  # noqa: S311 - no secret, but repeatable
    options = StoreOptions(url=server.url)
    seen = []
    for number in range(MOMENTS):
        wanted = (NEW, OLD)[number % 2]
        # Each has a staging graph of its own: the switch before may not be done yet.
        staged = f"urn:communique:test:{number}"
        load(server, versions.files[wanted], graph=staged)
        store = open_store(options, environment=server.login, attempts=Attempts(1))
        copy = GraphCopy(GRAPH, versions.files[wanted], len(versions.triples[wanted]))
        store.client.timeout_seconds = moments.uniform(0.005, 0.15)
        with suppress(PassingError):
            store.switch(staged, GRAPH, copy, old_count=copy.lines, changes=copy.lines)
        seen += [versions.name(read_graph(server)) for _ in range(3)]
    assert set(seen) == {OLD, NEW}
