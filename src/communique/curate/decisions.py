"""Edge layer (curate): the decisions by hand, `decisions.yaml`, as a typed value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from communique.core.strict_yaml import Value, read_yaml
from communique.curate.records import LANGUAGES, SCHEMES, Code, Name, Review

_KEYS: Final = (
    "date",
    "curators",
    "packages",
    "additional",
    "reviewed",
    "notes",
    "preferred",
    "aliases",
    "codes",
    "absent",
    "links",
)


@dataclass(frozen=True)
class LinkDecision:
    """A Wikidata item that was accepted or rejected by hand, with the reason."""

    id: str
    item: str
    label: str
    review: Review
    comment: str


@dataclass(frozen=True)
class Decisions:
    """All that `decisions.yaml` says.

    `packages` are the reviewed releases, `pins` their places in the file, for error messages.
    `absent` holds pairs of identifier and scheme. The origin of a preferred name is empty here.
    """

    date: str
    curators: str
    packages: Mapping[str, str]
    pins: Mapping[str, Value]
    additional: Mapping[str, str]
    reviewed: frozenset[str]
    notes: Mapping[str, str]
    preferred: tuple[Name, ...]
    aliases: tuple[Name, ...]
    codes: tuple[Code, ...]
    absent: frozenset[tuple[str, str]]
    links: tuple[LinkDecision, ...]


def read_decisions(path: Path) -> Decisions:
    """Return what a `decisions.yaml` says.

    Errors: those of `read_yaml`; C013 to C016 for kinds, keys and values, each with its place.
    """
    root = read_yaml(path).fields(_KEYS)
    return Decisions(
        date=root["date"].date().isoformat(),
        curators=root["curators"].text(),
        packages=_texts(root["packages"]),
        pins={key.text(): value for key, value in root["packages"].entries()},
        additional=_texts(root["additional"]),
        reviewed=frozenset(item.text() for item in root["reviewed"].items()),
        notes=_texts(root["notes"]),
        preferred=tuple(_preferred_name(item) for item in root["preferred"].items()),
        aliases=tuple(_alias(item) for item in root["aliases"].items()),
        codes=tuple(_code(item) for item in root["codes"].items()),
        absent=frozenset(_absence(item) for item in root["absent"].items()),
        links=tuple(_link(item) for item in root["links"].items()),
    )


def _texts(value: Value) -> dict[str, str]:
    return {key.text(): item.text() for key, item in value.entries()}


def _preferred_name(value: Value) -> Name:
    fields = value.fields(["id", "language", "name"])
    language = fields["language"].choice(LANGUAGES, what="language")
    return Name(fields["id"].text(), language, "preferred", fields["name"].text(), "")


def _alias(value: Value) -> Name:
    fields = value.fields(["id", "language", "name", "source"])
    language = fields["language"].choice(LANGUAGES, what="language")
    name, source = fields["name"].text(), fields["source"].text()
    return Name(fields["id"].text(), language, "alternative", name, source)


def _code(value: Value) -> Code:
    fields = value.fields(["id", "scheme", "code", "origin"])
    scheme = fields["scheme"].choice(SCHEMES, what="scheme")
    return Code(fields["id"].text(), scheme, fields["code"].text(), fields["origin"].text())


def _absence(value: Value) -> tuple[str, str]:
    fields = value.fields(["id", "scheme"])
    return fields["id"].text(), fields["scheme"].choice(SCHEMES, what="scheme")


def _link(value: Value) -> LinkDecision:
    fields = value.fields(["id", "item", "label", "review", "comment"])
    review = fields["review"].choice(["accepted", "rejected"], what="review")
    return LinkDecision(
        id=fields["id"].text(),
        item=fields["item"].text(),
        label=fields["label"].text(),
        review=cast("Review", review),
        comment=fields["comment"].text(),
    )
