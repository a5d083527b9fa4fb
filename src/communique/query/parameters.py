"""Query layer: what a person types for a parameter becomes an RDF term, or a clear error."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final, NoReturn

import pyoxigraph as ox

from communique.core.errors import InputError
from communique.core.iris import Iris
from communique.core.resources import find_resource
from communique.core.strict_yaml import suggest
from communique.query.answer import Selector, Value, xsd
from communique.query.canned import CannedQuery, Parameter
from communique.query.names import PATTERNS, NameIndex, index_things

# Source: RFC 5646, section 2.1, without its rare irregular tags.
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_INTEGER: Final = re.compile(r"[+-]?[0-9]{1,18}")


@dataclass
class Resolver:
    """Resolves parameters against the things that an engine's graph holds."""

    engine: Selector
    notes: list[str] = field(default_factory=list)
    _indexes: dict[str, NameIndex] = field(default_factory=dict)

    def resolve_all(self, query: CannedQuery, given: Mapping[str, str]) -> dict[str, Value]:
        """Return the values of a query's parameters by name.

        Errors: C071 a parameter that the query doesn't have, that is missing, or whose value
        can't be resolved; the nearest names are suggested.
        """
        known = {one.name for one in query.parameters}
        for name in given:
            if name not in known:
                mend = suggest(name, known) if known else "It has no parameters."
                raise InputError("C071", f"'{query.name}' has no parameter '{name}'", mend=mend)
        for one in query.parameters:
            if one.name not in given and not one.optional:
                problem = f"'{query.name}' needs {one.option}"
                raise InputError("C071", problem, mend=f"For example {one.option} {one.example}.")
        return {
            one.name: self.resolve(one, given[one.name])
            for one in query.parameters
            if one.name in given
        }

    def resolve(self, parameter: Parameter, text: str) -> Value:
        """Return the term that a text means for a parameter; C071 if it means none, or several."""
        if any(_is_forbidden(char) for char in text):
            _refuse(parameter, text, "has a character that no text may hold", "Leave it out.")
        if parameter.kind in PATTERNS:
            return ox.NamedNode(self._find_thing(parameter, text))
        return _READERS[parameter.kind](parameter, text)

    def _find_thing(self, parameter: Parameter, text: str) -> str:
        index = self._index(parameter.kind)
        found = index.find(text)
        if not found and parameter.kind in ("state", "party"):
            found = self._find_on_record(text, index)
        if len(found) == 1:
            return found[0]
        if found:
            paths = [thing.partition("/id/")[2] or thing for thing in found[:4]]
            mend = f"Write one of: {', '.join(paths)}."
            _refuse(parameter, text, f"means {len(found)} different things", mend)
        near = " or ".join(f"'{name}'" for name in index.nearest(text))
        mend = f"Did you mean {near}?" if near else f"For example {parameter.example}."
        return _refuse(parameter, text, "isn't known", mend)

    def _index(self, kind: str) -> NameIndex:
        if kind not in self._indexes:
            self._indexes[kind] = index_things(self.engine, kind)
        return self._indexes[kind]

    def _find_on_record(self, text: str, known: NameIndex) -> list[str]:
        """Look among all authority records: a state may be in no declaration of this graph."""
        records = _index_records(_guess_base(known))
        found = records.find(text)
        if len(found) == 1:
            self.notes.append(f"{records.shown[found[0]]} is in no declaration of this graph.")
        return found


@cache
def _index_records(iris: Iris) -> NameIndex:
    """Return the names of all authority records; they ship with the package and don't change."""
    from communique.read.registry import read_registry

    index = NameIndex()
    for identifier, record in read_registry(find_resource("data", "states")).records.items():
        thing = iris.thing(identifier)
        listed = [name for names in record.names.values() for name in names]
        names = [record.preferred("en"), *listed, *record.codes.values(), record.wikidata or ""]
        for name in [*filter(None, names), identifier, thing]:
            index.add(thing, name)
    return index


def _guess_base(known: NameIndex) -> Iris:
    """Return the base under which the graph's own things stand."""
    bases = [thing.partition("id/")[0] for thing in known.shown if "/id/" in thing]
    return Iris(bases[0]) if bases else Iris()


def _is_forbidden(char: str) -> bool:
    """Tell whether a character can't stand in an RDF literal: U+0000 or a lone surrogate."""
    return char == "\0" or "\ud800" <= char <= "\udfff"


def _read_text(parameter: Parameter, text: str) -> ox.Literal:
    if not text:
        _refuse(parameter, text, "is empty", f"For example {parameter.example}.")
    return ox.Literal(text)


def _read_language(parameter: Parameter, text: str) -> ox.Literal:
    if not _LANGUAGE.fullmatch(text):
        _refuse(parameter, text, "is no language tag", "Use a BCP 47 tag such as zh-Hans.")
    return ox.Literal(text)


def _read_date(parameter: Parameter, text: str) -> ox.Literal:
    try:
        return ox.Literal(datetime.date.fromisoformat(text).isoformat(), datatype=xsd("date"))
    except ValueError:
        return _refuse(parameter, text, "is no date", "Write it as 2023-03-29.")


def _read_integer(parameter: Parameter, text: str) -> ox.Literal:
    if not _INTEGER.fullmatch(text):
        _refuse(parameter, text, "is no whole number", f"For example {parameter.example}.")
    return ox.Literal(int(text))


_READERS: Final[Mapping[str, Callable[[Parameter, str], ox.Literal]]] = {
    "text": _read_text,
    "language": _read_language,
    "date": _read_date,
    "integer": _read_integer,
}
_SHOWN_LENGTH: Final = 60


def _refuse(parameter: Parameter, text: str, what: str, mend: str) -> NoReturn:
    short = text if len(text) <= _SHOWN_LENGTH else f"{text[:_SHOWN_LENGTH]}…"
    visible = "".join(char if char.isprintable() else "\ufffd" for char in short)
    raise InputError("C071", f"{parameter.option} '{visible}' {what}", mend=mend)
