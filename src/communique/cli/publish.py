"""Command line layer: `communique publish`."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import click

from communique import __version__
from communique.cli.browser import show_page
from communique.cli.hosts import check_place, host_options
from communique.cli.options import base_option, json_option, language_option
from communique.cli.progress import Steps
from communique.cli.versions import choose_date, read_before, version_options
from communique.core.errors import ServiceError


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
@host_options
@click.option(
    "--editor/--no-editor",
    default=None,
    help="Insist on the SPARQL editor, or leave it out; by default it is packed if npm can.",
)
@click.option(
    "--compress", is_flag=True, help="Write each text file compressed as well (.gz), for servers."
)
@click.option("--open", "opening", is_flag=True, help="Open the first page in a browser.")
@version_options
@language_option
@json_option
def command(
    folders: tuple[Path, ...],
    out: Path,
    base: str,
    path: str,
    host: str | None,
    editor: bool | None,
    compress: bool,
    opening: bool,
    date: datetime.datetime | None,
    given: Path | None,
    language: str,
    as_json: bool,
) -> None:
    """Write the static site: a page and RDF files for every IRI, the text, figures and answers.

    FOLDERS hold declaration.yaml and its source; without any, the shipped declarations are taken.
    Nothing is written if the check finds a violation. A file that hasn't changed is left alone.
    The site keeps every version of the graph that was published; a changed graph is a new one.
    """
    from communique.build.project import load_dataset
    from communique.check.build_check import check_built
    from communique.core.iris import Iris
    from communique.core.resources import find_resource
    from communique.site.compression import compress_files
    from communique.site.site_files import Built, write_site
    from communique.site.versions.history import add_version
    from communique.site.versions.history_files import write_history
    from communique.write.files import write_all_files, write_rdf_files
    from communique.write.generation import write_generation
    from communique.write.prefixes import read_prefixes

    check_place(host, path)
    day = choose_date(date)
    before = read_before(out, given, base)
    steps = Steps(quiet=as_json)
    with steps.step("Reading and building"):
        dataset = load_dataset(folders, iris=Iris(base))
        prefixes = read_prefixes(find_resource("ontology", "prefixes.yaml"))
        rdf_files = write_rdf_files(dataset, prefixes)
    with steps.step("Checking"):
        outcome = check_built(dataset, rdf_files, language=language)
    if outcome.has_violation:
        _refuse(outcome)
    with steps.step("Packing the SPARQL editor"):
        packed = _pack_editor(editor)
    with steps.step("Writing the pages"):
        software = f"communique {__version__}"
        files = write_all_files(dataset, rdf_files, software=software, check=outcome.summary())
        nquads, manifest = files["communique.nq"], files["manifest.json"]
        history = add_version(before.history, nquads=nquads, manifest=manifest, date=day)
        built = Built(files, json.loads(manifest), history)
        site = write_site(dataset, built, prefixes, path=path, host=host, editor=packed)
    if compress:
        with steps.step("Compressing"):
            site.update(compress_files(site))
    with steps.step("Switching the new site in"):
        write_generation(
            out,
            site,
            keep_unchanged=True,
            follows=before.generation,
            durable=write_history(history).keys(),
        )
    pages = sum(name.endswith(".html") for name in site)
    size = sum(len(data) for data in site.values())
    if as_json:
        written = {"out": str(out), "files": len(site), "pages": pages, "bytes": size}
        version = {"version": history.versions[-1].name, "versions": len(history.versions)}
        click.echo(json.dumps({**written, **version, "editor": bool(packed)}))
        return
    click.echo(f"{pages} pages, {len(site)} files, {size / 1e6:.1f} MB in {out}/")
    click.echo(f"Version {history.versions[-1].name} of {history.versions[-1].date}.")
    show_page(out / "index.html", opening=opening)


def _pack_editor(wanted: bool | None) -> dict[str, bytes]:
    """Return the files of the SPARQL editor; none, and a word about it, where they can't be had."""
    from communique.core.caches import find_cache_folder
    from communique.site.editor.packing import pack_editor

    if wanted is False:
        return {}
    try:
        return pack_editor(find_cache_folder("editor"))
    except ServiceError as error:
        if wanted:
            raise
        click.echo(f"The SPARQL editor is left out, its page has a plain form: {error}", err=True)
        return {}


def _refuse(outcome: Any) -> None:
    """Print the findings and exit 1; nothing has been written."""
    for finding in outcome.findings:
        click.echo(str(finding), err=True)
    click.echo("Nothing was written.", err=True)
    raise click.exceptions.Exit(1)
