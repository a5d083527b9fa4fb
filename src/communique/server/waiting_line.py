"""Server layer: whose turn it is: the client's who has the fewest queries running."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from dataclasses import dataclass, field

from communique.server.job import Refused
from communique.server.limits import Limits
from communique.server.refusals import refuse_full, refuse_share


@dataclass(eq=False)
class Turn:
    """A query's place: `begins` gets None when its turn has come, or why it never will."""

    client: str
    begins: asyncio.Future[Refused | None]
    joined: float = 0.0
    began: float = 0.0
    runs: bool = False
    is_long: bool = False


@dataclass
class WaitingLine:
    """The queries that run and those that wait, by client."""

    limits: Limits
    running: Counter[str] = field(default_factory=Counter)
    #: Clients in the order in which they were served last.
    waiting: dict[str, deque[Turn]] = field(default_factory=dict)

    #: How many of those that run are long.
    long_count: int = 0

    @property
    def running_count(self) -> int:
        """Return how many queries run."""
        return self.running.total()

    @property
    def waiting_count(self) -> int:
        """Return how many queries wait."""
        return sum(map(len, self.waiting.values()))

    def join(self, turn: Turn) -> Refused | None:
        """Put a query at the end of its client's line, or say why there is no place for it."""
        own = self.running[turn.client] + len(self.waiting.get(turn.client, ()))
        if own >= self.limits.per_client:
            return refuse_share(self.limits.per_client)
        if not self._has_place and self.waiting_count >= self.limits.queue:
            return refuse_full()
        self.waiting.setdefault(turn.client, deque()).append(turn)
        return None

    @property
    def _has_place(self) -> bool:
        """Whether another query can begin: there are so many places for short ones."""
        short = self.running_count - self.long_count
        return short < self.limits.workers - self.limits.long_running

    def call(self) -> None:
        """Let queries begin as long as there is a place."""
        while self.waiting and self._has_place:
            client = min(self.waiting, key=lambda one: self.running[one])
            turns = self.waiting.pop(client)
            turn = turns.popleft()
            if turns:
                self.waiting[client] = turns
            self.running[client] += 1
            turn.runs, turn.began = True, turn.begins.get_loop().time()
            _resolve(turn, None)

    def count_as_long(self, turn: Turn) -> None:
        """Give the place of a short query to the next one; it may be one too many."""
        turn.is_long = True
        self.long_count += 1
        self.call()

    def leave(self, turn: Turn) -> None:
        """Give a place back, or give up the wait for one."""
        if turn.runs:
            self.long_count -= turn.is_long
            self.running[turn.client] -= 1
            if not self.running[turn.client]:
                del self.running[turn.client]
            return
        turns = self.waiting.get(turn.client, deque())
        if turn in turns:
            turns.remove(turn)
        if not turns:
            self.waiting.pop(turn.client, None)

    def dismiss(self, reason: Refused) -> None:
        """Tell all who wait that their turn won't come."""
        for turns in self.waiting.values():
            for turn in turns:
                _resolve(turn, reason)


def _resolve(turn: Turn, reason: Refused | None) -> None:
    if not turn.begins.done():
        turn.begins.set_result(reason)
