"""Read layer: the authority records of parties, from the tables of `data/states/`."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from communique.core.errors import InputError, Place
from communique.core.model import PartyRecord
from communique.core.source import read_text

_FOLDERS: Final = {"state": "state", "organisation": "organisation"}
_WIKIDATA: Final = "wd:Q"


@dataclass(frozen=True)
class Registry:
    """All authority records by identifier, such as `state/POL`."""

    records: Mapping[str, PartyRecord]

    @cached_property
    def _by_language(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for identifier, record in self.records.items():
            for language, names in record.names.items():
                for name in names:
                    found[language][name].add(identifier)
        return {
            language: {name: frozenset(parties) for name, parties in names.items()}
            for language, names in found.items()
        }

    def names(self, language: str) -> Mapping[str, frozenset[str]]:
        """Return every name in a language with the parties that bear it."""
        return self._by_language.get(language, {})


def read_registry(folder: Path) -> Registry:
    """Return the records of `states.csv`, `names.csv`, `codes.csv` and `links.sssom.tsv`.

    Errors: C001 and C003 to C005 from reading, C050 for a malformed table, with the line.
    """
    identifiers = {
        row["id"]: f"{_folder(row, place)}/{row['id']}"
        for row, place in _rows(folder / "states.csv", ["id", "kind", "reviewed"])
    }
    names = _read_names(folder / "names.csv", identifiers)
    codes = _read_codes(folder / "codes.csv", identifiers)
    wikidata, same_as = _read_links(folder / "links.sssom.tsv", identifiers)
    records = {
        identifier: PartyRecord(
            identifier=identifier,
            names={language: tuple(found) for language, found in names[key].items()},
            codes=codes[key],
            wikidata=wikidata.get(key),
            same_as=tuple(same_as[key]),
        )
        for key, identifier in identifiers.items()
    }
    return Registry(records)


def _folder(row: Mapping[str, str], place: Place) -> str:
    if row["kind"] not in _FOLDERS:
        mend = f"Use one of: {', '.join(_FOLDERS)}."
        raise InputError("C050", f"unknown kind '{row['kind']}'", mend=mend, place=place)
    return _FOLDERS[row["kind"]]


def _read_names(
    path: Path, identifiers: Mapping[str, str]
) -> defaultdict[str, dict[str, list[str]]]:
    """Return names by record and language, the preferred one first."""
    names: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for row, place in _rows(path, ["id", "language", "kind", "name"]):
        _require_known(row["id"], identifiers, place)
        found = names[row["id"]].setdefault(row["language"], [])
        if row["name"] not in found:
            found.insert(0 if row["kind"] == "preferred" else len(found), row["name"])
    for key in identifiers:
        if "en" not in names[key] or "zh-Hans" not in names[key]:
            mend = "Add a preferred name in en and in zh-Hans."
            raise InputError("C050", f"{key} has no name", mend=mend, place=Place(path))
    return names


def _read_codes(path: Path, identifiers: Mapping[str, str]) -> defaultdict[str, dict[str, str]]:
    codes: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row, place in _rows(path, ["id", "scheme", "code"]):
        _require_known(row["id"], identifiers, place)
        codes[row["id"]][row["scheme"]] = row["code"]
    return codes


def _read_links(
    path: Path, identifiers: Mapping[str, str]
) -> tuple[dict[str, str], defaultdict[str, list[str]]]:
    """Return the accepted Wikidata item and the other accepted links of each record."""
    wikidata: dict[str, str] = {}
    same_as: defaultdict[str, list[str]] = defaultdict(list)
    columns = ["subject_id", "predicate_id", "object_id", "review"]
    for row, place in _rows(path, columns, delimiter="\t"):
        key = row["subject_id"].removeprefix("state:").removeprefix("organisation:")
        _require_known(key, identifiers, place)
        if row["review"] != "accepted":
            continue
        if row["object_id"].startswith(_WIKIDATA):
            wikidata[key] = row["object_id"].removeprefix("wd:")
        else:
            same_as[key].append(row["object_id"])
    return wikidata, same_as


def _require_known(key: str, identifiers: Mapping[str, str], place: Place) -> None:
    if key not in identifiers:
        mend = "Add the record to states.csv."
        raise InputError("C050", f"no record '{key}'", mend=mend, place=place)


def _rows(
    path: Path, columns: list[str], *, delimiter: str = ","
) -> Iterator[tuple[dict[str, str], Place]]:
    """Yield a table's rows with their places; leading lines that begin with # are skipped."""
    lines = read_text(path).split("\n")
    skipped = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    table = csv.DictReader(lines[skipped:], delimiter=delimiter, strict=True)
    missing = [name for name in columns if name not in (table.fieldnames or ())]
    if missing:
        mend = f"Add the column '{missing[0]}'."
        place = Place(path, skipped + 1)
        raise InputError("C050", f"the column '{missing[0]}' is missing", mend=mend, place=place)
    try:
        yield from _read_rows(table, path, skipped)
    except csv.Error as error:
        place = Place(path, skipped + table.line_num + 1)
        raise InputError("C050", f"{error}", mend="Mend the quotes.", place=place) from error


def _read_rows(
    table: csv.DictReader[str], path: Path, skipped: int
) -> Iterator[tuple[dict[str, str], Place]]:
    for row in table:
        place = Place(path, skipped + table.line_num)
        if None in row or None in row.values():
            mend = "Give it one value a column."
            raise InputError("C050", "a row of another width", mend=mend, place=place)
        yield row, place
