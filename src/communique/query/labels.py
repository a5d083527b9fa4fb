"""Query layer: the labels of the things in an answer, in the reader's language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from communique.query.answer import Answer, Engine, Row, Table, Term

_LABELS: Final = """SELECT DISTINCT ?thing ?label WHERE {
  VALUES ?thing { %s }
  ?thing <http://www.w3.org/2000/01/rdf-schema#label> ?label .
}"""
_BATCH: Final = 200  # IRIs in one request: well below what servers take as a form


@dataclass(frozen=True)
class Labeller:
    """Spells terms for people: an IRI by its label, a literal by its words."""

    labels: Mapping[str, str]
    prefixes: Mapping[str, str]

    def spell(self, row: Row) -> list[str]:
        """Return a row's cells as text; nothing for an unbound variable."""
        return [self.name(term) for term in row]

    def name(self, term: Term | None) -> str:
        """Return one term as text.

        >>> Labeller({}, {"cq": "https://w3id.org/communique/ns#"}).name(
        ...     ox.NamedNode("https://w3id.org/communique/ns#State"))
        'cq:State'
        """
        if term is None:
            return ""
        if isinstance(term, ox.NamedNode):
            return self.labels.get(term.value) or self._shorten(term.value)
        return term.value if isinstance(term, ox.Literal) else str(term)

    def _shorten(self, iri: str) -> str:
        for prefix, namespace in self.prefixes.items():
            rest = iri.removeprefix(namespace)
            if rest != iri and rest.isidentifier():
                return f"{prefix}:{rest}"
        return iri


def look_up_labels(
    engine: Engine, answer: Answer, *, language: str, prefixes: Mapping[str, str]
) -> Labeller:
    """Return the labels of an answer's IRIs: in the language, else in English, else in any."""
    things = sorted(set(_find_iris(answer)))
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for start in range(0, len(things), _BATCH):
        listed = " ".join(str(ox.NamedNode(iri)) for iri in things[start : start + _BATCH])
        for thing, label in engine.select(_LABELS % listed).rows:
            if isinstance(thing, ox.NamedNode) and isinstance(label, ox.Literal):
                found[thing.value].setdefault((label.language or "").lower(), label.value)
    chosen = {thing: choose_label(labels, language) for thing, labels in found.items()}
    return Labeller(chosen, prefixes)


def choose_label(labels: Mapping[str, str], language: str) -> str:
    """Return the label whose language fits best. Source: RFC 4647, section 3.4, lookup.

    >>> choose_label({"en": "Poland", "zh-hans": "波兰"}, "zh-Hans-CN")
    '波兰'
    >>> choose_label({"en": "Poland", "fr": "Pologne"}, "zh-Hans")
    'Poland'
    """
    wanted = language.lower()
    while wanted:
        if wanted in labels:
            return labels[wanted]
        wanted = wanted.rpartition("-")[0]
    base = language.lower().partition("-")[0]
    near = sorted(tag for tag in labels if tag.partition("-")[0] == base)
    return labels[near[0]] if near else labels.get("en") or labels[min(labels)]


def _find_iris(answer: Answer) -> Iterator[str]:
    rows: Iterable[Row] = answer.rows if isinstance(answer, Table) else ()
    for row in rows:
        yield from (term.value for term in row if isinstance(term, ox.NamedNode))
