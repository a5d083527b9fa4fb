"""Site layer: a data set by subject and by object, as its pages need it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import pyoxigraph as ox

from communique.build.terms import LABEL, TYPE
from communique.query.labels import choose_label
from communique.site.addresses import document_of
from communique.site.outside_words import name_outside_term

Value = ox.NamedNode | ox.Literal


class NodeIndex:
    """The distinct triples of a data set: outgoing, incoming, by document; and labels."""

    def __init__(self, quads: Iterable[ox.Quad], prefixes: Mapping[str, str]) -> None:
        """Index the quads, each triple once, in the order given."""
        self._prefixes = prefixes
        self._chosen: dict[tuple[str, str], tuple[str, str]] = {}
        self.outgoing: defaultdict[str, list[ox.Triple]] = defaultdict(list)
        self.incoming: defaultdict[str, list[ox.Triple]] = defaultdict(list)
        self.documents: defaultdict[str, list[ox.Triple]] = defaultdict(list)
        for triple in dict.fromkeys(quad.triple for quad in quads):
            if not isinstance(triple.subject, ox.NamedNode):
                raise TypeError("the data has no blank nodes")
            subject = triple.subject.value
            self.outgoing[subject].append(triple)
            self.documents[document_of(subject)].append(triple)
            if isinstance(triple.object, ox.NamedNode) and triple.predicate != TYPE:
                self.incoming[triple.object.value].append(triple)

    @cached_property
    def _labels(self) -> Mapping[str, Mapping[str, str]]:
        found: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for subject, triples in self.outgoing.items():
            for triple in triples:
                if triple.predicate == LABEL and isinstance(triple.object, ox.Literal):
                    tag = (triple.object.language or "").lower()
                    found[subject].setdefault(tag, triple.object.value)
        return found

    def label(self, iri: str, language: str) -> str:
        """Return the best label of an IRI, else our word for it, else its shortest writing."""
        return self._choose(iri, language)[0]

    def label_language(self, iri: str, language: str) -> str:
        """Return the language tag of `label`, '' where it is no language."""
        return self._choose(iri, language)[1]

    def _choose(self, iri: str, language: str) -> tuple[str, str]:
        """Return the label and its tag; they are asked for on every page, so they are kept."""
        if (iri, language) not in self._chosen:
            self._chosen[iri, language] = self._find_label(iri, language)
        return self._chosen[iri, language]

    def _find_label(self, iri: str, language: str) -> tuple[str, str]:
        labels = self._labels.get(iri)
        if not labels:
            short = self.shorten(iri)
            outside = name_outside_term(short, language)
            return (short, "") if outside is None else (outside, language)
        words = choose_label(labels, language)
        tags = [tag for tag, text in labels.items() if text == words]
        return words, language if language.lower() in tags else write_tag(tags[0])

    def shorten(self, iri: str) -> str:
        """Return an IRI with a prefix of the shared table, or whole."""
        for prefix, namespace in self._prefixes.items():
            rest = iri.removeprefix(namespace)
            if rest != iri and rest.isidentifier():
                return f"{prefix}:{rest}"
        return iri

    def of_type(self, kind: ox.NamedNode) -> list[str]:
        """Return the subjects of a class, in the order of the data."""
        return self._by_type.get(kind.value, [])

    @cached_property
    def _by_type(self) -> Mapping[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for subject, triples in self.outgoing.items():
            for triple in triples:
                if triple.predicate == TYPE and isinstance(triple.object, ox.NamedNode):
                    found[triple.object.value].append(subject)
        return found

    def values(self, subject: str, predicate: ox.NamedNode) -> list[str]:
        """Return the values of a property, IRIs and words alike, in the order of the data."""
        return [
            triple.object.value
            for triple in self.outgoing.get(subject, ())
            if triple.predicate == predicate and isinstance(triple.object, Value)
        ]

    def value(self, subject: str, predicate: ox.NamedNode, *, language: str = "") -> str:
        """Return one value of a property, that of the language if there is one, or ''."""
        found: Sequence[Value] = [
            triple.object
            for triple in self.outgoing.get(subject, ())
            if triple.predicate == predicate and isinstance(triple.object, Value)
        ]
        for one in found:
            if isinstance(one, ox.Literal) and (one.language or "").lower() == language.lower():
                return one.value
        return found[0].value if found else ""

    def sources(self, iri: str, predicate: ox.NamedNode) -> list[str]:
        """Return the subjects that point at an IRI by a property."""
        return [
            triple.subject.value
            for triple in self.incoming.get(iri, ())
            if triple.predicate == predicate and isinstance(triple.subject, ox.NamedNode)
        ]


def write_tag(tag: str) -> str:
    """Return a language tag as people write it; the store keeps it in lower case.

    Source: RFC 5646, section 2.1.1.

    >>> write_tag("zh-hans-cn"), write_tag("en")
    ('zh-Hans-CN', 'en')
    """
    first, *rest = tag.split("-")
    shaped = [part.title() if len(part) == 4 else part.upper() for part in rest]  # noqa: PLR2004
    return "-".join([first.lower(), *shaped])
