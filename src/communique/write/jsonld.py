"""Write layer: one declaration as a JSON-LD tree that a person can read.

The root is the declaration; it holds its expressions, paragraphs (with their statements and acts),
endorsements (with their reservations) and parties. Each node is written out once, where the tree
meets it first; elsewhere it is named by its IRI.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import orjson
import pyoxigraph as ox

from communique.build.terms import TYPE, cq
from communique.write.jsonld_context import REVERSE, TERMS, Kind, make_context

Json = Any
#: Properties whose values are written out within the node that has them.
_EMBEDDED: Final = frozenset(
    cq(name).value
    for name in (
        "hasExpression",
        "hasSource",
        "hasParagraph",
        "hasStatement",
        "act",
        "citation",
        "topicAssignment",
        "span",
        "asteriskSpan",
        "adoptedAt",
        "hasReservation",
        "hasPoint",
        "correspondence",
    )
)
#: Which reverse names a class of node has, with the classes of the nodes found through them.
_REVERSED: Final[Mapping[str, Sequence[tuple[str, str]]]] = {
    cq("Declaration").value: [
        ("summaries", "Summary"),
        ("endorsements", "Endorsement"),
        ("endorsers", "Party"),
    ],
    cq("SourceDocument").value: [("contents", "Passage"), ("contents", "Furniture")],
}


def write_jsonld(quads: Iterable[ox.Quad], *, root: str, base: str) -> bytes:
    """Return the tree of a declaration (`root` is its IRI) with its context inline, in UTF-8."""
    tree = _Tree(quads, base)
    document = {"@context": make_context(base), **tree.write(root)}
    rest = [tree.write(subject) for subject in tree.left()]
    if rest:
        document["included"] = rest
    return _dump(document)


def write_context(base: str) -> bytes:
    """Return the context as a document of its own, in UTF-8."""
    return _dump({"@context": make_context(base)})


def _dump(document: Json) -> bytes:
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


class _Tree:
    """The nodes of a graph by subject, and which of them have been written out."""

    def __init__(self, quads: Iterable[ox.Quad], base: str) -> None:
        self._base = base
        self._nodes: dict[str, dict[str, dict[Any, None]]] = {}
        self._sources: dict[tuple[str, str], dict[str, None]] = {}
        self._written: set[str] = set()
        for quad in quads:
            self._index(quad)

    def _index(self, quad: ox.Quad) -> None:
        subject, predicate, value = _iri(quad.subject), quad.predicate.value, quad.object
        self._nodes.setdefault(subject, {}).setdefault(predicate, {})[value] = None
        if isinstance(value, ox.NamedNode):
            self._sources.setdefault((predicate, value.value), {})[subject] = None

    def left(self) -> Iterable[str]:
        """Yield the nodes that no tree has held yet."""
        for subject in self._nodes:
            if subject not in self._written:
                yield subject

    def write(self, subject: str, *, reached_by: str | None = None) -> dict[str, Json]:
        """Return a node, without the property that it was reached by against its direction."""
        self._written.add(subject)
        node = self._nodes[subject]
        types = [_iri(one) for one in node.get(TYPE.value, ())]
        written: dict[str, Json] = {"id": self._shorten(subject)}
        if types:
            names = [self._shorten(one, vocabulary=True) for one in types]
            written["type"] = names[0] if len(names) == 1 else names
        for predicate, values in node.items():
            if predicate not in (TYPE.value, reached_by):
                term = TERMS[predicate]
                written[term.name] = self._write_values(predicate, term.kind, values, types)
        for kind in types:
            self._write_reverse(subject, kind, written)
        return written

    def _write_values(
        self, predicate: str, kind: Kind, values: Iterable[Any], types: Sequence[str]
    ) -> Json:
        if kind == "words":
            return _write_words(values)
        if kind != "iri":
            return _unwrap([_WRITERS[kind](value.value) for value in values])
        embed = predicate in _EMBEDDED and not (
            predicate == cq("hasStatement").value and cq("Expression").value in types
        )
        return _unwrap([self._write_link(value.value, embed) for value in values])

    def _write_link(self, iri: str, embed: bool) -> Json:
        if embed and iri in self._nodes and iri not in self._written:
            return self.write(iri)
        return self._shorten(iri)

    def _write_reverse(self, subject: str, kind: str, written: dict[str, Json]) -> None:
        for name, wanted in _REVERSED.get(kind, ()):
            predicate = REVERSE[name]
            for source in self._sources.get((predicate, subject), {}):
                node = self._nodes[source]
                if cq(wanted) in node[TYPE.value] and source not in self._written:
                    only = len(node[predicate]) == 1
                    reached_by = predicate if only else None
                    written.setdefault(name, []).append(self.write(source, reached_by=reached_by))

    def _shorten(self, iri: str, *, vocabulary: bool = False) -> str:
        if vocabulary and iri.startswith(cq("").value):
            return iri.removeprefix(cq("").value)
        rest = iri.removeprefix(self._base)
        return f"communique:{rest}" if rest != iri and not vocabulary else iri


def _iri(term: object) -> str:
    if not isinstance(term, ox.NamedNode):
        raise TypeError(f"{term} is no IRI; data and vocabularies have no blank nodes")
    return term.value


def _write_words(values: Iterable[Any]) -> dict[str, Json]:
    words: dict[str, list[str]] = {}
    for value in values:
        words.setdefault(value.language, []).append(value.value)
    return {language: _unwrap(found) for language, found in words.items()}


def _unwrap(values: list[Json]) -> Json:
    return values[0] if len(values) == 1 else values


_WRITERS: Final[Mapping[Kind, Callable[[str], Json]]] = {
    "string": str,
    "date": str,
    "integer": int,
    "boolean": lambda text: text == "true",
}
