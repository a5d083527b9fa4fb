"""Read layer: what the snapshot of Wikidata is made of: `data/wikidata/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from communique.core.errors import InputError, Place
from communique.core.source import read_text
from communique.read.table import read_table

#: The file that `communique link refresh` writes; the build takes it where it is there.
KEPT_FILE: Final = "snapshot.nq"
_ITEM: Final = re.compile(r"wd:Q[1-9][0-9]*")


@dataclass(frozen=True)
class StateStatement:
    """A value of a state's property: `item` such as Q46, or else `text`."""

    state: str
    property: str
    item: str | None
    text: str


@dataclass(frozen=True)
class ItemLabel:
    """The name of an item in a language."""

    item: str
    language: str
    name: str


def read_statements(path: Path) -> Iterator[StateStatement]:
    """Yield the rows of `statements.csv`; errors C001 to C005, C100."""
    for row, _ in read_table(path, ["id", "property", "value"]).rows:
        item = row["value"].removeprefix("wd:") if _ITEM.fullmatch(row["value"]) else None
        yield StateStatement(f"state/{row['id']}", row["property"], item, row["value"])


def read_item_labels(path: Path) -> Iterator[ItemLabel]:
    """Yield the rows of `labels.csv`; errors C001 to C005, C100."""
    for row, place in read_table(path, ["item", "language", "name"]).rows:
        if not _ITEM.fullmatch(row["item"]):
            mend = "Write it as wd:Q46."
            problem = f"'{row['item']}' is no item of Wikidata"
            raise InputError("C100", problem, mend=mend, place=place)
        yield ItemLabel(row["item"].removeprefix("wd:"), row["language"], row["name"])


def read_kept_snapshot(path: Path) -> list[ox.Quad]:
    """Return the quads of a refreshed snapshot; C102 if it isn't N-Quads, or is empty."""
    try:
        quads = list(ox.parse(read_text(path), format=ox.RdfFormat.N_QUADS))
    except SyntaxError as error:
        mend = "Run 'communique link refresh' again, or remove the file."
        place = Place(path, error.lineno)
        raise InputError("C102", "not valid N-Quads", mend=mend, place=place) from error
    if not quads:
        mend = "Run 'communique link refresh' again, or remove the file."
        raise InputError("C102", "the snapshot is empty", mend=mend, place=Place(path))
    return quads
