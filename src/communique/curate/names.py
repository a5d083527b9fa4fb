"""Edge layer (curate): the names of states and of UN regions, from CLDR, the UN and sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from communique.curate.decisions import Decisions
from communique.curate.packages import name_origin, name_origins
from communique.curate.records import LANGUAGES, Name, Region

_UN_COLUMNS: Final = {
    "ar": "Arabic Short",
    "en": "English Short",
    "es": "Spanish Short",
    "fr": "French Short",
    "ru": "Russian Short",
    "zh-Hans": "Chinese Short",
}


def make_names(
    states: Mapping[str, str], ocha: Iterable[Mapping[str, str]], decisions: Decisions
) -> tuple[list[Name], list[str]]:
    """Return the rows of names.csv, sorted, and a notice for each name that was left out.

    `states` maps alpha-3 to alpha-2 codes, `ocha` are the rows of the UN OCHA table.
    """
    preferred = list(prefer_names(name_by_cldr(states), decisions))
    origin = f"UN short name via {name_origin('hdx-python-country')}"
    alternatives = [*name_by_un(ocha, states, origin), *decisions.aliases]
    kept, notices = drop_ambiguous(preferred, merge_alternatives(preferred, alternatives))
    return sorted([*preferred, *kept]), notices


def name_by_cldr(states: Mapping[str, str]) -> Iterator[Name]:
    """Yield CLDR's standard name of each state in each language; Babel carries no other variant."""
    from babel import Locale

    origin = _cldr_origin()
    for language, locale in LANGUAGES.items():
        territories = Locale.parse(locale).territories
        for state, alpha2 in states.items():
            yield Name(state, language, "preferred", territories[alpha2], origin)


def name_regions(codes: Iterable[str]) -> list[Region]:
    """Return CLDR's names of the given M49 regions in all languages, sorted."""
    from babel import Locale

    origin = _cldr_origin()
    names = {tag: Locale.parse(locale).territories for tag, locale in LANGUAGES.items()}
    return sorted(
        Region(code, language, names[language][code], origin)
        for code in set(codes)
        for language in LANGUAGES
    )


def prefer_names(names: Iterable[Name], decisions: Decisions) -> Iterator[Name]:
    """Yield preferred names; one that was decided otherwise has the curators as its origin."""
    decided = {(name.id, name.language): name.name for name in decisions.preferred}
    for name in names:
        wanted = decided.get((name.id, name.language), name.name)
        if wanted == name.name:
            yield name
        else:
            yield replace(name, name=wanted, origin=decisions.curators)


def name_by_un(
    ocha: Iterable[Mapping[str, str]], states: Mapping[str, str], origin: str
) -> Iterator[Name]:
    """Yield the UN's short names, save those with a bracketed tail, which are made for sorting."""
    for row in ocha:
        for language, column in _UN_COLUMNS.items():
            if row["id"] in states and row[column] and "(" not in row[column]:
                yield Name(row["id"], language, "alternative", row[column], origin)


def merge_alternatives(preferred: Iterable[Name], names: Iterable[Name]) -> list[Name]:
    """Return alternatives that aren't also the preferred name, each once with all its origins."""
    known = {(name.id, name.language, name.name) for name in preferred}
    origins: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for name in names:
        key = (name.id, name.language, name.name)
        if key not in known:
            origins[key].append(name.origin)
    return [
        Name(state, language, "alternative", text, name_origins(found))
        for (state, language, text), found in sorted(origins.items())
    ]


def drop_ambiguous(
    preferred: Iterable[Name], alternatives: Iterable[Name]
) -> tuple[list[Name], list[str]]:
    """Return the alternatives that no other state bears in that language, and notices of the rest.

    Case is ignored, as readers do.
    """
    listed = list(alternatives)
    bearers: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for name in (*preferred, *listed):
        bearers[_key(name)].add(name.id)
    kept = [name for name in listed if len(bearers[_key(name)]) == 1]
    notices = [
        f"{name.id} {name.language}: '{name.name}' left out, it may be "
        + ", ".join(sorted(bearers[_key(name)]))
        for name in listed
        if len(bearers[_key(name)]) > 1
    ]
    return kept, notices


def _key(name: Name) -> tuple[str, str]:
    return name.language, name.name.casefold()


def _cldr_origin() -> str:
    from babel.core import get_cldr_version

    return f"CLDR {get_cldr_version()} via {name_origin('Babel')}"
