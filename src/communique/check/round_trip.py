"""Check layer: the source rebuilt from the leaf spans of a graph, byte for byte."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

import pyoxigraph as ox

from communique.build.terms import END, EXACT, START, cq, dcterms

#: An offset that a source can have; a graph of others may hold anything.
OFFSET: Final = re.compile(r"[0-9]{1,9}")
#: The properties that a source is rebuilt from.
ANCHORS: Final = (START, END, EXACT, cq("sha256"), dcterms("isPartOf"))


@dataclass(frozen=True)
class RoundTrip:
    """What the leaves of one source document give, against the sha256 that the graph states."""

    document: str
    text: str
    leaves: int
    sha256: str

    @property
    def is_exact(self) -> bool:
        """Whether the rebuilt bytes have the source's sha256."""
        return hashlib.sha256(self.text.encode()).hexdigest() == self.sha256


def rebuild_sources(triples: Iterable[ox.Triple | ox.Quad]) -> list[RoundTrip]:
    """Return each source document's text, rebuilt from the spans that contain no other.

    The leaves are found from their offsets alone; `cq:Leaf` is not looked at.
    """
    index = _index(triples)
    documents = index.get(cq("sha256").value, {})
    return [_rebuild(document, str(sha), index) for document, sha in sorted(documents.items())]


def _index(triples: Iterable[ox.Triple | ox.Quad]) -> dict[str, dict[str, str]]:
    """Return subject to value for each property that is looked at (all have one value)."""
    wanted = {term.value for term in ANCHORS}
    found: dict[str, dict[str, str]] = {}
    for triple in triples:
        predicate = triple.predicate.value
        subject, value = triple.subject, triple.object
        if (
            predicate in wanted
            and isinstance(subject, ox.NamedNode)
            and not isinstance(value, ox.Triple)
        ):
            found.setdefault(predicate, {})[subject.value] = value.value
    return found


def _rebuild(document: str, sha256: str, index: Mapping[str, Mapping[str, str]]) -> RoundTrip:
    starts, ends = (_read_offsets(index.get(term.value, {})) for term in (START, END))
    part_of = index.get(dcterms("isPartOf").value, {})
    spans = sorted(
        (starts[node], -ends[node], node)
        for node in starts
        if part_of.get(node) == document and node in ends
    )
    words = index.get(EXACT.value, {})
    leaves = [
        node
        for (_, end, node), following in zip_longest(spans, spans[1:])
        if following is None or following[0] >= -end
    ]
    text = "".join(words.get(node, "") for node in leaves)
    return RoundTrip(document, text, len(leaves), sha256)


def _read_offsets(written: Mapping[str, str]) -> dict[str, int]:
    """Return offsets by span; one that isn't a whole number is none."""
    return {span: int(offset) for span, offset in written.items() if OFFSET.fullmatch(offset)}
