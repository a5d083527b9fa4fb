"""The command, from the first load to the last: load, load again, change a fact, prune, ask."""

import hashlib
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
from communique.load.opening import StoreOptions, open_store
from communique.load.staging import STAGING, name_staging
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
MIXED, NAMELESS = f"{BASE}mixed", f"{BASE}nameless"
#: A staging graph of somebody who has another base.
THEIR_STAGING = name_staging("https://example.org/communique/graph/d")
STRANGERS = (
    f"{BASE}not-ours",
    f"{DEFAULT_BASE}graph-of-others",
    f"{BASE}gone/derived/more",
    MIXED,
    NAMELESS,
    THEIR_STAGING,
)


class Loading:
    """Runs `communique load` on one store and one folder."""

    def __init__(self, communique: Communique, server: Server, folder: Path) -> None:
        self.communique, self.server, self.folder = communique, server, folder

    def write(self, text: str) -> None:
        """Make the build hold other quads."""
        (self.folder / "communique.nq").write_text(text, "utf-8")
        manifest = json.loads((self.folder / "manifest.json").read_text("utf-8"))
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        manifest["files"]["communique.nq"]["sha256"] = sha256
        (self.folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")

    def run(self, *options: str, folder: Path | None = None) -> dict[str, Any]:
        """Return what `--json` tells; the load has to succeed."""
        words = ["load", self.server.url, "--from", folder or self.folder, "--json", *options]
        result = self.communique(*words, env=self.server.login)
        assert result.returncode == 0, result.stderr
        # What an operator should know is told beforehand, also where a program reads the rest.
        assert "note: Queries over the union" in result.stderr
        told: dict[str, Any] = json.loads(result.stdout)
        return told


@pytest.fixture
def loading(
    communique: Communique, server: Server, built: Path, tmp_path: Path
) -> Iterator[Loading]:
    """A store that holds nothing of ours, and a build of every graph, each cut down."""
    folder = tmp_path / "dist"
    folder.mkdir()
    shutil.copy(built / "manifest.json", folder)
    for graph in (*list_graphs(server, BASE), *STRANGERS):
        _drop(server, graph)
    loading = Loading(communique, server, folder)
    lines = (built / "communique.nq").read_text("utf-8").splitlines(keepends=True)
    loading.write("".join(line for line in lines if "2023-03-29" in line) + "".join(lines[::17]))
    yield loading
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
    """Only the graph that holds it is written; the plan shows both triples."""
    loading.run()
    text = (loading.folder / "communique.nq").read_text("utf-8")
    assert '"2023-03-29"' in text
    loading.write(text.replace('"2023-03-29"', '"2023-03-30"', 1))
    planned = loading.run("--dry-run")["graphs"]
    told = loading.run()
    for graphs in (planned, told["graphs"]):
        assert [one["graph"] for one in graphs if one["action"] != "unchanged"] == [MAIN]
    (difference,) = [one["difference"] for one in planned if one["difference"]]
    assert (difference["removed"], difference["added"]) == (1, 1)
    old, new = difference["sample"]
    assert old[0] == "-"
    assert new == old.replace("-", "+", 1).replace("2023-03-29", "2023-03-30")
    assert read_graph(loading.server, MAIN) == _expected(loading.folder)[MAIN]


def test_a_build_that_was_cut_is_not_loaded(loading: Loading):
    """A file that ends early, even between two lines, isn't what the manifest says."""
    file = loading.folder / "communique.nq"
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines[:-1]))
    result = loading.communique("load", loading.server.url, "--from", loading.folder)
    assert (result.returncode, "communique.nq: C063 differs" in result.stderr) == (2, True)
    (loading.folder / "manifest.json").write_text("{")
    result = loading.communique("load", loading.server.url, "--from", loading.folder)
    assert (result.returncode, "manifest.json: C063" in result.stderr) == (2, True)
    assert list_graphs(loading.server, BASE) == []


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
    for name, subject in (("mixed", "<urn:their:s>"), ("nameless", "_:theirs")):
        declaration = f"<{DEFAULT_BASE}id/{name}> <{TYPE}> <{DEFAULT_BASE}ns#Declaration> .\n"
        theirs = f"{subject} <urn:their:p> <urn:their:o> .\n"
        _put(loading.server, f"{BASE}{name}", declaration + theirs)
    _put(loading.server, name_staging(GONE), "<urn:x> <urn:x> <urn:x> .\n")
    assert loading.run()["pruned"] == []
    planned = loading.run("--prune", "--dry-run")
    assert planned["writes"] == 0
    told = loading.run("--prune")
    assert told["pruned"] == planned["pruned"] == [GONE, f"{GONE}/derived", name_staging(GONE)]
    assert told["leftAlone"] == sorted([MIXED, NAMELESS, STRANGERS[0], STRANGERS[2]])
    left = set(list_graphs(loading.server))
    assert left >= {*STRANGERS, NEIGHBOUR, *_expected(loading.folder)}
    assert not left & {*told["pruned"]}


def test_every_canned_query_gives_the_rows_of_the_embedded_store(loading: Loading, built: Path):
    """The loaded store answers as the files do, in the same order."""
    told = loading.run(folder=built)
    assert sum(one["triples"] for one in told["graphs"]) > 20_000
    embedded = open_folder(built)
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
