"""Check layer: the quality report on the ontology: what was found, what passed, what wasn't run."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from communique.check.ontology_checks import (
    NotRun,
    OntologyCheck,
    Row,
    read_checks,
    read_not_run,
    run_check,
)
from communique.check.ontology_material import Material
from communique.core.errors import Place
from communique.core.iris import NAMESPACE
from communique.core.resources import find_resource
from communique.core.source import read_text


@dataclass(frozen=True)
class OntologyFinding:
    """What a check found about one term, and where the term stands."""

    check: OntologyCheck
    row: Row
    place: Place
    language: str = "en"

    def __str__(self) -> str:
        """Return `file:line: severity code [sources] what is wrong. Mend. term value`."""
        check, language = self.check, self.language
        about = " ".join(filter(None, (shorten(self.row.term), shorten(self.row.value))))
        sources = ", ".join(check.source)
        words = f"{check.title[language]} {check.mend[language]}"
        return f"{self.place}: {check.severity} {check.code} [{sources}]: {words} {about}"

    def summary(self) -> dict[str, Any]:
        """Return the finding for machines."""
        return {
            "code": self.check.code,
            "severity": self.check.severity,
            "source": list(self.check.source),
            "term": self.row.term,
            "value": self.row.value,
            "place": str(self.place),
            "message": self.check.title[self.language],
            "mend": self.check.mend[self.language],
        }


@dataclass(frozen=True)
class OntologyReport:
    """The outcome of all checks."""

    checks: tuple[OntologyCheck, ...]
    findings: tuple[OntologyFinding, ...]
    not_run: tuple[NotRun, ...]

    @property
    def passed(self) -> list[OntologyCheck]:
        """The checks that found nothing."""
        found = {finding.check.code for finding in self.findings}
        return [check for check in self.checks if check.code not in found]

    @property
    def has_error(self) -> bool:
        """Whether any finding is an error; warnings and notes leave the ontology acceptable."""
        return any(finding.check.severity == "error" for finding in self.findings)

    @property
    def closing_line(self) -> str:
        """`N checks passed, M findings (E errors), K not run (need a network)`."""
        severities = [finding.check.severity for finding in self.findings]
        errors, warnings = severities.count("error"), severities.count("warning")
        return (
            f"{len(self.passed)} of {len(self.checks)} checks passed, {len(severities)} findings "
            f"({errors} errors, {warnings} warnings), {len(self.not_run)} not run (need a network)."
        )

    def summary(self) -> dict[str, Any]:
        """Return the report for machines."""
        return {
            "passed": [check.code for check in self.passed],
            "findings": [finding.summary() for finding in self.findings],
            "not_run": [one.source for one in self.not_run],
        }


@dataclass(frozen=True)
class TermFinder:
    """Finds the line on which a Turtle file begins to say something about a term."""

    files: Sequence[Path]

    @cached_property
    def _lines(self) -> Mapping[str, Place]:
        found: dict[str, Place] = {}
        for path in self.files:
            for number, line in enumerate(read_text(path).split("\n"), 1):
                subject = re.match(r"(?:cq:|<)([^\s>]+)>?\s", line)
                if subject:
                    start = NAMESPACE if line.startswith("cq:") else ""
                    found.setdefault(start + subject[1], Place(path, number))
        return found

    def find(self, row: Row) -> Place:
        """Return the place of the row's term, else of its value, else the first file."""
        known = (self._lines.get(iri) for iri in (row.term, row.value))
        return next((place for place in known if place), Place(self.files[0]))


def check_ontology(material: Material, *, language: str = "en") -> OntologyReport:
    """Return the report of all shipped checks; findings by severity, then by check.

    Errors: those of `read_checks`, `read_not_run` and `run_check`.
    """
    folder = find_resource("shapes", "ontology")
    chosen = tuple(read_checks(folder))
    finder = TermFinder(material.files)
    findings = [
        OntologyFinding(check, row, finder.find(row), language)
        for severity in ("error", "warning", "info")
        for check in chosen
        if check.severity == severity
        for row in run_check(check, material.store)
    ]
    return OntologyReport(chosen, tuple(findings), tuple(read_not_run(folder)))


def shorten(text: str) -> str:
    """Return a term of ours with its prefix, another IRI in angle brackets, words as they are.

    >>> [shorten(text) for text in (f"{NAMESPACE}Act", "https://example.org/x", "2")]
    ['cq:Act', '<https://example.org/x>', '2']
    """
    if text.startswith(NAMESPACE):
        return "cq:" + text.removeprefix(NAMESPACE)
    return f"<{text}>" if re.fullmatch(r"https?://\S+", text) else text
