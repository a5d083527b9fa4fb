"""The line itself is cut: at every 5 % of the bytes of a whole load, in either direction."""

import os
import random

import pytest
from tests.load.graphs import NEW, OLD, Versions, list_graphs, load, read_graph, try_load
from tests.load.wire import Direction, run_wire
from tests.stores.servers import Server

from communique.load.staging import STAGING

CUTS: list[tuple[Direction, int]] = [
    (direction, percent) for direction in ("up", "down") for percent in range(5, 100, 5)
]


def choose_cuts(seed: int) -> list[tuple[Direction, int]]:
    """Return all cuts in the full matrix, else one a direction, the same every time."""
    if os.environ.get("COMMUNIQUE_MATRIX") == "full":
        return CUTS
    draw = random.Random(seed)  # noqa: S311 - no secret, but repeatable
    return [draw.choice([cut for cut in CUTS if cut[0] == way]) for way in ("up", "down")]


@pytest.fixture(scope="module")
def totals() -> dict[str, dict[Direction, int]]:
    """How many bytes a whole load takes in each direction, store by store."""
    return {}


def _measure(
    server: Server, versions: Versions, totals: dict[str, dict[Direction, int]]
) -> dict[Direction, int]:
    """Return the bytes of a load that nothing disturbs; the old version is in place again."""
    if server.name not in totals:
        with run_wire(server.url) as wire:
            load(server, versions.files[NEW], url=wire.url)
        load(server, versions.files[OLD])
        totals[server.name] = dict(wire.passed)
    return totals[server.name]


@pytest.mark.parametrize(("direction", "percent"), choose_cuts(seed=1))
def test_a_cut_line_is_taken_up_again(
    old_in_place: Server,
    versions: Versions,
    totals: dict[str, dict[Direction, int]],
    direction: Direction,
    percent: int,
):
    """Wherever the one cut falls, the same load completes."""
    at = _measure(old_in_place, versions, totals)[direction] * percent // 100
    with run_wire(old_in_place.url, direction=direction, cut_after=at) as wire:
        load(old_in_place, versions.files[NEW], url=wire.url, timeout_seconds=20)
    assert wire.cuts == 1
    assert versions.name(read_graph(old_in_place)) == NEW
    assert list_graphs(old_in_place, STAGING) == []


@pytest.mark.parametrize(("direction", "percent"), choose_cuts(seed=2))
def test_a_line_that_stays_cut_leaves_old_or_new(
    old_in_place: Server,
    versions: Versions,
    totals: dict[str, dict[Direction, int]],
    direction: Direction,
    percent: int,
):
    """Nothing is claimed; the graph is whole, and the next load completes."""
    at = _measure(old_in_place, versions, totals)[direction] * percent // 100
    cut = {"direction": direction, "cut_after": at, "is_final": True}
    with run_wire(old_in_place.url, **cut) as wire:
        found = try_load(old_in_place, versions.files[NEW], wire.url, tries=2, timeout_seconds=20)
    assert (found, wire.cuts > 0) == ("C111", True)
    assert versions.name(read_graph(old_in_place)) in (OLD, NEW)
    load(old_in_place, versions.files[NEW])
    assert versions.name(read_graph(old_in_place)) == NEW
    assert list_graphs(old_in_place, STAGING) == []
