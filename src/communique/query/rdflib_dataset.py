"""Query layer: the shipped declarations as an rdflib Dataset, for people who work with rdflib."""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox
import rdflib

from communique.query.library import load_prefixes


def load_rdflib_dataset() -> rdflib.Dataset:
    """Return a new Dataset with the graphs of `docs/model.md`; its default graph is their union."""
    dataset = rdflib.Dataset(default_union=True)
    for prefix, namespace in load_prefixes().items():
        dataset.bind(prefix, namespace, replace=True)
    dataset.parse(data=_build(), format="nquads")
    return dataset


@cache
def _build() -> bytes:
    from communique.build.project import load_dataset

    quads = (quad for graph in load_dataset().graphs.values() for quad in graph)
    return ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
