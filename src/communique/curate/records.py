"""Edge layer (curate): what packages say about states, and the rows of the tables made from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

#: Language tags of the names, each with the name of its CLDR locale.
LANGUAGES: Final = {
    "ar": "ar",
    "en": "en",
    "es": "es",
    "fr": "fr",
    "ru": "ru",
    "zh-Hans": "zh_Hans",
}

#: The schemes of codes.csv; `un-region` is a continent, `un-subregion` its finest part, as M49.
SCHEMES: Final = (
    "alpha2",
    "alpha3",
    "eu",
    "geonames",
    "m49",
    "un-region",
    "un-subregion",
)

Review = Literal["accepted", "rejected", "undecided"]


@dataclass(frozen=True, order=True)
class Claim:
    """One value that one package gives for one state; `label` is its name for a linked item."""

    id: str
    scheme: str
    value: str
    origin: str
    label: str = ""


@dataclass(frozen=True, order=True)
class State:
    """A row of states.csv."""

    id: str
    kind: str
    reviewed: str
    note: str


@dataclass(frozen=True, order=True)
class Name:
    """A row of names.csv; `kind` is preferred or alternative."""

    id: str
    language: str
    kind: str
    name: str
    origin: str


@dataclass(frozen=True, order=True)
class Code:
    """A row of codes.csv."""

    id: str
    scheme: str
    code: str
    origin: str


@dataclass(frozen=True, order=True)
class Region:
    """A row of regions.csv: the name of a region of UN M49 in one language."""

    code: str
    language: str
    name: str
    origin: str


@dataclass(frozen=True)
class Link:
    """A row of links.sssom.tsv, its fields named as SSSOM names them, in the order of SSSOM."""

    subject_id: str
    subject_label: str
    predicate_id: str
    predicate_modifier: str
    object_id: str
    object_label: str
    mapping_justification: str
    author_label: str
    mapping_tool: str
    mapping_date: str
    confidence: str
    comment: str
    review: Review


@dataclass(frozen=True)
class Records:
    """All the tables; `notices` says what was left out on the way, a line each."""

    states: tuple[State, ...]
    names: tuple[Name, ...]
    codes: tuple[Code, ...]
    regions: tuple[Region, ...]
    links: tuple[Link, ...]
    notices: tuple[str, ...]
