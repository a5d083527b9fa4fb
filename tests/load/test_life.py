"""The command, from the first load to the last: load, load again, change a fact, prune, ask."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from tests.conftest import Communique
from tests.load.graphs import NEIGHBOUR, list_graphs, load, read_graph
from tests.queries.expected import normalise
from tests.stores.servers import Server

from communique.core.iris import DEFAULT_BASE
from communique.load.attempts import Attempts
from communique.load.loader import STAGING, name_staging
from communique.load.opening import StoreOptions, open_store
from communique.query.answer import Table
from communique.query.asking import ask_canned
from communique.query.catalogue import Catalogue
from communique.query.embedded import open_folder
from communique.query.endpoint import Endpoint
from communique.query.parameters import Resolver

BASE = f"{DEFAULT_BASE}graph/"
MAIN = f"{BASE}summit-for-democracy-2023"
GONE = f"{BASE}gone"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
MIXED = f"{BASE}mixed"
STRANGERS = (
    f"{BASE}not-ours",
    f"{DEFAULT_BASE}graph-of-others",
    f"{BASE}gone/derived/more",
    MIXED,
)


class Loading:
    """Runs `communique load` on one store and one folder."""

    def __init__(self, communique: Communique, server: Server, folder: Path) -> None:
        self.communique, self.server, self.folder = communique, server, folder

    def run(self, *options: str, folder: Path | None = None) -> dict[str, Any]:
        """Return what `--json` tells; the load has to succeed."""
        words = ["load", self.server.url, "--from", folder or self.folder, "--json", *options]
        result = self.communique(*words, env=self.server.login)
        assert result.returncode == 0, result.stderr
        told: dict[str, Any] = json.loads(result.stdout)
        return told


@pytest.fixture
def loading(
    communique: Communique, server: Server, built: Path, tmp_path: Path
) -> Iterator[Loading]:
    """A store that holds nothing of ours, and a copy of the build."""
    folder = tmp_path / "dist"
    shutil.copytree(built.resolve(), folder)
    for graph in (*list_graphs(server, BASE), *STRANGERS):
        _drop(server, graph)
    yield Loading(communique, server, folder)
    for graph in STRANGERS:
        _drop(server, graph)


def _drop(server: Server, graph: str) -> None:
    options = StoreOptions(url=server.url)
    store = open_store(options, environment=server.login, attempts=Attempts(3))
    if store.count(graph):
        store.drop(graph)


def _put(server: Server, graph: str, triples: str) -> None:
    file = server.folder / "put.nt"
    file.write_text(triples, encoding="utf-8")
    load(server, file, graph=graph)


def _expected(folder: Path) -> dict[str, frozenset[str]]:
    """Return the triples of a build by graph, read without the loader."""
    graphs: dict[str, set[str]] = {}
    for quad in ox.parse(path=folder / "communique.nq", format=ox.RdfFormat.N_QUADS):
        graphs.setdefault(quad.graph_name.value, set()).add(str(quad.triple))
    return {name: frozenset(triples) for name, triples in graphs.items()}


def test_a_store_holds_what_was_built(loading: Loading):
    """Every graph arrives triple by triple, and nothing is left of the staging."""
    told = loading.run()
    expected = _expected(loading.folder)
    assert {one["graph"]: one["triples"] for one in told["graphs"]} == {
        name: len(triples) for name, triples in expected.items()
    }
    assert {name: read_graph(loading.server, name) for name in expected} == expected
    assert list_graphs(loading.server, STAGING) == []


def test_a_second_load_writes_nothing(loading: Loading):
    """What is in place is left alone."""
    loading.run()
    told = loading.run()
    assert told["writes"] == 0
    assert {one["action"] for one in told["graphs"]} == {"unchanged"}


def test_one_changed_fact_changes_one_graph(loading: Loading):
    """Only the graph that holds it is written."""
    loading.run()
    file = loading.folder / "communique.nq"
    text = file.read_text("utf-8")
    assert '"2023-03-29"' in text
    file.write_text(text.replace('"2023-03-29"', '"2023-03-30"', 1), "utf-8")
    told = loading.run()
    assert [one["graph"] for one in told["graphs"] if one["action"] != "unchanged"] == [MAIN]
    assert read_graph(loading.server, MAIN) == _expected(loading.folder)[MAIN]


def test_one_declaration_can_be_loaded_alone(loading: Loading):
    """Its two graphs, and no other."""
    told = loading.run("--declaration", "summit-for-democracy-2023")
    assert [one["graph"] for one in told["graphs"]] == [MAIN, f"{MAIN}/derived"]
    assert list_graphs(loading.server, BASE) == [MAIN, f"{MAIN}/derived"]


def test_a_dry_run_shows_the_plan_and_writes_nothing(loading: Loading):
    """The plan names every graph, and the store stays as it is."""
    told = loading.run("--dry-run")
    assert {one["action"] for one in told["graphs"]} == {"add"}
    assert (told["writes"], told["verified"]) == (0, False)
    assert list_graphs(loading.server, BASE) == []


def test_pruning_removes_ours_and_nothing_else(loading: Loading):
    """A declaration that is no longer built goes; whatever only looks like one stays."""
    thing = f"<{DEFAULT_BASE}id/gone>"
    _put(loading.server, GONE, f"{thing} <{TYPE}> <{DEFAULT_BASE}ns#Declaration> .\n")
    _put(loading.server, f"{GONE}/derived", f"<{DEFAULT_BASE}id/state/POL> <urn:x> {thing} .\n")
    for stranger in STRANGERS:
        _put(loading.server, stranger, "<urn:their:s> <urn:their:p> <urn:their:o> .\n")
    # Somebody has added to a graph of ours: it isn't ours alone any more.
    declaration = f"<{DEFAULT_BASE}id/mixed> <{TYPE}> <{DEFAULT_BASE}ns#Declaration> .\n"
    _put(loading.server, MIXED, f"{declaration}<urn:their:s> <urn:their:p> <urn:their:o> .\n")
    _put(loading.server, name_staging(GONE), "<urn:x> <urn:x> <urn:x> .\n")
    assert loading.run()["pruned"] == []
    planned = loading.run("--prune", "--dry-run")
    assert planned["writes"] == 0
    told = loading.run("--prune")
    assert told["pruned"] == planned["pruned"] == [GONE, f"{GONE}/derived", name_staging(GONE)]
    assert told["leftAlone"] == sorted([MIXED, STRANGERS[0], STRANGERS[2]])
    left = set(list_graphs(loading.server))
    assert left >= {*STRANGERS, NEIGHBOUR, *_expected(loading.folder)}
    assert not left & {*told["pruned"]}


def test_every_canned_query_gives_the_rows_of_the_embedded_store(loading: Loading):
    """The loaded store answers as the files do, in the same order."""
    loading.run()
    embedded = open_folder(loading.folder)
    paths = {"oxigraph": "/query", "virtuoso": "/sparql"}
    endpoint = Endpoint(loading.server.url + paths[loading.server.name])
    queries = [query for query in Catalogue().read_all() if not query.asks_wikidata]
    assert len(queries) > 20
    for query in queries:
        values = Resolver(embedded).resolve_all(query, query.example)
        ours, theirs = (ask_canned(one, query, values) for one in (embedded, endpoint))
        assert isinstance(ours, Table)
        assert isinstance(theirs, Table)
        assert normalise(theirs) == normalise(ours), query.name
