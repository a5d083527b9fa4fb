"""Write layer: all files of a data set, by name."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from communique.build.dataset import Dataset, DeclarationGraphs
from communique.write.jsonld import write_context, write_jsonld
from communique.write.rdf_text import TurtleWriter, write_nquads
from communique.write.tables import write_tables


def write_rdf_files(dataset: Dataset, prefixes: Mapping[str, str]) -> dict[str, bytes]:
    """Return the RDF files of `dist/` by name: all graphs, each declaration alone, the snapshot."""
    base = dataset.iris.base
    writer = TurtleWriter(prefixes=prefixes, base=base)
    everything = [quad for graph in dataset.graphs.values() for quad in graph]
    files = {
        "communique.nq": write_nquads(everything),
        "communique.trig": writer.write_trig(dataset.graphs),
        "communique.ttl": writer.write_turtle(dataset.graphs.values()),
        "context.jsonld": write_context(base),
        "wikidata-snapshot.nq": write_nquads(dataset.snapshot),
    }
    for graphs in dataset.declarations:
        files |= write_stand_alone(dataset, graphs, writer)
    return files


def write_stand_alone(
    dataset: Dataset, graphs: DeclarationGraphs, writer: TurtleWriter
) -> dict[str, bytes]:
    """Return one declaration's own Turtle and JSON-LD by name."""
    slug, base = graphs.declaration.slug, dataset.iris.base
    parts = dataset.stand_alone(graphs)
    quads = [quad for part in parts for quad in part]
    return {
        f"{slug}.ttl": writer.write_turtle(parts),
        f"{slug}.jsonld": write_jsonld(quads, root=dataset.iris.thing(slug), base=base),
    }


def write_all_files(
    dataset: Dataset,
    rdf_files: Mapping[str, bytes],
    *,
    software: str,
    check: Mapping[str, Any],
) -> dict[str, bytes]:
    """Return the RDF files with the tables and `manifest.json`, which holds the check's outcome."""
    tables = {f"tables/{name}": data for name, data in write_tables(dataset).items()}
    files = {**rdf_files, **tables}
    return {**files, "manifest.json": _write_manifest(dataset, files, software, check)}


def count_things(dataset: Dataset) -> dict[str, dict[str, int]]:
    """Return what each declaration holds, by its slug."""
    return {one.declaration.slug: _count(one) for one in dataset.declarations}


def _count(graphs: DeclarationGraphs) -> dict[str, int]:
    declaration = graphs.declaration
    statements = [statement for _, statement in declaration.statements()]
    return {
        "paragraphs": len(declaration.paragraphs),
        "statements": len(statements),
        "commitments": sum(statement.is_commitment for statement in statements),
        "acts": sum(len(statement.acts) for statement in statements),
        "citations": sum(len(statement.citations) for statement in statements),
        "endorsements": len(declaration.endorsements),
        "asterisks": sum(one.asterisk is not None for one in declaration.endorsements),
        "reservations": sum(1 for _ in declaration.reservations()),
        "quads": len(graphs.main) + len(graphs.derived),
    }


def _write_manifest(
    dataset: Dataset, files: Mapping[str, bytes], software: str, check: Mapping[str, Any]
) -> bytes:
    manifest = {
        "software": software,
        "base": dataset.iris.base,
        "rdfc10": {"communique.nq": hashlib.sha256(files["communique.nq"]).hexdigest()},
        "graphs": {name: len(quads) for name, quads in dataset.graphs.items()},
        "declarations": count_things(dataset),
        "shacl": dict(check),
        "files": {
            name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in sorted(files.items())
        },
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest of a finished build."""
    manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return manifest
