"""Site layer: what the ontology's documentation says of each term, in every language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import pyoxigraph as ox

from communique.core.iris import NAMESPACE
from communique.site.ontology_uses import Edge

Kind = Literal["class", "object", "datatype", "annotation", "concept", "header"]

_OWL: Final = "http://www.w3.org/2002/07/owl#"
_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_RDF_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_KINDS: Final[Mapping[str, Kind]] = {
    f"{_OWL}Class": "class",
    f"{_OWL}ObjectProperty": "object",
    f"{_OWL}DatatypeProperty": "datatype",
    f"{_OWL}AnnotationProperty": "annotation",
    f"{_SKOS}Concept": "concept",
    f"{_OWL}Ontology": "header",
}
#: The folder of each kind's pages; names of one kind differ in more than case.
FOLDERS: Final[Mapping[Kind, str]] = {
    "class": "class",
    "object": "property",
    "datatype": "property",
    "annotation": "property",
    "concept": "concept",
}
#: How a term is related to others: the word for it, the property, and whether it is read backwards.
_RELATIONS: Final = (
    ("above", f"{_RDFS}subClassOf", False),
    ("above", f"{_RDFS}subPropertyOf", False),
    ("below", f"{_RDFS}subClassOf", True),
    ("below", f"{_RDFS}subPropertyOf", True),
    ("disjoint", f"{_OWL}disjointWith", False),
    ("disjoint", f"{_OWL}disjointWith", True),
    ("domain", f"{_RDFS}domain", False),
    ("range", f"{_RDFS}range", False),
    ("inverse", f"{_OWL}inverseOf", False),
    ("inverse", f"{_OWL}inverseOf", True),
    ("has", f"{_RDFS}domain", True),
    ("valueOf", f"{_RDFS}range", True),
    ("scheme", f"{_SKOS}inScheme", False),
    ("shortcut", f"{NAMESPACE}shortcutFor", False),
    ("seeAlso", f"{_RDFS}seeAlso", False),
)


@dataclass(frozen=True)
class Link:
    """A term or page that is pointed to; `text` is its short name."""

    text: str
    href: str


@dataclass(frozen=True)
class Entry:
    """A term: its texts by property and language, and its relations by their word."""

    iri: str
    name: str
    kind: Kind
    texts: Mapping[tuple[str, str], Sequence[str]]
    relations: Mapping[str, Sequence[Link]]

    @property
    def anchor(self) -> str:
        """The fragment of the term on the overview; ids that differ in case are different."""
        return self.name

    @property
    def path(self) -> str:
        """The path of its page below that of the overview."""
        return f"{FOLDERS[self.kind]}/{self.name}"

    def text(self, name: str, language: str) -> str:
        """Return the first text of a property in a language, or ''."""
        return next(iter(self.texts.get((name, language.lower()), ())), "")

    def all_texts(self, name: str, language: str) -> Sequence[str]:
        """Return all texts of a property in a language."""
        return self.texts.get((name, language.lower()), ())


def find_term_path(name: str, types: Iterable[str]) -> str | None:
    """Return the path of a term's page by the classes that it is of; None if it has none.

    >>> find_term_path("Act", ["http://www.w3.org/2002/07/owl#Class"])
    'class/Act'
    """
    kind = find_kind(types)
    return f"{FOLDERS[kind]}/{name}" if kind and kind in FOLDERS else None


def find_kind(types: Iterable[str]) -> Kind | None:
    """Return the kind of a term that is of some classes."""
    known = set(types)
    return next((kind for name, kind in _KINDS.items() if name in known), None)


class Vocabulary:
    """The triples of the ontology and its alignments, with a prefix for each namespace.

    A property without a domain is told of the classes whose shapes let their members have it.
    """

    def __init__(
        self, triples: Iterable[ox.Quad], prefixes: Mapping[str, str], edges: Iterable[Edge] = ()
    ) -> None:
        """Index the triples by subject and by object."""
        self._prefixes = prefixes
        self._edges = tuple(edge for edge in edges if edge.path.startswith(NAMESPACE))
        self._out: dict[str, list[tuple[str, ox.NamedNode | ox.Literal]]] = {}
        self._back: dict[str, list[tuple[str, str]]] = {}
        for triple in sorted(triples, key=str):
            subject, value = triple.subject, triple.object
            if isinstance(subject, ox.NamedNode) and isinstance(value, (ox.NamedNode, ox.Literal)):
                self._out.setdefault(subject.value, []).append((triple.predicate.value, value))
                self._back.setdefault(value.value, []).append(
                    (triple.predicate.value, subject.value)
                )

    def entries(self) -> list[Entry]:
        """Return an entry for each term of ours, by kind, then by name."""
        own = [iri for iri in self._out if iri.startswith(NAMESPACE)]
        found = [self._describe(iri, kind) for iri in own if (kind := self._kind(iri))]
        order = list(_KINDS.values())
        return sorted(found, key=lambda one: (order.index(one.kind), one.name.lower(), one.name))

    def header(self, iri: str) -> Entry:
        """Return the entry of the ontology itself."""
        return self._describe(iri, "header")

    def link(self, iri: str) -> Link:
        """Return the link to a term: its fragment if it is ours, else where it is defined."""
        if iri.startswith(NAMESPACE):
            name = iri.removeprefix(NAMESPACE)
            return Link(f"cq:{name}", f"#{name}")
        for prefix, namespace in self._prefixes.items():
            if iri.startswith(namespace) and iri != namespace:
                return Link(f"{prefix}:{iri.removeprefix(namespace)}", iri)
        return Link(iri.removeprefix("https://").removeprefix("w3id.org/communique/"), iri)

    def _kind(self, iri: str) -> Kind | None:
        return find_kind(value.value for name, value in self._out[iri] if name == _RDF_TYPE)

    def _describe(self, iri: str, kind: Kind) -> Entry:
        texts: dict[tuple[str, str], list[str]] = {}
        for name, value in self._out[iri]:
            if isinstance(value, ox.Literal):
                key = (_local_name(name), value.language or "")
                texts.setdefault(key, []).append(value.value)
        relations: dict[str, list[Link]] = {}
        for word, link in self._relate(iri):
            relations.setdefault(word, []).append(link)
        for word, link in self._relate_by_shapes(iri):
            if word == "has" or not self._has_domain(iri):
                relations.setdefault(word, []).append(link)
        told = {word: sorted(set(links), key=_spelling) for word, links in relations.items()}
        return Entry(iri, iri.removeprefix(NAMESPACE), kind, texts, told)

    def _relate(self, iri: str) -> Iterator[tuple[str, Link]]:
        for word, wanted, backwards in _RELATIONS:
            if backwards:
                yield from (
                    (word, self.link(other))
                    for name, other in self._back.get(iri, ())
                    if name == wanted and other.startswith(NAMESPACE)
                )
                continue
            for name, value in self._out[iri]:
                if name == wanted:
                    is_thing = isinstance(value, ox.NamedNode)
                    yield word, self.link(value.value) if is_thing else Link(value.value, "")

    def _relate_by_shapes(self, iri: str) -> Iterator[tuple[str, Link]]:
        for edge in self._edges:
            if edge.source == iri:
                yield "has", self.link(edge.path)
            if edge.path == iri:
                yield "domain", self.link(edge.source)

    def _has_domain(self, iri: str) -> bool:
        return any(name == f"{_RDFS}domain" for name, _ in self._out[iri])


def _spelling(link: Link) -> tuple[str, str]:
    return (link.text.lower(), link.text)


def _local_name(iri: str) -> str:
    return iri.rpartition("#")[2].rpartition("/")[2]
