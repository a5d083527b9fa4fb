"""Read layer: tables of values, CSV or TSV, each row with its place in the file."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from communique.core.errors import InputError, Place
from communique.core.source import read_text

_COMMENT = "#"


@dataclass(frozen=True)
class Table:
    """A table's rows by column, and the lines of its leading comment without their `#`."""

    path: Path
    comment: str
    rows: Sequence[tuple[dict[str, str], Place]]


def read_table(path: Path, columns: Sequence[str], *, delimiter: str = ",") -> Table:
    """Return the rows of a table that has at least these columns.

    Errors: C001 and C003 to C005 from reading, C100 a missing column or a row of another width.
    """
    lines = read_text(path).split("\n")
    skipped = next((i for i, line in enumerate(lines) if not line.startswith(_COMMENT)), len(lines))
    comment = "\n".join(line.removeprefix(_COMMENT).removeprefix(" ") for line in lines[:skipped])
    reader = csv.DictReader(lines[skipped:], delimiter=delimiter, strict=True)
    missing = [name for name in columns if name not in (reader.fieldnames or ())]
    if missing:
        mend = f"Add the column '{missing[0]}'."
        place = Place(path, skipped + 1)
        raise InputError("C100", f"the column '{missing[0]}' is missing", mend=mend, place=place)
    return Table(path, comment, list(_read_rows(reader, path, skipped)))


def _read_rows(
    reader: csv.DictReader[str], path: Path, skipped: int
) -> Iterator[tuple[dict[str, str], Place]]:
    try:
        for row in reader:
            place = Place(path, skipped + reader.line_num)
            # A short row has None among its values, a long one among its keys.
            if None in row or None in row.values():
                mend = "Give it one value a column."
                raise InputError("C100", "a row of another width", mend=mend, place=place)
            yield row, place
    except csv.Error as error:
        place = Place(path, skipped + reader.line_num)
        raise InputError("C100", f"{error}", mend="Mend the quotes.", place=place) from error
