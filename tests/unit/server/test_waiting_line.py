import asyncio

import pytest

from communique.server.job import Refused
from communique.server.limits import Limits
from communique.server.waiting_line import Turn, WaitingLine


@pytest.fixture
def line() -> WaitingLine:
    """Two may begin, three go on for long, three wait; of one client, four."""
    return WaitingLine(Limits(workers=5, long_running=3, queue=3, per_client=4))


def _join(line: WaitingLine, *clients: str) -> list[Turn]:
    """Return the turns of queries of these clients, which all find a place."""
    loop = asyncio.get_running_loop()
    turns = [Turn(client, loop.create_future()) for client in clients]
    for turn in turns:
        assert line.join(turn) is None
        line.call()
    return turns


def _refuse(line: WaitingLine, client: str) -> Refused:
    refused = line.join(Turn(client, asyncio.get_running_loop().create_future()))
    assert refused is not None
    return refused


def test_client_with_fewest_running_is_next(line: WaitingLine):
    """Whoever floods the line waits behind a newcomer."""

    async def check() -> None:
        flood = _join(line, "flood", "flood", "flood", "flood")
        newcomer = _join(line, "newcomer")[0]
        assert [turn.runs for turn in (*flood, newcomer)] == [True, True, False, False, False]
        line.leave(flood[0])
        line.call()
        assert (flood[2].runs, newcomer.runs) == (False, True)

    asyncio.run(check())


def test_waiting_clients_take_turns(line: WaitingLine):
    """None is served twice while another waits."""

    async def check() -> None:
        running = _join(line, "x", "y")
        waiting = _join(line, "a", "a", "b")
        line.leave(running[0])
        line.call()
        line.leave(running[1])
        line.call()
        assert [turn.runs for turn in waiting] == [True, False, True]

    asyncio.run(check())


def test_long_query_gives_its_place_to_the_next(line: WaitingLine):
    """It goes on beside; when it leaves, no place of a short one is free."""

    async def check() -> None:
        first, second, third, fourth = _join(line, "a", "b", "c", "d")
        assert (third.runs, fourth.runs) == (False, False)
        line.count_as_long(first)
        assert (third.runs, fourth.runs, line.running_count) == (True, False, 3)
        line.leave(first)
        line.call()
        assert not fourth.runs
        line.leave(second)
        line.call()
        assert (fourth.runs, line.long_count) == (True, 0)

    asyncio.run(check())


def test_share_of_a_client_ends(line: WaitingLine):
    """With 429, and only for that client."""

    async def check() -> None:
        turns = _join(line, "a", "a", "a", "a")
        assert (_refuse(line, "a").status, _refuse(line, "a").reason) == (429, "share-used-up")
        assert _refuse(line, "a").retry_after_seconds == 1
        line.leave(turns[3])
        _join(line, "a")

    asyncio.run(check())


def test_line_ends(line: WaitingLine):
    """With 503, whoever comes."""

    async def check() -> None:
        _join(line, "a", "b", "c", "d", "e")
        assert (_refuse(line, "f").status, _refuse(line, "f").reason) == (503, "queue-full")

    asyncio.run(check())


def test_nothing_is_kept_of_who_has_left(line: WaitingLine):
    """A million clients leave no trace."""

    async def check() -> None:
        turns = _join(line, "a", "b", "c", "c")
        for turn in (turns[2], turns[0], turns[3], turns[1]):
            line.leave(turn)
        assert (dict(line.running), line.waiting) == ({}, {})

    asyncio.run(check())


def test_dismissal_reaches_all_who_wait(line: WaitingLine):
    """Those that run aren't touched."""

    async def check() -> None:
        turns = _join(line, "a", "a", "a", "b")
        line.dismiss(Refused(503, "stopping", "Stopping."))
        reasons = [turn.begins.result() for turn in turns]
        assert [reason and reason.reason for reason in reasons] == [None, None, *["stopping"] * 2]

    asyncio.run(check())
