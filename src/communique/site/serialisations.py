"""Site layer: one document's triples in the four formats that are published beside its page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import pyoxigraph as ox

from communique.write.rdf_text import TurtleWriter

#: The formats by the ending of their files, with their media types.
MEDIA_TYPES: Final[Mapping[str, str]] = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}


class DocumentWriter:
    """Writes documents; the prefixes of Turtle are shared by all of them."""

    def __init__(self, *, prefixes: Mapping[str, str], base: str) -> None:
        """Keep the shared table of prefixes and the base of the data's IRIs."""
        self._prefixes, self._base = dict(prefixes), base

    def write(self, triples: Sequence[ox.Triple]) -> dict[str, bytes]:
        """Return the triples in each format by its ending, deterministically, in UTF-8."""
        quads = [ox.Quad(t.subject, t.predicate, t.object) for t in triples]
        writer = TurtleWriter(prefixes=self._used(triples), base=self._base)
        return {
            "ttl": writer.write_turtle([quads]),
            "jsonld": self._serialise(triples, ox.RdfFormat.JSON_LD),
            "nt": _sort(self._serialise(triples, ox.RdfFormat.N_TRIPLES)),
            "rdf": self._serialise(triples, ox.RdfFormat.RDF_XML),
        }

    def _used(self, triples: Sequence[ox.Triple]) -> dict[str, str]:
        """Return the prefixes that a document may need, in the order of the table."""
        text = "\n".join(str(triple) for triple in triples)
        return {prefix: name for prefix, name in self._prefixes.items() if f"<{name}" in text}

    def _serialise(self, triples: Sequence[ox.Triple], form: ox.RdfFormat) -> bytes:
        prefixes = None if form == ox.RdfFormat.N_TRIPLES else self._used(triples)
        return ox.serialize(triples, format=form, prefixes=prefixes) or b""


def _sort(ntriples: bytes) -> bytes:
    return b"".join(sorted(ntriples.splitlines(keepends=True)))
