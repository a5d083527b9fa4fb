"""Build layer: accepted links of instruments and topics, for `graph/vocabularies`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pyoxigraph as ox

from communique.build.graph import GraphBuilder
from communique.build.terms import SAME_AS
from communique.core.iris import Iris
from communique.core.resources import find_resource
from communique.read.links import FILE_NAME, read_links

#: The folders of `data/` with links of what `graph/vocabularies` defines.
_FOLDERS: Final = ("instruments", "topics")


def build_links(iris: Iris, *, data: Path | None = None) -> list[ox.Quad]:
    """Return `schema:sameAs` quads of `graph/vocabularies`: what was accepted, nothing else.

    `data` is the folder with `instruments/` and `topics/`, the shipped one if not given. Errors:
    those of `read_links`.
    """
    graph = GraphBuilder(iris.graph("vocabularies"))
    for folder in _FOLDERS:
        for link in read_links((data or find_resource("data")) / folder / FILE_NAME):
            if link.review == "accepted":
                subject = ox.NamedNode(iris.rebase(link.subject))
                graph.add(subject, SAME_AS, ox.NamedNode(link.target))
    return graph.quads
