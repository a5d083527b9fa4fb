"""Check layer: what a validation engine reports, in one form for all engines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Result:
    """One validation result; terms in N-Triples syntax, names without their namespace.

    `shape` is the local name of the shape, `path` a SPARQL property path ('' for a node shape),
    `component` the local name of the constraint component, `severity` one of Violation, Warning
    and Info.
    """

    focus: str
    path: str
    component: str
    severity: str
    shape: str = ""
    value: str = ""
    message: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What two engines must agree on."""
        return (self.focus, self.path, self.component, self.severity)


@dataclass(frozen=True, order=True)
class Finding:
    """A result told to a person: where in which file, what is wrong and how to mend it."""

    path: Path
    line: int | None
    column: int | None
    result: Result

    def __str__(self) -> str:
        """Return `file:line:column: severity shape message [focus]` in one line."""
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        result = self.result
        name = result.shape or result.component
        return f"{place}: {result.severity} {name}: {result.message} {result.focus}"


def has_violation(findings: Sequence[Finding]) -> bool:
    """Tell whether any finding is a Violation; warnings alone leave the data acceptable."""
    return any(finding.result.severity == "Violation" for finding in findings)
