"""Link layer: what is linked, or may be: states, instruments and topics with their links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from communique.core.errors import InputError
from communique.core.iris import DEFAULT_BASE
from communique.core.strict_yaml import suggest
from communique.read.links import FILE_NAME, LINKED_FOLDERS, Link, read_links
from communique.read.registry import read_registry
from communique.read.turtle import read_turtle

_PREF_LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel"
_THINGS = f"{DEFAULT_BASE}id/"
_VOCABULARIES = {"instruments": "instruments.ttl", "topics": "topics.ttl"}


@dataclass(frozen=True)
class Subject:
    """Something of ours: its identifier such as `state/POL`, its names, codes and links."""

    identifier: str
    names: Mapping[str, Sequence[str]]
    codes: Mapping[str, str]
    links: Sequence[Link]

    @property
    def is_state(self) -> bool:
        """Whether it is a state: only a country or territory can match it."""
        return self.identifier.startswith("state/")

    @property
    def accepted(self) -> Link | None:
        """The accepted link to Wikidata, if there is one."""
        found = (link for link in self.links if link.review == "accepted" and link.item)
        return next(found, None)


def read_subjects(data: Path, ontology: Path) -> list[Subject]:
    """Return states, instruments and topics, each in the order of its file.

    `data` and `ontology` are the folders of those names. Errors: C001 to C005, C050, C080, C100.
    """
    links: defaultdict[str, list[Link]] = defaultdict(list)
    for folder in LINKED_FOLDERS:
        for link in read_links(data / folder / FILE_NAME):
            links[link.subject.removeprefix(_THINGS)].append(link)
    subjects = [*_read_states(data / "states", links)]
    for file in _VOCABULARIES.values():
        subjects += _read_vocabulary(ontology / file, links)
    _require_known(links, subjects)
    return subjects


def _read_states(folder: Path, links: Mapping[str, list[Link]]) -> list[Subject]:
    return [
        Subject(identifier, record.names, record.codes, tuple(links.get(identifier, ())))
        for identifier, record in read_registry(folder).records.items()
    ]


def _read_vocabulary(path: Path, links: Mapping[str, list[Link]]) -> list[Subject]:
    names: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for quad in read_turtle(path):
        thing, name = quad.subject, quad.object
        if quad.predicate.value != _PREF_LABEL or not isinstance(thing, ox.NamedNode):
            continue
        if isinstance(name, ox.Literal):
            identifier = thing.value.removeprefix(_THINGS)
            names[identifier].setdefault(name.language or "", []).append(name.value)
    return [
        Subject(identifier, found, {}, tuple(links.get(identifier, ())))
        for identifier, found in names.items()
        if not identifier.startswith("scheme/")
    ]


def _require_known(links: Mapping[str, list[Link]], subjects: Iterable[Subject]) -> None:
    known = {subject.identifier for subject in subjects}
    for identifier, found in links.items():
        if identifier not in known:
            mend = suggest(identifier, known)
            problem = f"a link of '{identifier}', which isn't known"
            raise InputError("C100", problem, mend=mend, place=found[0].place)


def choose_subjects(subjects: Sequence[Subject], names: Sequence[str]) -> list[Subject]:
    """Return the subjects of some identifiers (`state/POL`) or folders (`topics`), or all.

    Errors: C105 none of that name; the nearest is suggested.
    """
    if not names:
        return list(subjects)
    chosen: dict[str, Subject] = {}
    for name in names:
        found = [one for one in subjects if _is_meant(one, name)]
        if not found:
            known = [*LINKED_FOLDERS, *(one.identifier for one in subjects)]
            raise InputError("C105", f"nothing is called '{name}'", mend=suggest(name, known))
        chosen |= {one.identifier: one for one in found}
    return list(chosen.values())


def _is_meant(subject: Subject, name: str) -> bool:
    kind = subject.identifier.partition("/")[0]
    return name in (subject.identifier, f"{kind}s")
