"""Load layer: Oxigraph, whose transactions aren't kept apart: measured on 0.5.

A DROP or PUT of a graph beside a MOVE to it that isn't done yet, as after a lost connection, may
leave triples of a graph that is no longer listed. No DROP, PUT or MOVE ever removes those, and
queries see them. So a graph is emptied by pattern, too, wherever one is dropped or replaced.
"""

from __future__ import annotations

from dataclasses import dataclass

from communique.load.graph_copy import GraphCopy
from communique.load.sparql_store import SparqlStore, write_iri


@dataclass
class OxigraphStore(SparqlStore):
    """An Oxigraph by its addresses."""

    kind: str = "oxigraph"

    def put(self, graph: str, copy: GraphCopy) -> None:
        """Make `graph` hold the triples of `copy`; what it held before is dropped first."""
        if self.addresses.update is not None and self.count(graph):
            self.drop(graph)
        super().put(graph, copy)

    def switch(
        self, staging: str, graph: str, copy: GraphCopy, *, old_count: int, changes: int
    ) -> None:
        """Give the staged triples the graph's name, in one request, which is one transaction."""
        if self.addresses.update is None:
            super().switch(staging, graph, copy, old_count=old_count, changes=changes)
        else:
            move = f"MOVE GRAPH {write_iri(staging)} TO GRAPH {write_iri(graph)}"
            self._change(f"{_empty(graph)} ;\n{move}")

    def drop(self, graph: str) -> None:
        """Remove a graph, if it is there, and triples that no list of graphs shows."""
        if self.addresses.update is None:
            super().drop(graph)
        else:
            self._change(_empty(graph))


def _empty(graph: str) -> str:
    name = write_iri(graph)
    return f"DROP SILENT GRAPH {name} ;\nDELETE WHERE {{ GRAPH {name} {{ ?s ?p ?o }} }}"
