"""Command line layer: `communique link`: candidates, checks, the snapshot, joined questions."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from communique.cli.options import json_option

if TYPE_CHECKING:
    from communique.link.interview import Interview
    from communique.link.linked import Subject
    from communique.query.answer import Engine, Table

_PATH: Final = click.Path(path_type=Path)
_HOUR_SECONDS: Final = 3600.0


def _network_options(function: Callable[..., None]) -> Callable[..., None]:
    """Add the options of every command that asks an endpoint."""
    for option in (
        click.option("--endpoint", metavar="URL", help="SPARQL endpoint; Wikidata's if not given."),
        click.option(
            "--timeout",
            type=click.FloatRange(1),
            default=60.0,
            show_default=True,
            help="Seconds to wait for each answer.",
        ),
        click.option("--batch", type=click.IntRange(1, 200), help="Things in one request (50)."),
        click.option("--pause", type=click.FloatRange(0), help="Seconds between two requests (1)."),
        click.option("--cache", type=_PATH, help="Folder of kept answers; among your caches."),
        click.option(
            "--max-age",
            type=click.FloatRange(0),
            default=24.0,
            show_default=True,
            help="Hours for which a kept answer is used; 0 asks again.",
        ),
    ):
        function = option(function)
    return function


@click.group("link")
def command() -> None:
    """Link states, instruments and topics to Wikidata, and check the links.

    Only these commands ask a server, one request at a time. Without a network they say so and end
    with 3, and nothing is changed; what has been answered is kept, so that the next run goes on.
    """


@command.command("candidates")
@click.argument("names", nargs=-1)
@click.option("--out", type=_PATH, help="Write undecided SSSOM rows to this file.")
@json_option
@_network_options
def candidates(names: tuple[str, ...], out: Path | None, as_json: bool, **network: Any) -> None:
    """Find items for what has no accepted link, by name and by code.

    NAMES are identifiers (state/AGO) or folders (states, instruments, topics); everything without
    an accepted link if not given. The rows are for review: no table of links is changed.
    """
    from communique.link.candidates import find_candidates, write_candidates

    subjects = _choose(names)
    with _interview(network, "Looking up") as interview:
        matches = find_candidates(subjects, interview)
    rows = write_candidates(matches, endpoint=interview.endpoint.url, date=_today().isoformat())
    if out is not None:
        _write(out, rows.encode())
    if as_json:
        listed = [
            {
                "subject": one.subject.identifier,
                "outcome": one.outcome,
                "candidates": [vars(candidate) for candidate in one.candidates],
            }
            for one in matches
        ]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=1))
        return
    for one in matches:
        found = ", ".join(f"{c.item} {c.label}" for c in one.candidates) or "-"
        click.echo(f"{one.subject.identifier}\t{one.outcome}\t{found}")
    click.echo(f"{len(matches)} without an accepted link were looked up.", err=True)


@command.command("check")
@click.argument("names", nargs=-1)
@json_option
@_network_options
def check(names: tuple[str, ...], as_json: bool, **network: Any) -> None:
    """Check that the linked items still are what they were: one finding a line.

    NAMES as for candidates. Exit code 1 if an item has been merged or deleted, is no country or
    territory, or has another code than our record; a changed name or a missing code is only told.
    """
    from communique.link.inspection import inspect_links
    from communique.link.snapshot import read_known_labels

    subjects = _choose(names)
    known = read_known_labels(_kept_snapshot())
    with _interview(network, "Checking") as interview:
        findings = inspect_links(subjects, interview, known_labels=known)
    if as_json:
        rows = [{**vars(one), "place": str(one.place)} for one in findings]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for one in findings:
            click.echo(str(one))
    checked = sum(one.accepted is not None for one in subjects)
    click.echo(f"Links checked: {checked}. Findings: {len(findings)}.", err=True)
    if any(one.is_problem for one in findings):
        raise click.exceptions.Exit(1)


@command.command("refresh")
@click.option("--out", type=_PATH, help="File to keep it in; data/wikidata/snapshot.nq.")
@_network_options
def refresh(out: Path | None, **network: Any) -> None:
    """Put what Wikidata says in place of the constructed snapshot.

    The next build takes it. Exit code 1, and nothing is changed, if an item has been lost.
    """
    from communique.link.snapshot import fetch_snapshot, write_snapshot

    path = out or _kept_snapshot()
    with _interview(network, "Fetching") as interview:
        refreshed = fetch_snapshot(_choose(()), interview, today=_today())
    if refreshed.lost:
        lost = ", ".join(refreshed.lost)
        click.echo(f"Merged, deleted or without a name: {lost}. See 'link check'.", err=True)
        click.echo("Nothing was changed.", err=True)
        raise click.exceptions.Exit(1)
    write_snapshot(path, refreshed.quads)
    click.echo(f"{path}: {len(refreshed.quads)} quads. Run 'communique build' to use them.")


@command.command("ask")
@click.argument("name")
@click.option("--live", is_flag=True, help="Ask Wikidata itself, not the snapshot.")
@click.option("--from", "folder", type=_PATH, help="A build's folder, if not ./dist.")
@click.option("--service", is_flag=True, help="Print the query with SERVICE, for any other store.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "tsv", "json", "markdown"]),
    default="table",
    show_default=True,
    help="How to write the answer.",
)
@_network_options
def ask(
    name: str, live: bool, folder: Path | None, service: bool, form: str, **network: Any
) -> None:
    """Ask a joined question: NAME is one of the catalogue's group 'wikidata'.

    Our graph and the snapshot answer without a network; with --live Wikidata answers its part. The
    built files in ./dist are asked, or, if there are none, the shipped data.
    """
    from communique.link.federation import split_query
    from communique.link.joined import LiveEngine, find_build, list_linked_items, open_joined
    from communique.link.wikidata import ENDPOINT
    from communique.query.asking import ask_canned
    from communique.query.catalogue import Catalogue

    query = Catalogue().find(name)
    joined = split_query(query.sparql, query.path)
    store = open_joined(folder or find_build())
    if service:
        items = list_linked_items(store)
        click.echo(joined.write_federated(network["endpoint"] or ENDPOINT, items), nl=False)
        return
    if not live:
        _print(ask_canned(store, query, {}), store, form)
        return
    with _interview(network, "Asking") as interview:
        answer = ask_canned(LiveEngine(store, interview), query, {})
    _print(answer, store, form)


def _print(answer: Table, store: Engine, form: str) -> None:
    from communique.cli.query_table import print_table
    from communique.query.formats import write_answer
    from communique.query.labels import look_up_labels
    from communique.query.library import load_prefixes

    prefixes = load_prefixes()
    labeller = look_up_labels(store, answer, language="en", prefixes=prefixes)
    if form == "table":
        print_table(answer, labeller)
        return
    data = write_answer(answer, form, labeller=labeller, prefixes=prefixes)
    sys.stdout.buffer.write(data if data.endswith(b"\n") else data + b"\n")


def _choose(names: tuple[str, ...]) -> list[Subject]:
    from communique.core.resources import find_resource
    from communique.link.linked import choose_subjects, read_subjects

    subjects = read_subjects(find_resource("data"), find_resource("ontology"))
    return choose_subjects(subjects, names)


def _kept_snapshot() -> Path:
    from communique.core.resources import find_resource
    from communique.read.snapshot import KEPT_FILE

    return find_resource("data", "wikidata", KEPT_FILE)


def _today() -> Any:
    import datetime

    return datetime.datetime.now(datetime.UTC).date()


@contextmanager
def _interview(network: dict[str, Any], doing: str) -> Iterator[Interview]:
    """Yield an interview with the endpoint; a bar shows its progress on a terminal only."""
    from communique.core.caches import find_cache_folder
    from communique.link.cache import AnswerCache
    from communique.link.interview import BATCH_SIZE, PAUSE_SECONDS, Interview
    from communique.link.wikidata import ENDPOINT
    from communique.query.endpoint import Endpoint

    endpoint = Endpoint(network["endpoint"] or ENDPOINT, timeout_seconds=network["timeout"])
    seconds = network["max_age"] * _HOUR_SECONDS
    pause = PAUSE_SECONDS if network["pause"] is None else network["pause"]
    interview = Interview(
        endpoint,
        AnswerCache(network["cache"] or find_cache_folder("link"), seconds),
        batch_size=network["batch"] or BATCH_SIZE,
        pause_seconds=pause,
    )
    if not sys.stderr.isatty():
        yield interview
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(doing)
        interview.show = lambda done, total: progress.update(task, completed=done, total=total)
        yield interview


def _write(path: Path, data: bytes) -> None:
    from communique.core.errors import OutputError, Place
    from communique.link.whole_file import replace_file

    try:
        replace_file(path, data)
    except OSError as error:
        mend = "Check the folder and its permissions."
        problem = f"can't write the candidates: {error.strerror}"
        raise OutputError("C060", problem, mend=mend, place=Place(path)) from error
