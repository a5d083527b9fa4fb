"""Write layer: quads as N-Quads, Turtle and TriG, deterministically.

N-Quads come sorted, which without blank nodes is their canonical form (RDFC-1.0). Turtle and TriG
keep the order of the build, with the triples of each subject together, laid out so that a change
of one fact is a change of few lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import pyoxigraph as ox

from communique.build.terms import TYPE

_A: Final = "a"
_ANNOTATION: Final = "cq:Annotation"
#: A triple as its terms are written.
Row = tuple[str, str, str]

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
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
    text = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
    lines = text.splitlines(keepends=True)
    return b"".join(sorted(set(lines)))


class TurtleWriter:
    """Writes Turtle and TriG with one table of prefixes; IRIs under `base` are written short."""

    def __init__(self, *, prefixes: Mapping[str, str], base: str) -> None:
        """Begin with nothing written; what is written for one file serves the next."""
        self._terms = _Terms(prefixes, base)
        self._rows: dict[int, tuple[Sequence[ox.Quad], list[Row]]] = {}

    def write_turtle(self, graphs: Iterable[Sequence[ox.Quad]]) -> bytes:
        """Return the triples of all graphs merged, in UTF-8."""
        rows = [row for quads in graphs for row in self._write_rows(quads)]
        return "\n".join([*self._terms.header(), "", *_write_nodes(rows, indent=""), ""]).encode()

    def write_trig(self, graphs: Mapping[str, Sequence[ox.Quad]]) -> bytes:
        """Return the named graphs one after another, in UTF-8."""
        lines = [*self._terms.header(), ""]
        for name, quads in graphs.items():
            graph = self._terms.write(ox.NamedNode(name))
            nodes = _write_nodes(self._write_rows(quads), indent="  ")
            lines += [f"{graph} {{", *nodes, "}", ""]
        return "\n".join(lines).encode()

    def _write_rows(self, quads: Sequence[ox.Quad]) -> list[Row]:
        """Return a graph's triples as written terms, once for all the files that hold it."""
        held = self._rows.get(id(quads))
        if held is None:
            write, write_predicate = self._terms.write, self._terms.write_predicate
            rows = [
                (write(quad.subject), write_predicate(quad.predicate), write(quad.object))
                for quad in quads
            ]
            held = self._rows[id(quads)] = (quads, rows)
        return held[1]


def _write_nodes(rows: Iterable[Row], *, indent: str) -> Iterator[str]:
    """Yield the subjects, each with its predicates in the order of their first appearance.

    A node's types stand on one line and every other triple on a line of its own, closed by itself,
    so that a triple comes or goes without a change of its neighbours. An annotation is one fact
    with its origin, and one line.
    """
    nodes: dict[str, dict[str, dict[str, None]]] = {}
    for subject, predicate, value in rows:
        nodes.setdefault(subject, {}).setdefault(predicate, {})[value] = None
    between = f"\n{indent}  "
    for subject, own in nodes.items():
        types = own.pop(_A, {})
        facts = [f"{_A} {' , '.join(types)}"] if types else []
        facts += [f"{predicate} {value}" for predicate, values in own.items() for value in values]
        if _ANNOTATION in types:
            yield f"{indent}{subject} {' ; '.join(facts)} ."
        else:
            yield between.join([indent + subject, *[f"{fact} ;" for fact in facts], "."])


class _Terms:
    """Writes terms short where that is safe; every term is written once and remembered."""

    def __init__(self, prefixes: Mapping[str, str], base: str) -> None:
        self._prefixes, self._base = prefixes, base
        self._written: dict[object, str] = {}
        self._predicates: dict[object, str] = {TYPE: _A}

    def header(self) -> list[str]:
        """Return the lines of `@base` and `@prefix`."""
        prefixes = [f"@prefix {prefix}: <{name}> ." for prefix, name in self._prefixes.items()]
        return [f"@base <{self._base}> .", *prefixes]

    def write_predicate(self, predicate: ox.NamedNode) -> str:
        """Return a predicate, `a` for rdf:type."""
        written = self._predicates.get(predicate)
        if written is None:
            written = self._predicates[predicate] = self._write(predicate)
        return written

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
