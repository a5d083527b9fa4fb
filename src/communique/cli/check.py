"""Command line layer: `communique check`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from communique.cli.options import json_option, language_option, out_option

if TYPE_CHECKING:
    from communique.check.outcome import BuildCheck
    from communique.check.results import Finding
    from communique.read.annotate import Comparison


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@out_option
@click.option(
    "--engine",
    type=click.Choice(["compiled", "pyshacl"]),
    help="SHACL engine: the compiled one (the default where it is installed) or the reference.",
)
@click.option("--review", is_flag=True, help="Compare the rules with the review instead.")
@click.option("--ontology", is_flag=True, help="Check the ontology's own quality instead.")
@click.option("--reasoner", is_flag=True, help="With --ontology: ask HermiT, too (needs Java).")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json", "report"]),
    default="text",
    show_default=True,
    help="Findings one a line, as JSON, or as a SHACL validation report in Turtle.",
)
@language_option
@json_option
def command(
    files: tuple[Path, ...],
    out: Path,
    engine: str | None,
    review: bool,
    ontology: bool,
    reasoner: bool,
    output_format: str,
    language: str,
    as_json: bool,
) -> None:
    """Check the last build, or FILES in RDF, against the shapes and their source.

    One finding a line; exit code 1 if there is a violation. With --review, FILES are declaration
    folders, and what is printed is where the lexicon's rules and the review agree and disagree.
    With --ontology, FILES stand in for the shipped ontology.
    """
    if reasoner and not ontology:
        raise click.UsageError("--reasoner goes with --ontology.")
    if output_format == "report" and (review or ontology):
        raise click.UsageError("--format report is for what is checked against the shapes.")
    as_json = as_json or output_format == "json"
    if ontology:
        from communique.cli.check_ontology import report_ontology

        report_ontology(files, reasoner=reasoner, language=language, as_json=as_json)
        return
    if review:
        _report_review(files, as_json)
        return
    from communique.check.last_build import check_files, check_last_build, find_last_build
    from communique.check.outcome import ENGINES, default_engine

    chosen = next((one for one in ENGINES if one == engine), default_engine())
    if files:
        outcome = check_files(files, engine=chosen, language=language)
    else:
        outcome = check_last_build(find_last_build(out), engine=chosen, language=language)
    _print(outcome, "json" if as_json else output_format)
    if outcome.has_violation:
        raise click.exceptions.Exit(1)


def _print(outcome: BuildCheck, output_format: str) -> None:
    if output_format == "json":
        told = {**outcome.summary(), "results": [_tell(one) for one in outcome.findings]}
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    if output_format == "report":
        from communique.check.report import write_report

        click.echo(write_report(outcome), nl=False)
        return
    for finding in outcome.findings:
        click.echo(str(finding))
    exact = f"Sources rebuilt byte for byte: {outcome.sources}"
    click.echo(f"Findings: {len(outcome.findings)}. {exact}. Engine: {outcome.engine}.", err=True)


def _tell(finding: Finding) -> dict[str, Any]:
    place = {"path": str(finding.path), "line": finding.line, "column": finding.column}
    return {**place, **vars(finding.result)}


def _report_review(folders: tuple[Path, ...], as_json: bool) -> None:
    """Print the agreement of rule and review, then every disagreement. There is no threshold."""
    from communique.build.project import find_declarations, read_declarations, read_inputs

    readings = read_declarations(find_declarations(folders), read_inputs())
    comparisons = [one for reading in readings for one in reading.comparisons]
    if as_json:
        click.echo(json.dumps([vars(one) for one in comparisons], ensure_ascii=False, indent=1))
        return
    for kind, counts in count_outcomes(comparisons).items():
        click.echo(f"{kind}: " + ", ".join(f"{count} {what}" for what, count in counts.items()))
    click.echo("")
    for one in comparisons:
        if one.outcome != "agreed":
            click.echo(f"{one.place} {one.kind} {one.outcome}: {_sides(one)}")


def _sides(one: Comparison) -> str:
    sides: list[tuple[str, Any]] = [("rule", one.rule), ("review", one.review)]
    return " | ".join(f"{name}: {said}" for name, said in sides if said)


def count_outcomes(comparisons: list[Comparison]) -> dict[str, dict[str, int]]:
    """Return how often each outcome occurs, by the kind of annotation."""
    counts: dict[str, dict[str, int]] = {}
    for one in comparisons:
        found = counts.setdefault(one.kind, {})
        found[one.outcome] = found.get(one.outcome, 0) + 1
    return counts
