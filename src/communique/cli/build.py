"""Command line layer: `communique build`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from communique import __version__
from communique.cli.options import base_option, json_option, language_option, out_option
from communique.cli.progress import Steps


@click.command("build")
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path))
@out_option
@base_option
@language_option
@click.option("--no-check", is_flag=True, help="Skip the shapes (for measurements).")
@json_option
def command(
    folders: tuple[Path, ...], out: Path, base: str, language: str, no_check: bool, as_json: bool
) -> None:
    """Read the declarations, build their graph, check it and write the files.

    FOLDERS hold declaration.yaml and its source; without any, the shipped declarations are built.
    Nothing is written if the check finds a violation.
    """
    from communique.build.project import load_dataset
    from communique.check.build_check import check_built
    from communique.check.outcome import BuildCheck
    from communique.core.iris import Iris
    from communique.core.resources import find_resource
    from communique.write.files import write_all_files, write_rdf_files
    from communique.write.generation import write_generation
    from communique.write.prefixes import read_prefixes

    steps = Steps(quiet=as_json)
    with steps.step("Reading and building"):
        dataset = load_dataset(folders, iris=Iris(base))
    with steps.step("Writing RDF"):
        prefixes = read_prefixes(find_resource("ontology", "prefixes.yaml"))
        rdf_files = write_rdf_files(dataset, prefixes)
    outcome = BuildCheck.skipped()
    if not no_check:
        with steps.step("Checking"):
            outcome = check_built(dataset, rdf_files, language=language)
    if outcome.has_violation:
        _refuse(outcome, as_json)
    with steps.step("Switching the new generation in"):
        software = f"communique {__version__}"
        files = write_all_files(dataset, rdf_files, software=software, check=outcome.summary())
        write_generation(out, files)
    summary: dict[str, Any] = json.loads(files["manifest.json"])
    if as_json:
        click.echo(json.dumps({"out": str(out), **summary}, ensure_ascii=False))
        return
    from communique.cli.build_summary import print_summary
    from communique.cli.next_steps import next_steps

    further = next_steps(dataset.declarations[0], folders=folders, out=out)
    print_summary(summary, out=out, files=files, seconds=steps.seconds, steps=further)


def _refuse(outcome: Any, as_json: bool) -> None:
    """Print the findings and exit 1; nothing has been written."""
    if as_json:
        click.echo(json.dumps(outcome.summary(), ensure_ascii=False))
    for finding in outcome.findings:
        click.echo(str(finding), err=True)
    click.echo("Nothing was written.", err=True)
    raise click.exceptions.Exit(1)
