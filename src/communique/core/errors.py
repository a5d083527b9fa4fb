"""Core layer: the errors that a user may meet: a code, a place, the problem and the mend."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

#: Every code, with what it means; `docs/errors.md` explains each one.
CODES: Final[dict[str, str]] = {
    "C001": "a file is missing or can't be read",
    "C002": "the source's sha256 differs from the recipe's",
    "C003": "a text file is not valid UTF-8",
    "C004": "a text file begins with a byte order mark",
    "C005": "a text file has carriage returns",
    "C010": "YAML syntax",
    "C011": "a key stands twice in one mapping",
    "C012": "an anchor, alias, tag or merge key in YAML",
    "C013": "a value is of the wrong kind",
    "C014": "an unknown key",
    "C015": "a required key is missing",
    "C016": "a value outside the allowed ones",
    "C020": "an anchor or expected line is not there",
    "C021": "an anchor stands more than once",
    "C022": "a paragraph's number is missing, doubled or out of order",
    "C023": "the page has fewer or more lines than the recipe lays out",
    "C024": "a count differs from the recipe's",
    "C030": "a row of names doesn't segment: an unknown name",
    "C031": "a name is ambiguous",
    "C032": "an asterisk without a reservation",
    "C033": "a reservation without an asterisk",
    "C034": "a reservation of a party that isn't listed",
    "C035": "a reservation on a paragraph that doesn't exist",
    "C036": "a party or a reservation is listed twice",
    "C037": "a line of reservations that can't be read",
    "C040": "the review names a statement or point that doesn't exist",
    "C041": "quoted words are not at that place in the source",
    "C042": "an unknown slug of a force, topic, instrument, party or addressee",
    "C043": "a rule of the lexicon is not a valid pattern",
    "C050": "a table of the authority records is malformed",
    "C060": "the output can't be written",
    "C061": "the output's place holds something that no build made",
    "C062": "another build writes to the same place",
    "C063": "there is no finished build here",
    "C070": "no canned query of that name",
    "C071": "a parameter of a query is unknown, missing or can't be resolved",
    "C072": "a SPARQL query has a mistake",
    "C073": "a canned query's front matter is malformed",
    "C080": "an RDF file can't be parsed",
    "C081": "a validation engine failed, or the engines disagree",
    "C082": "the reasoner can't be run",
    "C090": "the address of an endpoint isn't an http(s) one",
    "C091": "an endpoint can't be reached, or is too slow",
    "C092": "an endpoint refused the query",
    "C093": "an endpoint's answer is truncated, or isn't SPARQL results",
    "C100": "a table of links, or one for the snapshot of Wikidata, is malformed",
    "C101": "an endpoint's answer leaves out something that was asked",
    "C102": "the kept snapshot of Wikidata is malformed",
    "C103": "a query has no single group of its own for Wikidata",
    "C104": "the cache can't be written",
    "C105": "no link, or nothing to link, of that name",
    "C110": "the address or the kind of a store isn't usable",
    "C111": "a store failed at every try",
    "C112": "a store refuses the login, or there is none",
    "C113": "a store refuses what it was sent",
    "C114": "a store doesn't hold what it was sent",
    "C115": "a store sends us to another address",
    "C116": "the canonical form of blank nodes takes too long",
    "C117": "another load into the same store is at work",
    "C118": "a graph is neither old nor new, and couldn't be restored",
    "C119": "what is to be loaded isn't in the source",
    "C120": "the place of the site on its host is no path",
    "C121": "the host of the site is no address",
    "C124": "a part of the site's history is missing or malformed",
    "C125": "a part of the site's history isn't what its hash says",
    "C126": "the new version doesn't follow the history that the site has",
    "C123": "the SPARQL editor can't be packed",
    "C130": "a setting of the server can't be used",
    "C131": "there is no site or graph to serve",
    "C132": "the address can't be listened on",
    "C133": "the processes for queries can't be started",
    "C134": "the server's cache can't be made",
}


@dataclass(frozen=True)
class Place:
    """Where a problem is: a file, with line and column (counted from 1) where they are known."""

    path: Path
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Return `path`, `path:line` or `path:line:column`.

        >>> str(Place(Path("a.yaml"), line=3, column=7))
        'a.yaml:3:7'
        """
        parts = [str(self.path)]
        parts += [str(number) for number in (self.line, self.column) if number is not None]
        return ":".join(parts)


class CommuniqueError(Exception):
    """A problem to be told to the user in one line; `exit_code` is what the command ends with."""

    exit_code = 2

    def __init__(self, code: str, problem: str, *, mend: str, place: Place | None = None) -> None:
        """Build the error from a code of `CODES`, the problem, the mend and the place."""
        if code not in CODES:
            raise ValueError(f"undocumented error code {code}")
        super().__init__(problem)
        self.code, self.problem, self.mend, self.place = code, problem, mend, place

    def __str__(self) -> str:
        """Return `place: code problem. Mend.` in one line.

        >>> str(InputError("C003", "not UTF-8", mend="Save it so.", place=Place(Path("s.txt"))))
        's.txt: C003 not UTF-8. Save it so.'
        """
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.code} {self.problem}. {self.mend}"


class InputError(CommuniqueError):
    """What was given (a file, a recipe, a parameter) is wrong; exit code 2."""


class OutputError(CommuniqueError):
    """The result can't be written where it was asked for; exit code 2."""


class ServiceError(CommuniqueError):
    """A service outside this program failed; exit code 3."""

    exit_code = 3
