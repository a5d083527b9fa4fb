"""Command line layer: `communique publish`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from communique import __version__
from communique.cli.options import base_option, json_option, language_option
from communique.cli.progress import Steps
from communique.core.errors import InputError


@click.command("publish")
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("site"),
    show_default=True,
    help="Folder of the site.",
)
@base_option
@click.option(
    "--path",
    default="/",
    show_default=True,
    help="Where the host serves the site; only the page for a missing one needs it.",
)
@language_option
@json_option
def command(
    folders: tuple[Path, ...], out: Path, base: str, path: str, language: str, as_json: bool
) -> None:
    """Write the static site: a page and RDF files for every IRI, the text, figures and answers.

    FOLDERS hold declaration.yaml and its source; without any, the shipped declarations are taken.
    Nothing is written if the check finds a violation. A file that hasn't changed is left alone.
    """
    from communique.build.project import load_dataset
    from communique.check.build_check import check_built
    from communique.core.iris import Iris
    from communique.core.resources import find_resource
    from communique.site.site_files import Built, write_site
    from communique.write.files import write_all_files, write_rdf_files
    from communique.write.generation import write_generation
    from communique.write.prefixes import read_prefixes

    _check_path(path)
    steps = Steps(quiet=as_json)
    with steps.step("Reading and building"):
        dataset = load_dataset(folders, iris=Iris(base))
        prefixes = read_prefixes(find_resource("ontology", "prefixes.yaml"))
        rdf_files = write_rdf_files(dataset, prefixes)
    with steps.step("Checking"):
        outcome = check_built(dataset, rdf_files, language=language)
    if outcome.has_violation:
        _refuse(outcome)
    with steps.step("Writing the pages"):
        software = f"communique {__version__}"
        files = write_all_files(dataset, rdf_files, software=software, check=outcome.summary())
        built = Built(files, json.loads(files["manifest.json"]))
        site = write_site(dataset, built, prefixes, path=path)
    with steps.step("Switching the new site in"):
        write_generation(out, site, keep_unchanged=True)
    pages = sum(name.endswith(".html") for name in site)
    size = sum(len(data) for data in site.values())
    if as_json:
        click.echo(json.dumps({"out": str(out), "files": len(site), "pages": pages, "bytes": size}))
        return
    click.echo(f"{pages} pages, {len(site)} files, {size / 1e6:.1f} MB in {out}/")
    click.echo(f"Open {out / 'index.html'} in a browser.")


def _check_path(path: str) -> None:
    """Refuse a place that isn't an absolute path of a URL: C120."""
    plain = path.isascii() and not any(char in path for char in "\"'<>?#\\ ")
    if not (plain and path.startswith("/") and path.endswith("/")) or path.startswith("//"):
        mend = "Write it as / or /communique/."
        raise InputError("C120", f"--path '{path}' is no path on a host", mend=mend)


def _refuse(outcome: Any) -> None:
    """Print the findings and exit 1; nothing has been written."""
    for finding in outcome.findings:
        click.echo(str(finding), err=True)
    click.echo("Nothing was written.", err=True)
    raise click.exceptions.Exit(1)
