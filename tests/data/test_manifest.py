"""The manifest says what is in the folder beside it, and says it truly."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from tests.conftest import SLUG, Graph


@pytest.fixture(scope="module")
def manifest(built: Path) -> dict[str, Any]:
    """The manifest of the finished build."""
    read: dict[str, Any] = json.loads((built / "manifest.json").read_text("utf-8"))
    return read


def test_every_file_is_listed_with_its_size_and_hash(built: Path, manifest: dict[str, Any]):
    """All files but the manifest itself, and no file that isn't there."""
    found = {
        str(path.relative_to(built)): {
            "bytes": path.stat().st_size,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
        for path in built.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    assert manifest["files"] == found


def test_all_promised_files_are_there(manifest: dict[str, Any]):
    """Names that users rely on."""
    tables = ("endorsements", "paragraphs", "reservations", "statements", "states")
    assert set(manifest["files"]) == {
        "communique.nq", "communique.trig", "communique.ttl", "context.jsonld",
        "wikidata-snapshot.nq", f"{SLUG}.ttl", f"{SLUG}.jsonld", "tables/csv-metadata.json",
        *(f"tables/{name}.csv" for name in tables),
    }  # fmt: skip


def test_the_canonical_hash_is_that_of_the_n_quads(built: Path, manifest: dict[str, Any]):
    """RDFC-1.0 with SHA-256, by pyoxigraph."""
    dataset = ox.Dataset(ox.parse(path=built / "communique.nq", format=ox.RdfFormat.N_QUADS))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    lines = sorted(ox.serialize(dataset, format=ox.RdfFormat.N_QUADS).splitlines(keepends=True))
    digest = hashlib.sha256(b"".join(lines)).hexdigest()
    assert manifest["rdfc10"] == {"communique.nq": digest}


def test_graphs_are_counted(built: Path, manifest: dict[str, Any]):
    """Quads of each named graph, as a parser counts them in the file."""
    counts: dict[str, int] = {}
    for quad in ox.parse(path=built / "communique.nq", format=ox.RdfFormat.N_QUADS):
        counts[quad.graph_name.value] = counts.get(quad.graph_name.value, 0) + 1
    assert manifest["graphs"] == counts


def test_the_catalogue_counts_the_graphs_too(graph: Graph, manifest: dict[str, Any]):
    """`void:triples` of each graph but the catalogue's own."""
    rows = graph.select("SELECT ?g ?n { ?g <http://rdfs.org/ns/void#triples> ?n }")
    wanted = {
        name: count for name, count in manifest["graphs"].items() if not name.endswith("/catalogue")
    }
    assert {name: int(count) for name, count in rows} == wanted


def test_the_declaration_is_counted(graph: Graph, manifest: dict[str, Any]):
    """What the manifest says of the declaration is what the graph holds."""
    counts = dict(manifest["declarations"][SLUG])
    assert counts.pop("quads") == sum(
        count for name, count in manifest["graphs"].items() if f"/{SLUG}" in name
    )
    assert counts.pop("asterisks") == len(graph.column("SELECT ?e { ?e cq:asterisk true }"))
    classes = {
        "paragraphs": "Paragraph", "statements": "Statement", "commitments": "Commitment",
        "acts": "Act", "citations": "Citation", "endorsements": "Endorsement",
        "reservations": "Reservation",
    }  # fmt: skip
    assert {name: _count(graph, classes[name]) for name in counts} == counts


def _count(graph: Graph, name: str) -> int:
    return len(graph.column(f"SELECT ?one {{ ?one a cq:{name} }}"))


def test_the_check_found_no_violation(manifest: dict[str, Any]):
    """The outcome is recorded with the engine that found it, and the round trip."""
    shacl = manifest["shacl"]
    assert (shacl["conforms"], shacl["violations"], shacl["round_trips"]) == (True, 0, 1)
    assert shacl["engine"] in ("compiled", "pyshacl")
    assert len(shacl["findings"]) == shacl["warnings"] == 0 or shacl["warnings"] > 0
