"""Load layer: which graphs of a store are ours and no longer built.

A graph is ours only if its name and what stands in it both say so: it is named as a declaration's
graph under our base, and every subject in it is a thing under our base. Nothing else is removed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from communique.core.iris import NAMESPACE, Iris
from communique.load.sparql_store import SparqlStore, write_iri
from communique.load.staging import begin_staging

_NAME: Final = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)(/derived)?")
#: Graphs that belong to no single declaration.
_SHARED: Final = frozenset(["catalogue", "ontology", "states", "vocabularies", "wikidata"])


@dataclass(frozen=True)
class Candidates:
    """Graphs under our base that are no longer built: those that are ours, and those left alone."""

    ours: tuple[str, ...]
    unclear: tuple[str, ...]


def find_unbuilt(store: SparqlStore, built: Iterable[str], base: str) -> Candidates:
    """Return the graphs under the base that the store holds and the build doesn't."""
    known = frozenset(built)
    names = [name for name in store.list_graphs(Iris(base).graph()) if name not in known]
    ours = tuple(name for name in names if is_ours(store, name, base))
    return Candidates(ours, tuple(name for name in names if name not in ours))


def find_leftovers(store: SparqlStore, base: str) -> list[str]:
    """Return the staging graphs that killed runs left behind; not those of another base."""
    return store.list_graphs(begin_staging(Iris(base).graph()))


def is_ours(store: SparqlStore, graph: str, base: str) -> bool:
    """Tell whether a graph is that of a declaration of ours, by its name and all its subjects."""
    match = _NAME.fullmatch(graph.removeprefix(Iris(base).graph()))
    if match is None or match[1] in _SHARED:
        return False
    place, work = write_iri(graph), write_iri(Iris(base).thing(match[1]))
    things = str(ox.Literal(Iris(base).thing()))
    stranger = f"GRAPH {place} {{ ?s ?p ?o FILTER(isBlank(?s) || !STRSTARTS(STR(?s), {things})) }}"
    if store.holds(stranger):
        return False
    if match[2]:
        return store.holds(f"GRAPH {place} {{ ?s ?p {work} }}")
    return store.holds(f"GRAPH {place} {{ {work} a <{NAMESPACE}Declaration> }}")
