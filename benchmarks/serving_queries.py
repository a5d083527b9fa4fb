"""The guard alone: a query through the pool beside the bare engine in the same process."""

from __future__ import annotations

import asyncio
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pyoxigraph as ox

from benchmarks.measure import COMMUNIQUE, time_call
from communique.server.inspection import inspect_query
from communique.server.job import Job
from communique.server.limits import Limits
from communique.server.pool import Pool

ROUNDS, QUERIES = 7, 300
CQ = "https://w3id.org/communique/ns#"
#: With a number in it, so that no two are the same.
SHAPES: Mapping[str, str] = {
    "nothing to do": "ASK {{}} # {}",
    "one thing": "SELECT ?p ?o {{ <https://w3id.org/communique/id/state/POL> ?p ?o }} LIMIT 1{}",
    "joined and sorted": f"SELECT ?s ?n ?p {{{{ ?s a <{CQ}State> ; <{CQ}alpha3> ?n ;"
    f" <{CQ}reservesOn> ?p FILTER(STRLEN(?n) != 10{{}}) }}}} ORDER BY ?n ?p",
}


def run() -> None:
    """Print the medians of a query, how long a start takes, and what stays of a killed query."""
    with tempfile.TemporaryDirectory() as folder, asyncio.Runner() as runner:
        words = [COMMUNIQUE, "build", "--no-check", "--out", f"{folder}/dist"]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
        file = Path(folder) / "dist/communique.nq"
        store = ox.Store()
        store.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
        pool = Pool(file, Limits(seconds=0.5))
        started = time.perf_counter()
        runner.run(pool.start())
        runner.run(_ask(pool, "ASK {}"))
        print(f"  start to first answer: {time.perf_counter() - started:.2f} s (wanted: under 1)")
        for name, shape in SHAPES.items():
            _compare(name, shape, store, pool, runner)
        _ask_after_runaway(pool, runner)
        runner.run(pool.stop())


async def _ask(pool: Pool, query: str) -> None:
    await pool.answer(Job(query, "json"), client="a")


def _compare(name: str, shape: str, store: ox.Store, pool: Pool, runner: asyncio.Runner) -> None:
    """Take turns, with queries that are all different."""
    numbers = iter(range(ROUNDS * QUERIES * 3))
    seconds: dict[str, list[float]] = {}
    ways: Mapping[str, Callable[[str], object]] = {
        "bare engine": lambda query: _ask_engine(store, query),
        "pool": lambda query: runner.run(_ask(pool, query)),
        "inspection alone": lambda query: inspect_query(query, pool.limits),
    }
    for _ in range(ROUNDS):
        for way, ask in ways.items():
            queries = [shape.format(next(numbers)) for _ in range(QUERIES)]
            times = [time_call(lambda: ask(query)) for query in queries]  # noqa: B023 - called at once
            seconds.setdefault(way, []).append(statistics.median(times))
    told = ", ".join(
        f"{way} {statistics.median(medians) * 1000:.3f} ms" for way, medians in seconds.items()
    )
    print(f"  {name}: {told}", flush=True)


def _ask_engine(store: ox.Store, query: str) -> None:
    found = store.query(query, use_default_graph_as_union=True)
    if not isinstance(found, ox.QueryTriples):
        found.serialize(format=ox.QueryResultsFormat.JSON)


def _ask_after_runaway(pool: Pool, runner: asyncio.Runner) -> None:
    """Print how long the next query takes after one that was ended at its deadline."""
    found = []
    for number in range(ROUNDS):
        endless = f"SELECT (COUNT(*) AS ?n) {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }} # {number}"
        runner.run(_ask(pool, endless))
        found.append(time_call(lambda: runner.run(_ask(pool, "ASK {}"))))
    print(
        f"  after a query was killed: {statistics.median(found) * 1000:.1f} ms (wanted: under 100)"
    )
