"""Build layer: all named graphs of a data set, one declaration at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, TypeVar

import pyoxigraph as ox

from communique.build.catalogue import build_catalogue
from communique.build.declaration import DeclarationBuilder
from communique.build.derived import DerivedBuilder
from communique.build.graph import GraphBuilder
from communique.build.links import build_links
from communique.build.parties import build_records
from communique.build.wikidata import build_snapshot
from communique.core.iris import Iris
from communique.core.model import Declaration, PartyRecord
from communique.read.registry import Registry
from communique.read.turtle import read_turtle
from communique.read.vocabulary import VOCABULARY_FILES

_Term = TypeVar("_Term")
_ONTOLOGY_FILES: Final = ("communique.ttl", "alignments.ttl")


@dataclass(frozen=True)
class DeclarationGraphs:
    """One declaration with its two graphs and the records of the parties that it names."""

    declaration: Declaration
    main: Sequence[ox.Quad]
    derived: Sequence[ox.Quad]
    records: Sequence[PartyRecord]

    @cached_property
    def named(self) -> frozenset[str]:
        """The IRIs that stand as objects in the two graphs."""
        objects = (quad.object for quad in (*self.main, *self.derived))
        return frozenset(node.value for node in objects if isinstance(node, ox.NamedNode))


@dataclass(frozen=True)
class Dataset:
    """All graphs; `graphs` holds each one's quads by its IRI, the Wikidata snapshot apart."""

    iris: Iris
    declarations: Sequence[DeclarationGraphs]
    vocabularies: Sequence[ox.Quad]
    graphs: Mapping[str, Sequence[ox.Quad]]
    snapshot: Sequence[ox.Quad]

    def stand_alone(self, graphs: DeclarationGraphs) -> list[Sequence[ox.Quad]]:
        """Return one declaration's quads with its shortcuts, its parties, forces and topics.

        Instruments and addressees come with it if it names them. The quads keep the names of the
        graphs that they come from.
        """
        records = GraphBuilder(self.iris.graph("states"))
        build_records(records, self.iris, graphs.records)
        whole = tuple(self.iris.thing(kind, "") for kind in ("scheme", "force", "topic"))
        concepts = [
            quad
            for quad in self.vocabularies
            if (iri := _iri(quad)).startswith(whole) or iri in graphs.named
        ]
        return [graphs.main, graphs.derived, records.quads, concepts]


def build_declaration(
    declaration: Declaration, *, registry: Registry, iris: Iris
) -> DeclarationGraphs:
    """Return the graphs of one declaration, as `docs/model.md` lists them."""
    main = DeclarationBuilder(declaration, iris).build()
    derived = DerivedBuilder(declaration, iris).build()
    parties = sorted(_named_parties(declaration) & set(registry.records))
    return DeclarationGraphs(declaration, main, derived, [registry.records[p] for p in parties])


def build_dataset(
    declarations: Sequence[DeclarationGraphs], *, ontology: Path, iris: Iris
) -> Dataset:
    """Return the declarations' graphs with states, vocabularies, ontology and catalogue.

    `ontology` is the folder of the ontology's files. Errors: C001 and C080 from reading them.
    """
    records = {one.identifier: one for graphs in declarations for one in graphs.records}
    states = GraphBuilder(iris.graph("states"))
    build_records(states, iris, [records[party] for party in sorted(records)])
    vocabularies = _read_vocabularies(declarations, ontology, iris)
    graphs = {
        **{iris.graph(one.declaration.slug): one.main for one in declarations},
        **{iris.graph(one.declaration.slug, "derived"): one.derived for one in declarations},
        iris.graph("states"): states.quads,
        iris.graph("vocabularies"): vocabularies,
        iris.graph("ontology"): _read_graph(
            ontology, _ONTOLOGY_FILES, iris.graph("ontology"), iris
        ),
    }
    titles = {one.declaration.slug: one.declaration for one in declarations}
    graphs[iris.graph("catalogue")] = build_catalogue(graphs, titles, iris)
    snapshot = build_snapshot([records[party] for party in sorted(records)], iris)
    return Dataset(iris, declarations, vocabularies, graphs, snapshot)


def _read_vocabularies(
    declarations: Sequence[DeclarationGraphs], ontology: Path, iris: Iris
) -> list[ox.Quad]:
    """Return the vocabularies with their links; of the instruments, those that are cited."""
    named = {iri for graphs in declarations for iri in graphs.named}
    instruments = iris.thing("instrument", "")
    quads = [
        *_read_graph(ontology, VOCABULARY_FILES, iris.graph("vocabularies"), iris),
        *build_links(iris),
    ]
    return [quad for quad in quads if not _iri(quad).startswith(instruments) or _iri(quad) in named]


def _iri(quad: ox.Quad) -> str:
    return quad.subject.value if isinstance(quad.subject, ox.NamedNode) else ""


def _named_parties(declaration: Declaration) -> set[str]:
    parties = {endorsement.party for endorsement in declaration.endorsements}
    parties |= {party for passage in declaration.passages for party in passage.mentions}
    for _, statement in declaration.statements():
        parties |= {party for act in statement.acts for party in act.addressees}
    return parties


def _read_graph(folder: Path, names: Iterable[str], graph: str, iris: Iris) -> list[ox.Quad]:
    """Return Turtle files as one named graph, each quad once, data IRIs under the base set."""
    name = ox.NamedNode(graph)
    quads = [quad for file in names for quad in read_turtle(folder / file)]
    rebased = (
        ox.Quad(_rebase(quad.subject, iris), quad.predicate, _rebase(quad.object, iris), name)
        for quad in quads
    )
    return list(dict.fromkeys(rebased))


def _rebase(term: _Term, iris: Iris) -> _Term | ox.NamedNode:
    return ox.NamedNode(iris.rebase(term.value)) if isinstance(term, ox.NamedNode) else term
