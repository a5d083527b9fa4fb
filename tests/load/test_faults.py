"""Each fault by which data is lost: the graph is old or new, and no success is claimed falsely."""

import itertools
import os
import random
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.load.fault_proxy import Fault, Framing, run_proxy
from tests.load.graphs import NEW, OLD, Versions, list_graphs, load, read_graph, try_load
from tests.stores.servers import Server

from communique.core.errors import ServiceError
from communique.load.staging import STAGING

FRAMINGS: tuple[Framing, ...] = ("length", "chunked", "close")
CUTS = [(percent / 100, framing) for percent in range(5, 100, 5) for framing in FRAMINGS]
#: The requests by which a graph is read back: method, and a word in their address or body.
VERIFICATION = {"oxigraph": ("GET", "graph=urn"), "virtuoso": ("POST", "CONSTRUCT")}
ERROR_PAGE = b"<html><title>Sorry</title>We are working on it.</html>"


def choose_cuts(seed: int, framings: Sequence[Framing] = FRAMINGS) -> list[tuple[float, Framing]]:
    """Return all cuts in the full matrix, else one for each framing, the same every time."""
    if os.environ.get("COMMUNIQUE_MATRIX") == "full":
        return CUTS
    draw = random.Random(seed)  # noqa: S311 - no secret, but repeatable
    return [draw.choice([cut for cut in CUTS if cut[1] == framing]) for framing in framings]


@pytest.mark.parametrize(("fraction", "framing"), choose_cuts(1))
def test_an_upload_that_is_cut_is_sent_again(
    old_in_place: Server, versions: Versions, fraction: float, framing: Framing
):
    """The store gets a part of the staged graph; the next try completes it."""
    fault = Fault("cut-request", "PUT", fraction=fraction, framing=framing)
    with run_proxy(old_in_place.url, fault) as proxy:
        load(old_in_place, versions.files[NEW], url=proxy.url)
        assert len(proxy.writes()) == 2
    assert versions.name(read_graph(old_in_place)) == NEW
    assert list_graphs(old_in_place, STAGING) == []


@pytest.mark.parametrize(("fraction", "framing"), choose_cuts(2, ["chunked"]))
def test_uploads_that_are_always_cut_leave_the_old_graph(
    old_in_place: Server, versions: Versions, fraction: float, framing: Framing
):
    """Nothing is claimed, nothing is switched."""
    fault = Fault("cut-request", "PUT", fraction=fraction, framing=framing, times=-1)
    with run_proxy(old_in_place.url, fault) as proxy:
        assert try_load(old_in_place, versions.files[NEW], proxy.url, tries=2) in ("C111", "C114")
    assert versions.name(read_graph(old_in_place)) == OLD
    load(old_in_place, versions.files[OLD])
    assert list_graphs(old_in_place, STAGING) == []


@pytest.mark.parametrize(("fraction", "framing"), choose_cuts(3, ["close"]))
def test_a_verification_that_is_cut_is_read_again(
    old_in_place: Server, versions: Versions, fraction: float, framing: Framing
):
    """A reply that ends early, even one whose end can't be told, is never taken for the graph."""
    method, word = VERIFICATION[old_in_place.name]
    fault = Fault("cut-reply", method, word, fraction=fraction, framing=framing)
    with run_proxy(old_in_place.url, fault) as proxy:
        load(old_in_place, versions.files[NEW], url=proxy.url)
    assert fault.times == 0
    assert versions.name(read_graph(old_in_place)) == NEW
    assert list_graphs(old_in_place, STAGING) == []


def test_a_reply_that_ends_between_two_lines_is_read_again(
    old_in_place: Server, versions: Versions
):
    """Nothing in it says that something is missing, but the count."""
    method, word = VERIFICATION[old_in_place.name]
    fault = Fault("cut-reply", method, word, framing="close", at_line_end=True)
    with run_proxy(old_in_place.url, fault) as proxy:
        load(old_in_place, versions.files[NEW], url=proxy.url)
        assert len(proxy.writes()) == 1
    assert fault.times == 0
    assert versions.name(read_graph(old_in_place)) == NEW


@pytest.mark.parametrize(
    "fault",
    [
        Fault("answer", "PUT", status=500),
        Fault("answer", "POST", status=502, body=ERROR_PAGE),
        Fault("answer", "PUT", status=200, body=ERROR_PAGE, headers={"Content-Type": "text/html"}),
        Fault("answer", "POST", status=200, body=ERROR_PAGE, headers={"Content-Type": "text/html"}),
        Fault("lose-reply", "PUT"),
        Fault("lose-reply", word="staging"),
        Fault("hang", "PUT"),
        Fault("hang", "POST"),
    ],
    ids=lambda fault: f"{fault.kind}-{fault.method}-{fault.status}",
)
def test_a_fault_that_passes_is_got_over(old_in_place: Server, versions: Versions, fault: Fault):
    """After one failure of each kind the new graph is in place, verified."""
    ready = Fault(**vars(fault))
    with run_proxy(old_in_place.url, ready) as proxy:
        load(old_in_place, versions.files[NEW], url=proxy.url, timeout_seconds=3)
    assert ready.times == 0
    assert versions.name(read_graph(old_in_place)) == NEW
    assert list_graphs(old_in_place, STAGING) == []


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Fault("answer", "PUT", status=500), "C111"),
        (Fault("answer", "PUT", status=401), "C112"),
        (Fault("answer", "PUT", status=403), "C112"),
        (Fault("answer", "PUT", status=413), "C113"),
        (Fault("answer", "PUT", status=400), "C113"),
        (Fault("answer", "PUT", status=501), "C113"),
        (Fault("answer", "PUT", status=307, headers={"Location": "http://x.test/"}), "C115"),
        (Fault("answer", "PUT", status=200, body=ERROR_PAGE), "C114"),
        (Fault("answer", "PUT", status=201), "C114"),
        (Fault("hang", "PUT"), "C111"),
        (Fault("answer", "POST", status=200, body=ERROR_PAGE), "C111"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{value.kind}-{value.status}",
)
def test_a_fault_that_stays_leaves_the_old_graph(
    old_in_place: Server, versions: Versions, fault: Fault, code: str
):
    """The load ends with an error, and readers still have what they had."""
    ready = Fault(**{**vars(fault), "times": -1})
    with run_proxy(old_in_place.url, ready) as proxy:
        found = try_load(old_in_place, versions.files[NEW], proxy.url, tries=2, timeout_seconds=0.7)
    assert found == code
    assert versions.name(read_graph(old_in_place)) == OLD


@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_login_is_not_tried_again(old_in_place: Server, versions: Versions, status: int):
    """A second try could lock the account."""
    fault = Fault("answer", "PUT", status=status, times=-1)
    with run_proxy(old_in_place.url, fault) as proxy:
        assert try_load(old_in_place, versions.files[NEW], proxy.url) == "C112"
        assert proxy.requests[-1].method == "PUT"
        assert len(proxy.writes()) == 1


def test_a_busy_store_is_given_the_time_it_asks_for(old_in_place: Server, versions: Versions):
    """Retry-After is waited for, not our own back-off."""
    sleeps: list[float] = []
    fault = Fault("answer", "PUT", status=503, headers={"Retry-After": "7"})
    with run_proxy(old_in_place.url, fault) as proxy:
        load(old_in_place, versions.files[NEW], url=proxy.url, sleeps=sleeps)
    assert sleeps == [7.0]
    assert versions.name(read_graph(old_in_place)) == NEW


def test_a_store_that_is_busy_for_long_is_given_up(old_in_place: Server, versions: Versions):
    """Nobody sits before a terminal for a day."""
    fault = Fault("answer", "PUT", status=503, headers={"Retry-After": "86400"}, times=-1)
    with run_proxy(old_in_place.url, fault) as proxy:
        assert try_load(old_in_place, versions.files[NEW], proxy.url) == "C111"
        assert len(proxy.writes()) == 1
    assert versions.name(read_graph(old_in_place)) == OLD


def test_a_proxy_that_takes_only_small_requests_gets_them(old_in_place: Server, versions: Versions):
    """After 413 the staged graph is sent in parts."""
    fault = Fault("answer", status=413, larger_than=30_000, times=-1)
    with run_proxy(old_in_place.url, fault) as proxy:
        load(old_in_place, versions.files[NEW], url=proxy.url)
    assert versions.name(read_graph(old_in_place)) == NEW


def test_a_proxy_that_sends_uploads_on_in_chunks_deceives_nobody(
    old_in_place: Server, versions: Versions
):
    """Virtuoso answers 201 to a chunked upload and stores nothing: that is no success."""
    fault = Fault("reframe", "PUT", times=-1)
    with run_proxy(old_in_place.url, fault) as proxy:
        found = try_load(old_in_place, versions.files[NEW], proxy.url, tries=2)
    expected = {"oxigraph": ("verified", NEW), "virtuoso": ("C114", OLD)}[old_in_place.name]
    assert (found, versions.name(read_graph(old_in_place))) == expected


def test_a_reply_lost_after_the_commit_costs_no_second_upload(
    old_in_place: Server, versions: Versions
):
    """What is staged and right is not sent again."""
    with run_proxy(old_in_place.url, Fault("lose-reply", "PUT")) as proxy:
        load(old_in_place, versions.files[NEW], url=proxy.url)
        assert len(proxy.writes()) == 1
    assert versions.name(read_graph(old_in_place)) == NEW


def test_a_store_that_is_down_is_named(server: Server, versions: Versions):
    """Connection refused, at every try."""
    server.stop()
    with pytest.raises(ServiceError, match=r"tried 3 times.*ConnectionRefusedError") as caught:
        load(server, versions.files[NEW], tries=3)
    assert caught.value.exit_code == 3


@pytest.mark.parametrize(("method", "word"), [("PUT", ""), ("POST", "staging%3A")])
def test_a_store_that_is_killed_in_the_middle_is_waited_for(
    old_in_place: Server, versions: Versions, method: str, word: str
):
    """SIGKILL before the upload, or between upload and switch; it comes up again a while later."""
    turns = itertools.count()

    def kill() -> None:
        if next(turns) == (1 if method == "POST" else 0):
            old_in_place.kill()
            threading.Timer(0.5, old_in_place.start).start()

    sleeping = threading.Event()
    fault = Fault("call", method, word, times=3, action=kill)
    with run_proxy(old_in_place.url, fault) as proxy:
        _load_patiently(old_in_place, versions.files[NEW], proxy.url, sleeping)
    assert versions.name(read_graph(old_in_place)) == NEW
    assert list_graphs(old_in_place, STAGING) == []


def _load_patiently(server: Server, file: Path, url: str, event: threading.Event) -> None:
    class Patience(list[float]):
        """Waits a second where the others of these tests don't wait at all."""

        def append(self, seconds: float) -> None:
            event.wait(1)

    load(server, file, url=url, tries=40, sleeps=Patience())
