"""The same files by rdflib: the project's reader, rdflib's graphs and rdflib's serializers.

Run as `python -m benchmarks.rdflib_way OUT [check]`; with `check`, pySHACL validates the
declaration before anything is written.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import rdflib

from communique.build.dataset import Dataset
from communique.build.project import load_dataset
from communique.core.resources import find_resource
from communique.write.prefixes import read_prefixes


def write_files(out: Path, *, check: bool) -> None:
    """Write all RDF files of a build to a folder."""
    out.mkdir(parents=True, exist_ok=True)
    built = load_dataset()
    prefixes = read_prefixes(find_resource("ontology", "prefixes.yaml"))
    for graphs in built.declarations:
        quads = [quad for part in built.stand_alone(graphs) for quad in part]
        graph = _bind(_fill(rdflib.Graph(), quads), prefixes)
        if check:
            _validate(graph)
        graph.serialize(out / f"{graphs.declaration.slug}.ttl", format="turtle")
        graph.serialize(out / f"{graphs.declaration.slug}.jsonld", format="json-ld")
    dataset = rdflib.Dataset()
    merged = _bind(rdflib.Graph(), prefixes)
    for name, found in built.graphs.items():
        _fill(dataset.graph(rdflib.URIRef(name)), found)
        _fill(merged, found)
    _bind(dataset, prefixes)
    dataset.serialize(out / "communique.nq", format="nquads")
    dataset.serialize(out / "communique.trig", format="trig")
    merged.serialize(out / "communique.ttl", format="turtle")
    _write_snapshot(built, out)


def _write_snapshot(built: Dataset, out: Path) -> None:
    snapshot = rdflib.Dataset()
    _fill(snapshot.graph(rdflib.URIRef(built.iris.graph("wikidata"))), built.snapshot)
    snapshot.serialize(out / "wikidata-snapshot.nq", format="nquads")


def _validate(graph: rdflib.Graph) -> None:
    import pyshacl

    shapes = rdflib.Graph()
    for path in sorted(find_resource("shapes").glob("*.ttl")):
        shapes.parse(path)
    pyshacl.validate(graph, shacl_graph=shapes, inference="none")


def _bind(graph: rdflib.Graph, prefixes: dict[str, str]) -> rdflib.Graph:
    for prefix, namespace in prefixes.items():
        graph.bind(prefix, namespace)
    return graph


def _fill(graph: rdflib.Graph, quads: Iterable[ox.Quad]) -> rdflib.Graph:
    for quad in quads:
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def _term(term: object) -> rdflib.term.Node:
    if isinstance(term, ox.Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        datatype = term.datatype.value
        plain = datatype.endswith("#string")
        return rdflib.Literal(term.value, datatype=None if plain else rdflib.URIRef(datatype))
    return rdflib.URIRef(term.value)


if __name__ == "__main__":
    write_files(Path(sys.argv[1]), check="check" in sys.argv[2:])
