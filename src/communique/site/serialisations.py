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
        ntriples = _sort(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"")
        used = self._find_used(ntriples)
        return {
            "ttl": TurtleWriter(prefixes=used, base=self._base).write_turtle([quads]),
            "jsonld": ox.serialize(triples, format=ox.RdfFormat.JSON_LD, prefixes=used) or b"",
            "nt": ntriples,
            "rdf": ox.serialize(triples, format=ox.RdfFormat.RDF_XML, prefixes=used) or b"",
        }

    def _find_used(self, ntriples: bytes) -> dict[str, str]:
        """Return the prefixes that a document may need, in the order of the table."""
        names = self._prefixes.items()
        return {prefix: name for prefix, name in names if f"<{name}".encode() in ntriples}


def _sort(ntriples: bytes) -> bytes:
    return b"".join(sorted(ntriples.splitlines(keepends=True)))
