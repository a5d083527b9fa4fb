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
from communique.core.resources import Folder, find_resource
from communique.core.source import read_text
from communique.core.strict_yaml import read_yaml
from communique.read.turtle import read_turtle
from communique.read.vocabulary import VOCABULARY_FILES

GRAPHS: Final = f"{DEFAULT_BASE}graph/"
#: The files that are checked where no others are named.
ONTOLOGY_FILES: Final = ("communique.ttl", "alignments.ttl")
_THINGS: Final = f"{DEFAULT_BASE}id/"
_REFERENCED_BY: Final = ox.NamedNode("http://purl.org/dc/terms/isReferencedBy")
_DEFINED_BY: Final = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#isDefinedBy")
_TYPE: Final = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_DATASET: Final = ox.NamedNode("http://rdfs.org/ns/void#Dataset")
#: The properties whose values are SPARQL. Source: SHACL, section 5.1.
_SPARQL: Final = frozenset({"http://www.w3.org/ns/shacl#select", "http://www.w3.org/ns/shacl#ask"})
#: The built graphs that are no data of declarations, or speak a vocabulary that isn't ours.
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


@dataclass(frozen=True)
class Part:
    """Some triples: the graph they belong to ('' for the default graph), and where they stand."""

    graph: str
    place: str
    triples: list[ox.Triple]

    def quads(self) -> Iterator[ox.Quad]:
        """Yield the triples in their graph."""
        graph = ox.NamedNode(GRAPHS + self.graph) if self.graph else ox.DefaultGraph()
        for triple in self.triples:
            yield ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def load_material(files: Iterable[Path] = ()) -> Material:
    """Return the shipped ontology, or `files` in its place, with all that uses it.

    Errors: C001, C003 to C005 and C080 from reading; those of building the shipped declarations.
    """
    folder = find_resource("ontology")
    chosen = tuple(files) or tuple(folder / name for name in ONTOLOGY_FILES)
    parts = [
        *(Part("", f"ontology/{path.name}", _read(path)) for path in chosen),
        *(
            Part("vocabularies", f"ontology/{name}", _read(folder / name))
            for name in VOCABULARY_FILES
        ),
        *(Part("shapes", f"shapes/{path.name}", _read(path)) for path in _list_shapes()),
        *(Part("data", "data", triples) for triples in _build_data()),
    ]
    store = ox.Store()
    for part in parts:
        store.bulk_extend(part.quads())
        store.bulk_extend(_list_uses(part))
    store.bulk_extend(_list_uses_of_sparql(parts))
    store.bulk_extend(_list_outside_terms(folder / "external-terms"))
    return Material(chosen, store)


def _read(path: Path) -> list[ox.Triple]:
    return [quad.triple for quad in read_turtle(path)]


def _list_shapes() -> list[Path]:
    return sorted(find_resource("shapes").glob("*.ttl"))


def _build_data() -> Iterator[list[ox.Triple]]:
    for graph, quads in load_dataset().graphs.items():
        if graph.removeprefix(GRAPHS) not in _NOT_DATA:
            yield [quad.triple for quad in quads]


def _list_uses(part: Part) -> Iterator[ox.Quad]:
    """Return where each IRI is named that isn't the IRI of a thing in the data."""
    terms = {
        term.value
        for triple in part.triples
        for term in triple
        if isinstance(term, ox.NamedNode) and not term.value.startswith(_THINGS)
    }
    return (_use(iri, part.place) for iri in sorted(terms))


def _list_uses_of_sparql(parts: Iterable[Part]) -> Iterator[ox.Quad]:
    """Yield the terms that queries, rules and SPARQL-based constraints name."""
    prefixes = _read_prefixes()
    folders: tuple[Folder, ...] = ("queries", "shapes")
    texts = [
        (f"{folder}/{path.relative_to(find_resource(folder)).as_posix()}", read_text(path))
        for folder in folders
        for path in sorted(find_resource(folder).rglob("*.rq"))
    ]
    texts += [
        (part.place, triple.object.value)
        for part in parts
        for triple in part.triples
        if triple.predicate.value in _SPARQL and isinstance(triple.object, ox.Literal)
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
