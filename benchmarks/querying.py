"""The canned queries on the real graph, warm: the embedded store beside rdflib."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pyoxigraph as ox
import rdflib
from rdflib.plugins.sparql import prepareQuery

from benchmarks.measure import COMMUNIQUE, compare, time_call, time_process
from communique.query.answer import Value
from communique.query.asking import ask_canned
from communique.query.canned import CannedQuery
from communique.query.catalogue import Catalogue
from communique.query.embedded import EmbeddedStore, open_shipped
from communique.query.parameters import Resolver
from communique.query.sparql_text import insert_values

Asked = list[tuple[CannedQuery, Mapping[str, Value]]]


def run() -> None:
    """Print the medians, the slowest queries, and the ratio."""
    store = open_shipped()
    resolver = Resolver(store)
    queries = [query for query in Catalogue().read_all() if not query.asks_wikidata]
    asked = [(query, resolver.resolve_all(query, query.example)) for query in queries]
    _print_slowest(store, asked)
    by_rdflib = _prepare_rdflib(store, asked)

    def ask_store() -> None:
        for query, values in asked:
            ask_canned(store, query, values)

    ask_store()
    by_rdflib()
    name = f"{len(asked)} queries, embedded store"
    other = "the same, rdflib (parsed beforehand)"
    ways = {name: lambda: time_call(ask_store), other: lambda: time_call(by_rdflib)}
    medians = compare(ways, rounds=5)
    print(f"  ratio: {medians[other] / medians[name]:.0f} times faster (wanted: at least 20)")
    _time_command()


def _print_slowest(store: EmbeddedStore, asked: Asked) -> None:
    found = {}
    for query, values in asked:
        rounds = [time_call(lambda: ask_canned(store, query, values)) for _ in range(11)]  # noqa: B023 - called at once
        found[query.name] = statistics.median(rounds) * 1000
    for name in sorted(found, key=lambda name: -found[name])[:3]:
        print(f"  {name}: {found[name]:.1f} ms (wanted: under 20)")


def _prepare_rdflib(store: EmbeddedStore, asked: Asked) -> Callable[[], None]:
    """Return a call that asks rdflib everything; GRAPH needs a data set, so it is one."""
    dataset = rdflib.Dataset(default_union=True)
    data = ox.serialize(store.store, format=ox.RdfFormat.N_QUADS)
    dataset.parse(data=data, format="nquads")
    prepared = [prepareQuery(insert_values(query.sparql, values)) for query, values in asked]

    def ask_rdflib() -> None:
        for query in prepared:
            list(dataset.query(query))

    return ask_rdflib


def _time_command() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "dist"
        time_process([COMMUNIQUE, "build", "--no-check", "--out", str(folder)])
        words = [COMMUNIQUE, "query", "reservations-on-paragraph", "--paragraph", "operative/8"]
        compare(
            {
                "communique query NAME, built files": lambda: time_process(
                    [*words, "--from", str(folder)]
                ),
                "communique query (the list)": lambda: time_process([COMMUNIQUE, "query"]),
            },
            rounds=9,
        )
    print("  (wanted: under 0.5 s and 0.25 s on a quiet machine)")
