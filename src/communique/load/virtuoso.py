"""Load layer: Virtuoso 7, which needs care: each rule here was measured on 7.2.5.

- `MOVE` and `COPY` over a graph that is there delete and insert the same triples in one
  transaction. If the server is killed before its next checkpoint, its log is replayed in another
  order, and the triples that both versions share are gone. So only the difference is applied.
- `COPY` into a graph that isn't there, and updates that apply a difference, are durable.
- Of two operations in one request the first is committed alone if the client is gone before the
  second, so the difference is applied by one operation, which deletes and inserts.
- An update that changes about a million triples fails: 'limit'. So it goes in steps.
- PUT over a graph that is there has the same flaw as MOVE: the graph is dropped first.
- An answer is capped in silence (`ResultSetMaxRows`), the graph store protocol's, too: pages.
- Updates have to be sent as `query`; a reader may see a difference half applied.
- The plan of an update is kept by its text. One made for small graphs took a minute where a new
  one takes two seconds, so no two updates have the same text.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Final

from communique.load.graph_copy import GraphCopy
from communique.load.sparql_store import SparqlStore, write_iri

#: How many triples one update may change.
STEP_SIZE: Final = 200_000
_MIXTURE: Final = (
    "Virtuoso: while a graph that is there is changed (about a second for 100,000 triples) a reader"
    " may see a mixture; a graph that is new appears at once."
)


@dataclass
class VirtuosoStore(SparqlStore):
    """A Virtuoso by its addresses."""

    kind: str = "virtuoso"
    page_size: int | None = 50_000

    def describe_limits(self) -> list[str]:
        """Return what an operator should know beforehand."""
        return [
            *super().describe_limits(),
            _MIXTURE,
            f"Virtuoso: a change of more than {STEP_SIZE:,} triples is made in several steps.",
        ]

    def is_atomic(self, *, old_count: int, changes: int) -> bool:
        """Tell whether a switch that changes so many triples is one transaction."""
        return old_count == 0 or changes <= STEP_SIZE

    def put(self, graph: str, copy: GraphCopy) -> None:
        """Make `graph` hold the triples of `copy`; what it held before is dropped first."""
        if self.count(graph):
            self.drop(graph)
        super().put(graph, copy)

    def switch(
        self, staging: str, graph: str, copy: GraphCopy, *, old_count: int, changes: int
    ) -> None:
        """Make the graph equal to the staged one; the staged one stays as it is."""
        new, old = write_iri(staging), write_iri(graph)
        if old_count == 0:
            self._change(f"COPY GRAPH {new} TO GRAPH {old}")
        elif self.is_atomic(old_count=old_count, changes=changes):
            self._change(_apply_difference(new, old))
        else:
            self._switch_in_steps(new, old, graph, copy)

    def _switch_in_steps(self, new: str, old: str, graph: str, copy: GraphCopy) -> None:
        """Insert what is new, then delete what is old; each step is limited, and repeated.

        It ends early if nothing moves any more: the verification that follows will say so.
        """
        for write, is_done in ((_insert_new, False), (_delete_old, True)):
            before = -1
            while (count := self.count(graph)) != before:
                before = count
                if is_done and count == copy.fingerprint.count:
                    break
                self._change(write(new, old, STEP_SIZE))

    def _change(self, update: str) -> None:
        text = f"# {uuid.uuid4()}\n{update}"
        self.client.change(self.addresses.update or "", text, parameter="query")


def _apply_difference(new: str, old: str) -> str:
    """Return the one operation that makes the old graph equal to the new one.

    A row of the union binds the variables of one template only; the other skips it. Source: SPARQL
    1.1 Update, section 3.1.3.
    """
    gone = f"GRAPH {old} {{ ?s ?p ?o }} FILTER NOT EXISTS {{ GRAPH {new} {{ ?s ?p ?o }} }}"
    came = f"GRAPH {new} {{ ?x ?y ?z }} FILTER NOT EXISTS {{ GRAPH {old} {{ ?x ?y ?z }} }}"
    return (
        f"DELETE {{ GRAPH {old} {{ ?s ?p ?o }} }} INSERT {{ GRAPH {old} {{ ?x ?y ?z }} }}"
        f" WHERE {{ {{ {gone} }} UNION {{ {came} }} }}"
    )


def _insert_new(new: str, old: str, limit: int) -> str:
    """Return the update that inserts what only the new graph holds, so many triples at most."""
    return f"INSERT {{ GRAPH {old} {{ ?s ?p ?o }} }} WHERE {_only_in(new, old, limit)}"


def _delete_old(new: str, old: str, limit: int) -> str:
    """Return the update that deletes what only the old graph holds, so many triples at most."""
    return f"DELETE {{ GRAPH {old} {{ ?s ?p ?o }} }} WHERE {_only_in(old, new, limit)}"


def _only_in(one: str, other: str, limit: int) -> str:
    pattern = (
        f"{{ GRAPH {one} {{ ?s ?p ?o }} FILTER NOT EXISTS {{ GRAPH {other} {{ ?s ?p ?o }} }} }}"
    )
    return f"{{ {{ SELECT ?s ?p ?o WHERE {pattern} LIMIT {limit} }} }}"
