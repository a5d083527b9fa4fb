"""Read layer: reviewed links to other authorities, from a `links.sssom.tsv`.

Source: SSSOM (Simple Standard for Sharing Ontological Mappings) 1.0, the TSV format.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, NoReturn

from communique.core.errors import InputError, Place
from communique.core.strict_yaml import parse_yaml
from communique.read.table import Table, read_table

#: The folders of `data/` that have a table of links.
LINKED_FOLDERS: Final = ("states", "instruments", "topics")
FILE_NAME: Final = "links.sssom.tsv"
WIKIDATA_ENTITY: Final = "http://www.wikidata.org/entity/"

Review = Literal["accepted", "rejected", "undecided"]
_REVIEWS: Final[Mapping[str, Review]] = {
    "accepted": "accepted",
    "rejected": "rejected",
    "undecided": "undecided",
}
_COLUMNS: Final = ("subject_id", "predicate_id", "object_id", "object_label", "review")
# Source: the IRIs of Wikidata's items, https://www.wikidata.org/wiki/Wikidata:Data_access.
_ITEM: Final = re.compile(re.escape(WIKIDATA_ENTITY) + r"Q[1-9][0-9]*")


@dataclass(frozen=True)
class Link:
    """A row: `subject` and `target` are IRIs; `label` is what the target is called."""

    subject: str
    target: str
    label: str
    review: Review
    place: Place

    @property
    def item(self) -> str | None:
        """The Wikidata item, such as Q36, or None where the target is no item."""
        return self.target.removeprefix(WIKIDATA_ENTITY) if _ITEM.fullmatch(self.target) else None


def read_links(path: Path) -> list[Link]:
    """Return the rows of a table of links, in its order.

    Errors: C001 and C003 to C005 from reading, C010 to C015 in its header, C100 an unknown prefix
    or review, a Wikidata IRI that isn't an item's, an accepted link that stands twice.
    """
    table = read_table(path, _COLUMNS, delimiter="\t")
    prefixes = _read_prefixes(table)
    links = [_read_link(row, place, prefixes) for row, place in table.rows]
    seen: set[tuple[str, str]] = set()
    for link in links:
        if (link.subject, link.target) in seen:
            _refuse("the same link twice", "Remove one of them.", link.place)
        seen.add((link.subject, link.target))
    return links


def _read_prefixes(table: Table) -> dict[str, str]:
    header = parse_yaml(table.comment, table.path)
    entries = {key.text(): value for key, value in header.entries()}
    if "curie_map" not in entries:
        _refuse("there is no curie_map", "Write one in the header.", Place(table.path, 1))
    return {key.text(): value.text() for key, value in entries["curie_map"].entries()}


def _read_link(row: Mapping[str, str], place: Place, prefixes: Mapping[str, str]) -> Link:
    if row["review"] not in _REVIEWS:
        _refuse(f"unknown review '{row['review']}'", f"Use one of: {', '.join(_REVIEWS)}.", place)
    link = Link(
        subject=_expand(row["subject_id"], prefixes, place),
        target=_expand(row["object_id"], prefixes, place),
        label=row["object_label"],
        review=_REVIEWS[row["review"]],
        place=place,
    )
    if "wikidata.org" in link.target and link.item is None:
        mend = f"Write it as wd:Q36, which is {WIKIDATA_ENTITY}Q36."
        _refuse(f"'{link.target}' is no item of Wikidata", mend, place)
    return link


def _expand(curie: str, prefixes: Mapping[str, str], place: Place) -> str:
    prefix, colon, rest = curie.partition(":")
    if not colon or prefix not in prefixes or not rest:
        _refuse(f"'{curie}' has no known prefix", "Add the prefix to curie_map.", place)
    return prefixes[prefix] + rest


def _refuse(problem: str, mend: str, place: Place) -> NoReturn:
    raise InputError("C100", problem, mend=mend, place=place)
