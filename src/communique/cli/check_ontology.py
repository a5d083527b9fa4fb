"""Command line layer: `communique check --ontology`, the quality report."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from communique.check.ontology import OntologyReport
    from communique.check.reasoner import Reasoning


def report_ontology(files: Sequence[Path], *, reasoner: bool, language: str, as_json: bool) -> None:
    """Print the report on the shipped ontology, or on FILES in its place; exit 1 on an error."""
    from communique.check.ontology import check_ontology
    from communique.check.ontology_material import load_material

    material = load_material(files)
    report = check_ontology(material, language=language)
    reasoning = None
    if reasoner:
        from communique.check.reasoner import reason_over

        reasoning = reason_over(material)
    if as_json:
        told = report.summary() | ({"reasoning": reasoning.summary()} if reasoning else {})
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        _print(report, reasoning, language)
    if report.has_error or (reasoning and not reasoning.is_clean):
        raise click.exceptions.Exit(1)


def _print(report: OntologyReport, reasoning: Reasoning | None, language: str) -> None:
    for finding in report.findings:
        click.echo(str(finding).removeprefix(f"{Path.cwd()}{os.sep}"))
    for one in report.not_run:
        click.echo(f"not run (needs a network): [{one.source}] {one.title[language]}")
    if reasoning:
        for iri in reasoning.unsatisfiable:
            click.echo(f"HermiT: error unsatisfiable: no thing can be a <{iri}>. Mend its axioms.")
        click.echo(_tell(reasoning))
    click.echo(report.closing_line, err=True)


def _tell(reasoning: Reasoning) -> str:
    verdict = "consistent" if reasoning.is_consistent else "error inconsistent: a contradiction"
    count = len(reasoning.unsatisfiable)
    classes = f", {count} unsatisfiable classes" if reasoning.is_consistent else ""
    return (
        f"HermiT: {verdict}{classes} ({reasoning.triples} triples; {reasoning.left_out} left out: "
        "values of datatypes that OWL 2 lacks)."
    )
