"""Query layer: the graph for people who use rdflib."""

from __future__ import annotations

import rdflib

from communique.build.project import load_dataset
from communique.write.rdf_text import write_nquads


def load_rdflib_dataset() -> rdflib.Dataset:
    """Return the shipped declarations as a Dataset whose default graph is the union of its graphs."""
    built = load_dataset()
    quads = [quad for graph in built.graphs.values() for quad in graph]
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=write_nquads(quads), format="nquads")
    return dataset
