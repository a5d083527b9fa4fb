"""Write layer: quads as N-Quads, Turtle and TriG, deterministically.

N-Quads come sorted, which without blank nodes is their canonical form (RDFC-1.0). Turtle and TriG
keep the order of the build, with the triples of each subject together and one value a line, so
that a change of one fact is a change of few lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import pyoxigraph as ox

Values = dict[object, None]

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_TYPE: Final = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
#: Local names that need no escape. Source: Turtle, section 6.5, PN_LOCAL (a part of it).
_LOCAL: Final = re.compile(r"[A-Za-z_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
#: Paths that stay the same when resolved against the base: no empty or dot segments.
_RELATIVE: Final = re.compile(
    r"(?:id|graph)(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*(?:#[A-Za-z0-9=,_-]+)?"
)
#: Canonical numbers that Turtle may write bare. Source: Turtle, section 2.5.2.
_INTEGER: Final = re.compile(r"0|-?[1-9][0-9]*")


def write_nquads(quads: Iterable[ox.Quad]) -> bytes:
    """Return the canonical N-Quads of a data set without blank nodes, in UTF-8.

    Source: RDF Dataset Canonicalization (RDFC-1.0), section 5.
    """
    lines = ox.serialize(quads, format=ox.RdfFormat.N_QUADS).splitlines(keepends=True)
    return b"".join(sorted(set(lines)))


def write_turtle(quads: Iterable[ox.Quad], *, prefixes: Mapping[str, str], base: str) -> bytes:
    """Return the triples of all graphs merged, in UTF-8; IRIs under `base` are written short."""
    terms = _Terms(prefixes, base)
    blocks = _write_nodes(_group(quads), terms, indent="")
    return "\n".join([*terms.header(), "", *blocks, ""]).encode()


def write_trig(
    graphs: Mapping[str, Sequence[ox.Quad]], *, prefixes: Mapping[str, str], base: str
) -> bytes:
    """Return the named graphs one after another, in UTF-8."""
    terms = _Terms(prefixes, base)
    lines = [*terms.header(), ""]
    for name, quads in graphs.items():
        graph = terms.write(ox.NamedNode(name))
        lines += [f"{graph} {{", *_write_nodes(_group(quads), terms, indent="  "), "}", ""]
    return "\n".join(lines).encode()


def _group(quads: Iterable[ox.Quad]) -> Mapping[object, Mapping[ox.NamedNode, Values]]:
    """Return values by subject and predicate, each in the order of its first appearance."""
    nodes: dict[object, dict[ox.NamedNode, Values]] = {}
    for quad in quads:
        nodes.setdefault(quad.subject, {}).setdefault(quad.predicate, {})[quad.object] = None
    return nodes


def _write_nodes(
    nodes: Mapping[object, Mapping[ox.NamedNode, Values]], terms: _Terms, *, indent: str
) -> Iterator[str]:
    for subject, own in nodes.items():
        yield indent + terms.write(subject)
        last = len(own) - 1
        for number, (predicate, values) in enumerate(own.items()):
            joined = f" ,\n{indent}    ".join(terms.write(value) for value in values)
            end = " ;" if number < last else " ."
            yield f"{indent}  {terms.write_predicate(predicate)} {joined}{end}"


class _Terms:
    """Writes terms short where that is safe; every term is written once and remembered."""

    def __init__(self, prefixes: Mapping[str, str], base: str) -> None:
        self._prefixes, self._base = prefixes, base
        self._written: dict[object, str] = {}

    def header(self) -> list[str]:
        """Return the lines of `@base` and `@prefix`."""
        prefixes = [f"@prefix {prefix}: <{name}> ." for prefix, name in self._prefixes.items()]
        return [f"@base <{self._base}> .", *prefixes]

    def write_predicate(self, predicate: ox.NamedNode) -> str:
        """Return a predicate, `a` for rdf:type."""
        return "a" if str(predicate) == _TYPE else self.write(predicate)

    def write(self, term: object) -> str:
        """Return a term in Turtle."""
        written = self._written.get(term)
        if written is None:
            written = self._written[term] = self._write(term)
        return written

    def _write(self, term: object) -> str:
        if isinstance(term, ox.NamedNode):
            return self._shorten(term.value)
        if isinstance(term, ox.Literal):
            return self._write_literal(term)
        raise TypeError(f"{term} is neither IRI nor literal; the data has no blank nodes")

    def _shorten(self, iri: str) -> str:
        if iri.startswith(self._base) and _RELATIVE.fullmatch(iri, len(self._base)):
            return f"<{iri[len(self._base) :]}>"
        for prefix, namespace in self._prefixes.items():
            if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
                return f"{prefix}:{iri[len(namespace) :]}"
        return f"<{iri}>"

    def _write_literal(self, term: ox.Literal) -> str:
        datatype, words = term.datatype.value, term.value
        if datatype == _XSD + "boolean" and words in ("true", "false"):
            return words
        if datatype == _XSD + "integer" and _INTEGER.fullmatch(words):
            return words
        if datatype.startswith(_XSD) and datatype != _XSD + "string":
            quoted = str(ox.Literal(words))
            return f"{quoted}^^{self._shorten(datatype)}"
        return str(term)
