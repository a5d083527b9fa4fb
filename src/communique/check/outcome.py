"""Check layer: the engines that may be named, and the outcome of a check."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from typing import Any, Final, Literal

from communique.check.compiled import validate_compiled
from communique.check.reference import validate_reference
from communique.check.results import Finding, Result, has_violation
from communique.check.shapes import ShapesFolder
from communique.core.iris import DEFAULT_BASE

Engine = Literal["compiled", "pyshacl"]
ENGINES: Final[tuple[Engine, ...]] = ("compiled", "pyshacl")


@dataclass(frozen=True)
class BuildCheck:
    """The outcome of a check: its findings, and how many sources the graph gives back exactly."""

    engine: str
    findings: tuple[Finding, ...]
    sources: int

    @classmethod
    def skipped(cls) -> BuildCheck:
        """Return the outcome of a check that wasn't made; it says so."""
        return cls("none", (), 0)

    @property
    def has_violation(self) -> bool:
        """Whether any finding is a violation."""
        return has_violation(self.findings)

    def summary(self) -> dict[str, Any]:
        """Return the outcome for the manifest."""
        severities = [finding.result.severity for finding in self.findings]
        return {
            "engine": self.engine,
            "conforms": self.engine != "none" and not self.has_violation,
            "violations": severities.count("Violation"),
            "warnings": severities.count("Warning"),
            "round_trips": self.sources,
            "findings": [str(finding) for finding in self.findings],
        }


def default_engine() -> Engine:
    """Return the compiled engine where its package is installed, else the reference."""
    return "compiled" if importlib.util.find_spec("shacl") else "pyshacl"


def validate(
    turtle: str, shapes: ShapesFolder, *, engine: Engine, base: str = DEFAULT_BASE
) -> list[Result]:
    """Return an engine's results on a data graph given as Turtle; C081 if it fails.

    `base` is what relative IRIs are resolved against if the text doesn't say.
    """
    run = validate_compiled if engine == "compiled" else validate_reference
    return run(turtle, shapes, base=base)
