"""Command line layer: `communique load`."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from communique.cli.options import json_option
from communique.cli.progress import Steps

if TYPE_CHECKING:
    from communique.load.job import Job, Outcome
    from communique.load.line_sorter import Difference
    from communique.load.report import Report
    from communique.load.sparql_store import SparqlStore

#: Named here, too, so that `--help` imports no HTTP client; a test compares.
_KINDS: Final = (
    "oxigraph",
    "virtuoso",
    "fuseki",
    "graphdb",
    "rdf4j",
    "qlever",
    "stardog",
    "neptune",
    "generic",
)
_RECIPES: Final = ("oxigraph", "virtuoso", "tdb2", "graphdb", "qlever")


@click.command("load")
@click.argument("url", required=False)
@click.option(
    "--from",
    "--out",
    "folder",
    type=click.Path(path_type=Path),
    default=Path("dist"),
    show_default=True,
    help="A build's folder, or an RDF file.",
)
@click.option("--declaration", "declarations", multiple=True, help="Only this one's graphs.")
@click.option("--graph", "graphs", multiple=True, metavar="IRI", help="Only this graph.")
@click.option("--store", "kind", type=click.Choice(_KINDS), help="Kind of store.")
@click.option("--query-url", metavar="URL", help="Where the store is asked.")
@click.option("--update-url", metavar="URL", help="Where it takes updates.")
@click.option("--graph-url", metavar="URL", help="Where its graph store protocol is.")
@click.option("--auth", type=click.Choice(["basic", "digest", "bearer"]), help="Kind of login.")
@click.option("--dry-run", is_flag=True, help="Show what would be done; write nothing.")
@click.option("--prune", is_flag=True, help="Remove graphs of ours that are no longer built.")
@click.option(
    "--timeout",
    type=click.FloatRange(0.1),
    default=600.0,
    show_default=True,
    help="Seconds of silence after which a request is given up.",
)
@click.option(
    "--tries",
    type=click.IntRange(1),
    default=6,
    show_default=True,
    help="How often a failing store is tried.",
)
@click.option(
    "--bulk-recipe",
    type=click.Choice(_RECIPES),
    help="Print a script for this store's own bulk loader instead.",
)
@json_option
def command(url: str | None, folder: Path, bulk_recipe: str | None, **options: Any) -> None:
    """Load the built graphs into the triple store at URL, and verify each one.

    What is in place is left alone; what is new is staged, verified, switched in and verified again.
    Exit code 0 means that the store holds what was built, triple by triple.

    A login comes from COMMUNIQUE_USER and COMMUNIQUE_PASSWORD, from COMMUNIQUE_TOKEN, netrc, or a
    prompt.
    """
    if bulk_recipe is not None:
        _print_recipe(bulk_recipe, folder)
        return
    if url is None and options["query_url"] is None:
        raise click.UsageError("Give the store's URL, or --query-url.")
    if options["prune"] and (options["declarations"] or options["graphs"] or not folder.is_dir()):
        raise click.UsageError("--prune needs a whole build: its folder, with all its graphs.")
    job = _make_job(url, folder, options)
    _print_head(job.store, as_json=options["as_json"])
    outcome = job.run()
    if options["as_json"]:
        _print_json(job, outcome)
    else:
        _print_end(job, outcome)


def _make_job(url: str | None, folder: Path, options: dict[str, Any]) -> Job:
    from communique.load.attempts import Attempts
    from communique.load.job import Job
    from communique.load.local_graphs import Choice, find_source
    from communique.load.opening import StoreOptions, open_store

    source = find_source(folder)
    attempts = Attempts(options["tries"], on_wait=_tell_wait)
    wanted = StoreOptions(
        url=url,
        kind=options["kind"],
        query_url=options["query_url"],
        update_url=options["update_url"],
        graph_url=options["graph_url"],
        auth=options["auth"],
        timeout_seconds=options["timeout"],
    )
    prompt = _ask_login if sys.stdin.isatty() and sys.stderr.isatty() else None
    steps = Steps(quiet=options["as_json"])
    store = open_store(wanted, environment=os.environ, attempts=attempts, prompt=prompt)
    return Job(
        store,
        source,
        attempts,
        choice=Choice(options["declarations"], options["graphs"]),
        is_dry_run=options["dry_run"],
        prunes=options["prune"],
        on_report=(lambda _report: None) if options["as_json"] else _print_report,
        watch=lambda work, graph: steps.step(f"{work} {graph}"),
    )


def _ask_login(host: str) -> tuple[str, str]:
    text = f"User at {host} (none: a token)"
    user = str(click.prompt(text, default="", show_default=False, err=True))
    return user, str(click.prompt("Password" if user else "Token", hide_input=True, err=True))


def _tell_wait(problem: str, seconds: float) -> None:
    click.echo(f"{problem}; trying again in {seconds:g} s", err=True)


def _print_head(store: SparqlStore, *, as_json: bool) -> None:
    """Say what to expect before anything is written; programs find it on standard error."""
    click.echo(f"{store.kind} at {store.addresses.origin}", err=as_json)
    for note in store.describe_limits():
        click.echo(f"  note: {note}", err=as_json)


def _print_report(report: Report) -> None:
    times = ", ".join(f"{work} {seconds:.1f} s" for work, seconds in report.seconds.items())
    click.echo(f"  {report.action:<9}  {report.graph}  {report.count:,} triples  ({times})")
    if report.difference is not None:
        _print_difference(report.difference)


def _print_difference(difference: Difference) -> None:
    """Print what a load would take away (-) and bring (+)."""
    for line in difference.sample:
        click.echo(f"    {line}")
    more = difference.size - len(difference.sample)
    if more:
        click.echo(f"    and {more:,} more triples")


def _print_end(job: Job, outcome: Outcome) -> None:
    for name in outcome.pruned:
        click.echo(f"  {'prune' if job.is_dry_run else 'pruned':<9}  {name}")
    for name in outcome.unclear:
        click.echo(f"  left alone {name}: under our base, but not a declaration's graph")
    triples = sum(report.count for report in outcome.reports)
    graphs = f"{len(outcome.reports)} graphs, {triples:,} triples"
    if job.is_dry_run:
        click.echo(f"Plan for {graphs}; nothing was written.")
    else:
        click.echo(f"Verified: {graphs}; {job.store.client.writes} writes.")


def _print_json(job: Job, outcome: Outcome) -> None:
    store = job.store
    result = {
        "store": {"kind": store.kind, "url": store.addresses.origin},
        "notes": store.describe_limits(),
        "dryRun": job.is_dry_run,
        "verified": not job.is_dry_run,
        "graphs": [
            {
                "graph": report.graph,
                "triples": report.count,
                "action": report.action,
                "difference": _write_difference(report.difference),
                "seconds": {work: round(time, 3) for work, time in report.seconds.items()},
            }
            for report in outcome.reports
        ],
        "pruned": outcome.pruned,
        "leftAlone": outcome.unclear,
        "writes": store.client.writes,
    }
    click.echo(json.dumps(result, ensure_ascii=False, indent=1))


def _write_difference(difference: Difference | None) -> dict[str, Any] | None:
    if difference is None:
        return None
    removed, added, sample = difference.missing, difference.surplus, list(difference.sample)
    return {"removed": removed, "added": added, "sample": sample}


def _print_recipe(kind: str, folder: Path) -> None:
    from communique.load.bulk import write_recipe

    click.echo(write_recipe(kind, folder), nl=False)
