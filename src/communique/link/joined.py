"""Link layer: stores that answer joined questions: from the snapshot, or from Wikidata itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from communique.build.project import load_dataset
from communique.core.errors import InputError, Place
from communique.link.federation import is_joined, split_query
from communique.link.interview import Interview
from communique.link.wikidata import item_iri
from communique.query.answer import Answer, Engine, Table, Value
from communique.query.embedded import EmbeddedStore, open_folder
from communique.read.links import WIKIDATA_ENTITY

#: The file of a build that holds the snapshot.
SNAPSHOT_FILE: Final = "wikidata-snapshot.nq"
_LINKED: Final = """SELECT DISTINCT ?item WHERE {
  ?party <https://w3id.org/communique/ns#wikidata> ?item
} ORDER BY STR(?item)"""


@dataclass(frozen=True)
class LiveEngine:
    """Asks Wikidata for its part of a joined query, and `local` for the rest.

    What SERVICE would fetch is fetched by the interview, in batches and politely; a failed or
    truncated answer is an error and never an empty one.
    """

    local: Engine
    interview: Interview

    def run(self, query: str, values: Mapping[str, Value], *, origin: str) -> Answer:
        """Return the answer; errors C072, C103, those of the interview."""
        if not is_joined(query):
            return self.local.run(query, values, origin=origin)
        joined = split_query(query, Path(origin))
        items: list[Value] = [item_iri(item) for item in list_linked_items(self.local)]
        rows = self.interview.ask(joined.ask_group(), items)
        return self.local.run(joined.write_answered(rows), values, origin=origin)

    def select(self, query: str) -> Table:
        """Return the answer of a SELECT of our own, from the local store."""
        return self.local.select(query)


def list_linked_items(engine: Engine) -> list[str]:
    """Return the Wikidata items that a graph links to, sorted.

    Only those are sent to a server, so that nothing else of a foreign graph reaches it.
    """
    iris = [term.value for (term,) in engine.select(_LINKED).rows if isinstance(term, ox.NamedNode)]
    items = (iri.removeprefix(WIKIDATA_ENTITY) for iri in iris if iri.startswith(WIKIDATA_ENTITY))
    return [item for item in items if item[:1] == "Q" and item[1:].isdigit()]


def find_build(out: Path = Path("dist")) -> Path | None:
    """Return the folder of the finished build, or None where there is none."""
    return out if (out / SNAPSHOT_FILE).is_file() else None


def open_joined(folder: Path | None) -> EmbeddedStore:
    """Return the store of a finished build with its snapshot, or of the shipped data with theirs.

    Errors: C063 nothing to load, or no snapshot in the folder; C080 a file that can't be parsed.
    """
    if folder is None:
        return _open_shipped()
    snapshot = folder / SNAPSHOT_FILE
    if not snapshot.is_file():
        mend = "Run 'communique build', or name the folder of a build."
        raise InputError("C063", "there is no snapshot of Wikidata", mend=mend, place=Place(folder))
    store = open_folder(folder)
    for quad in open_folder(snapshot).store:
        store.store.add(quad)
    return store


def _open_shipped() -> EmbeddedStore:
    dataset, store = load_dataset(), ox.Store()
    for graph in dataset.graphs.values():
        store.bulk_extend(graph)
    store.bulk_extend(dataset.snapshot)
    return EmbeddedStore(store)
