"""Query layer: the names by which a person may call the things of a graph, and the nearest ones."""

from __future__ import annotations

import difflib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

import pyoxigraph as ox

from communique.query.answer import Selector

_PREFIXES: Final = """
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
_NAMED: Final = """
SELECT DISTINCT ?thing ?name WHERE {
  %s
  ?thing ?property ?name .
  VALUES ?property {
    rdfs:label skos:prefLabel skos:altLabel dcterms:identifier cq:alpha2 cq:alpha3 cq:wikidata
  }
}"""
_CONCEPT: Final = (
    '?thing skos:inScheme ?scheme . FILTER(STRENDS(STR(?scheme), "/scheme/%s"))'  # any base
)
#: Which things each kind of parameter means. These patterns are constants: no user's text.
PATTERNS: Final[Mapping[str, str]] = {
    "state": "?thing a cq:State .",
    "party": "?thing a cq:Party .",
    "declaration": "?thing a cq:Declaration .",
    "paragraph": "?thing a cq:Paragraph .",
    "statement": "?thing a cq:Statement .",
    "instrument": "?thing a cq:Instrument .",
    "topic": _CONCEPT % "topics",
    "force": _CONCEPT % "forces",
}
_SHORT: Final = 3  # two of three characters are near enough: most Chinese names are short
_ITEM: Final = "http://www.wikidata.org/entity/"


@dataclass
class NameIndex:
    """Things by name; a name is tried as written first, then without case, accents, spacing."""

    exact: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    loose: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    shown: dict[str, str] = field(default_factory=dict)

    def add(self, thing: str, name: str) -> None:
        """Let a thing's IRI be found by a name; its first name is the one shown."""
        self.exact[name].add(thing)
        self.loose[loosen(name)].add(thing)
        self.shown.setdefault(thing, name)

    def find(self, name: str) -> list[str]:
        """Return the IRIs of the things of that name, sorted; empty if there is none."""
        return sorted(self.exact.get(name.strip()) or self.loose.get(loosen(name)) or ())

    def nearest(self, name: str) -> list[str]:
        """Return up to three names, the nearest first, each of another thing."""
        wanted = loosen(name)
        cutoff = 0.5 if len(wanted) <= _SHORT else 0.6
        close = difflib.get_close_matches(wanted, list(self.loose), n=9, cutoff=cutoff)
        things = dict.fromkeys(thing for found in close for thing in sorted(self.loose[found]))
        return [self.shown[thing] for thing in list(things)[:3]]


def loosen(name: str) -> str:
    """Return a name without case, accents, and the ways of writing spaces.

    >>> loosen(" Côte  d'Ivoire"), loosen("Operative_Paragraph-8")
    ("cote d'ivoire", 'operative paragraph 8')
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(letters.replace("-", " ").replace("_", " ").replace("’", "'").split())


def index_things(engine: Selector, kind: str) -> NameIndex:
    """Return the names of all things of a kind: labels, codes, items, IRIs."""
    table = engine.select(_PREFIXES + _NAMED % PATTERNS[kind])
    named: defaultdict[str, list[ox.NamedNode | ox.Literal]] = defaultdict(list)
    for thing, name in table.rows:
        if isinstance(thing, ox.NamedNode) and isinstance(name, ox.NamedNode | ox.Literal):
            named[thing.value].append(name)
    index = NameIndex()
    for iri in sorted(named):
        for spelled in _spell(iri, named[iri]):
            index.add(iri, spelled)
    return index


def _spell(thing: str, names: Iterable[ox.NamedNode | ox.Literal]) -> list[str]:
    """Return a thing's names, an English label or the identifier first, its IRI's steps last."""
    ordered = sorted(names, key=_rank)
    spelled = [name.value for name in ordered if not name.value.startswith(_ITEM)]
    items = [name.value.removeprefix(_ITEM) for name in ordered if name.value.startswith(_ITEM)]
    path = thing.partition("/id/")[2]
    steps = [path, path.rpartition("/")[2], thing] if path else [thing]
    if "/" in path.partition("/")[2]:
        steps.remove(path.rpartition("/")[2])  # a number or a code within something larger
    return [*spelled, *items, *(f"wd:{item}" for item in items), *steps]


def _rank(name: ox.NamedNode | ox.Literal) -> tuple[int, str]:
    language = name.language if isinstance(name, ox.Literal) else None
    return (
        0 if language is None and "/" in name.value else 1 if language == "en" else 2,
        name.value,
    )
