"""Check layer: all that is looked at when the ontology is checked, in one store.

The default graph holds the ontology and its alignments. Named graphs hold the rest:
`graph/vocabularies` (forces, topics, instruments, addressees), `graph/shapes`, `graph/data` (what
the declarations say, as built), `graph/external-terms` (the terms that outside vocabularies have)
and `graph/uses`: for each term the places that name it, SPARQL texts included.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from communique.build.project import load_dataset
from communique.check.ontology_terms import find_terms, read_term_list
from communique.core.iris import DEFAULT_BASE
from communique.core.resources import find_resource
from communique.core.source import read_text
from communique.core.strict_yaml import read_yaml
from communique.read.vocabulary import VOCABULARY_FILES, read_turtle

GRAPHS: Final = f"{DEFAULT_BASE}graph/"
#: The files that are checked where no others are named.
ONTOLOGY_FILES: Final = ("communique.ttl", "alignments.ttl")
_THINGS: Final = f"{DEFAULT_BASE}id/"
_REFERENCED_BY: Final = ox.NamedNode("http://purl.org/dc/terms/isReferencedBy")
_DEFINED_BY: Final = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#isDefinedBy")
_TYPE: Final = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_DATASET: Final = ox.NamedNode("http://rdfs.org/ns/void#Dataset")
#: The graphs that hold what declarations say; Wikidata's snapshot speaks its own vocabulary.
_NOT_DATA: Final = frozenset({"ontology", "vocabularies", "catalogue", "wikidata"})


@dataclass(frozen=True)
class Material:
    """The files of the ontology, and the built data that go with them."""

    files: tuple[Path, ...]
    store: ox.Store

    @property
    def ontology(self) -> list[ox.Quad]:
        """The triples of the ontology and its alignments."""
        return list(self.store.quads_for_pattern(None, None, None, ox.DefaultGraph()))

    def graph(self, name: str) -> list[ox.Quad]:
        """Return the quads of a named graph."""
        return list(self.store.quads_for_pattern(None, None, None, ox.NamedNode(GRAPHS + name)))


def load_material(files: Iterable[Path] = ()) -> Material:
    """Return the shipped ontology, or `files` in its place, with all that uses it.

    Errors: C001, C003 to C005 and C080 from reading; those of building the shipped declarations.
    """
    folder = find_resource("ontology")
    chosen = tuple(files) or tuple(folder / name for name in ONTOLOGY_FILES)
    parts: list[tuple[str, str, list[ox.Triple]]] = [
        ("", f"ontology/{path.name}", _read(path)) for path in chosen
    ]
    for name in VOCABULARY_FILES:
        parts.append(("vocabularies", f"ontology/{name}", _read(folder / name)))
    for path in sorted(find_resource("shapes").glob("*.ttl")):
        parts.append(("shapes", f"shapes/{path.name}", _read(path)))
    parts += [("data", "data", triples) for triples in _build_data()]
    store = ox.Store()
    for graph, place, triples in parts:
        node = ox.NamedNode(GRAPHS + graph) if graph else ox.DefaultGraph()
        store.bulk_extend(ox.Quad(*triple, node) for triple in triples)
        store.bulk_extend(_list_uses(triples, place))
    store.bulk_extend(_list_uses_of_sparql(parts))
    store.bulk_extend(_list_outside_terms(folder / "external-terms"))
    return Material(chosen, store)


def _read(path: Path) -> list[ox.Triple]:
    return [quad.triple for quad in read_turtle(path)]


def _build_data() -> Iterator[list[ox.Triple]]:
    for graph, quads in load_dataset().graphs.items():
        if graph.removeprefix(GRAPHS) not in _NOT_DATA:
            yield [quad.triple for quad in quads]


def _list_uses(triples: Iterable[ox.Triple], place: str) -> Iterator[ox.Quad]:
    """Yield where each IRI is named that isn't the IRI of a thing in the data."""
    terms = {
        term.value
        for triple in triples
        for term in triple
        if isinstance(term, ox.NamedNode) and not term.value.startswith(_THINGS)
    }
    return (_use(iri, place) for iri in sorted(terms))


def _list_uses_of_sparql(parts: Iterable[tuple[str, str, list[ox.Triple]]]) -> Iterator[ox.Quad]:
    """Yield the terms that queries, rules and SPARQL-based constraints name."""
    prefixes = _read_prefixes()
    texts = [
        (f"{folder}/{path.relative_to(root).as_posix()}", read_text(path))
        for folder, root in (
            ("queries", find_resource("queries")),
            ("shapes", find_resource("shapes")),
        )
        for path in sorted(root.rglob("*.rq"))
    ]
    texts += [
        (place, triple.object.value)
        for graph, place, triples in parts
        for triple in triples
        if graph == "shapes" and triple.predicate.value.endswith(("#select", "#ask"))
    ]
    for place, text in texts:
        for iri in find_terms(text, prefixes):
            yield _use(iri, place)


def _read_prefixes() -> Mapping[str, str]:
    entries = read_yaml(find_resource("ontology", "prefixes.yaml")).entries()
    return {prefix.text(): namespace.text() for prefix, namespace in entries}


def _list_outside_terms(folder: Path) -> Iterator[ox.Quad]:
    graph = ox.NamedNode(GRAPHS + "external-terms")
    for path in sorted(folder.glob("*.txt")):
        listed = read_term_list(path)
        namespace = ox.NamedNode(listed.namespace)
        yield ox.Quad(namespace, _TYPE, _DATASET, graph)
        for name in sorted(listed.names):
            yield ox.Quad(ox.NamedNode(listed.namespace + name), _DEFINED_BY, namespace, graph)


def _use(iri: str, place: str) -> ox.Quad:
    graph = ox.NamedNode(f"{GRAPHS}uses")
    return ox.Quad(ox.NamedNode(iri), _REFERENCED_BY, ox.Literal(place), graph)
