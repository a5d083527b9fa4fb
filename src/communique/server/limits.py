"""Server layer: what a query, a client and all of them together may use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The limits of the guard; times in seconds, sizes in bytes."""

    #: Queries that run at the same time, each in a process of its own.
    workers: int = 16
    #: Of these, how many may run for longer than `short_seconds`; the rest are places for those
    #: that have just begun, as many as the machine has processors to spare.
    long_running: int = 12
    #: How long a query counts as short.
    short_seconds: float = 0.1
    #: Processes that wait ready, so that nobody waits for one to start.
    spare: int = 4
    #: From the arrival of a query until its answer is whole, the wait for its turn included.
    seconds: float = 10.0
    #: What a query may take beyond the memory that the graph takes already.
    memory_bytes: int = 256 * 2**20
    #: The size of a query, in UTF-8.
    query_bytes: int = 128 * 2**10
    #: How deep brackets may nest in a query, and how many signs such as `!` may follow each other.
    depth: int = 128
    #: Words, names, numbers, texts and signs of a query.
    tokens: int = 10_000
    #: Rows or triples of an answer.
    rows: int = 100_000
    #: The size of an answer.
    answer_bytes: int = 32 * 2**20
    #: Queries of all clients that wait for their turn.
    queue: int = 64
    #: Queries of one client, running and waiting.
    per_client: int = 16
    #: Addresses that SERVICE may name, whole and as they stand in the query; none by default.
    service_allowed: tuple[str, ...] = ()
    #: Answers after which a process is replaced.
    answers_per_worker: int = 2_000
    #: How much a process may have grown before it is replaced.
    growth_bytes: int = 32 * 2**20
    #: How long a process beyond the spare ones stays without work.
    idle_seconds: float = 30.0
