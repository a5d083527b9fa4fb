"""Check layer: the checks of the ontology, one SPARQL query each, `shapes/ontology/*.rq`.

A check's front matter has its code, the published rules it stands for, its severity, and what is
wrong and how to mend it in each language. Each row (`?term`, and `?value` where there is one) is a
finding. What can't be checked without a network stands in `not-run.yaml` beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

import pyoxigraph as ox

from communique.core.errors import InputError, Place
from communique.core.source import read_text
from communique.core.strict_yaml import Value, parse_yaml, read_yaml

Severity = Literal["error", "warning", "info"]
SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)
_MARK: Final = "#+"


@dataclass(frozen=True)
class OntologyCheck:
    """One check; `title` says what is wrong where it finds something; texts are by language."""

    code: str
    path: Path
    source: tuple[str, ...]
    severity: Severity
    title: Mapping[str, str]
    mend: Mapping[str, str]
    query: str


@dataclass(frozen=True)
class NotRun:
    """A published check that needs a network; it is named, and never counted as passed."""

    source: str
    title: Mapping[str, str]


@dataclass(frozen=True, order=True)
class Row:
    """One row of a check's answer, as plain text."""

    term: str
    value: str


def read_checks(folder: Path) -> list[OntologyCheck]:
    """Return the checks of `shapes/ontology/`, by code; errors as `read_yaml`, and C073."""
    checks = [_read_check(path) for path in sorted(folder.glob("*.rq"))]
    return sorted(checks, key=lambda check: check.code)


def read_not_run(folder: Path) -> list[NotRun]:
    """Return what can't be run without a network; errors as `read_yaml`."""
    items = (
        item.fields(["source", "title"]) for item in read_yaml(folder / "not-run.yaml").items()
    )
    return [NotRun(item["source"].text(), _texts(item["title"])) for item in items]


def run_check(check: OntologyCheck, store: ox.Store) -> list[Row]:
    """Return the check's rows, sorted; C072 if the query has a mistake, C073 if it's no SELECT."""
    try:
        solutions = store.query(check.query)
    except SyntaxError as error:
        place = Place(check.path, error.lineno, error.offset)
        raise InputError("C072", str(error.msg), mend="Mend the check.", place=place) from error
    if not isinstance(solutions, ox.QuerySolutions):
        mend = "Write a SELECT with ?term."
        raise InputError("C073", "a check that isn't a SELECT", mend=mend, place=Place(check.path))
    has_value = "?value" in {str(variable) for variable in solutions.variables}
    # SAMPLE and COUNT over nothing still give one row, without a term.
    found = (row for row in solutions if row["term"] is not None)
    return sorted(
        {Row(_text(row["term"]), _text(row["value"]) if has_value else "") for row in found}
    )


def _read_check(path: Path) -> OntologyCheck:
    text = read_text(path)
    lines = [line.removeprefix(_MARK) for line in text.split("\n") if line.startswith(_MARK)]
    if not lines:
        mend = "Begin the file with '#+ ' lines of YAML."
        raise InputError("C073", "no front matter", mend=mend, place=Place(path, 1))
    fields = parse_yaml("\n".join(lines), path).fields(
        ["code", "source", "severity", "title", "mend"]
    )
    chosen = fields["severity"].choice(SEVERITIES, what="severity")
    return OntologyCheck(
        code=fields["code"].text(),
        path=path,
        source=tuple(item.text() for item in fields["source"].distinct()),
        severity=next(one for one in SEVERITIES if one == chosen),
        title=_texts(fields["title"]),
        mend=_texts(fields["mend"]),
        query=text,
    )


def _texts(value: Value) -> Mapping[str, str]:
    """Return the texts of a mapping that has both languages."""
    return {name: text.text() for name, text in value.fields(["en", "zh-Hans"]).items()}


def _text(term: object) -> str:
    """Return a term for a person: an IRI as it is, a literal's words, a blank node by its label."""
    if isinstance(term, (ox.NamedNode, ox.Literal)):
        return term.value
    return str(term) if term is not None else ""
