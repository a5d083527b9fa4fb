"""Command line layer: `communique query`: the catalogue, a canned query, or SPARQL of one's own."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from communique.core.errors import InputError

if TYPE_CHECKING:
    from communique.query.answer import Answer, Engine
    from communique.query.canned import CannedQuery
    from communique.query.labels import Labeller

_FORMATS: Final = (
    "table",
    "csv",
    "tsv",
    "json",
    "xml",
    "markdown",
    "records",
    "spreadsheet",
    "turtle",
)


def _runner_options() -> list[click.Parameter]:
    """Return the options of whatever runs a query; the subcommands have them, too."""
    path = click.Path(path_type=Path)
    return [
        click.Option(
            ["--format", "form"],
            type=click.Choice(_FORMATS),
            help="How to write the answer; a table (for triples Turtle) if not given.",
        ),
        click.Option(["--language"], help="Language of labels: en if not given."),
        click.Option(["--iris"], is_flag=True, help="Show IRIs instead of labels."),
        click.Option(["--from", "folder"], type=path, help="A build's folder, or RDF files."),
        click.Option(["--endpoint"], metavar="URL", help="Ask this SPARQL endpoint instead."),
        click.Option(
            ["--timeout"], type=click.FloatRange(0.1), help="Seconds to wait for it (default 60)."
        ),
    ]


class QueryGroup(click.Group):
    """A group with one command for each canned query, read when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the canned queries."""
        from communique.query.catalogue import Catalogue

        return Catalogue().names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """Return the command of a canned query; C070 names the nearest ones."""
        from communique.cli.query_help import make_command
        from communique.query.catalogue import Catalogue

        query = Catalogue().find(cmd_name)
        return make_command(query, _runner_options(), _run_canned)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Name no query in the help: `communique query` alone lists them."""


@click.group("query", cls=QueryGroup, invoke_without_command=True, params=_runner_options())
@click.option("--file", "file", type=click.Path(path_type=Path), help="SPARQL file, or -.")
@click.pass_context
def command(context: click.Context, /, file: Path | None, **options: Any) -> None:
    """Ask a canned question, or SPARQL of your own.

    Without a NAME the canned questions are listed; NAME --help tells more about one. The built
    files in ./dist are asked, or, if there are none, the shipped data.
    """
    if context.invoked_subcommand is not None:
        if file is not None:
            raise click.UsageError("Name a canned query or give --file, not both.")
        return
    if file is None:
        _list_catalogue(options["form"], options["language"] or "en")
        return
    text, origin = _read_query(file)
    engine = _open_engine(options)
    _print_answer(engine.run(text, {}, origin=origin), engine, options)


def _read_query(file: Path) -> tuple[str, str]:
    from communique.core.source import read_text

    if str(file) != "-":
        return read_text(file), str(file)
    try:
        return sys.stdin.buffer.read().decode(), "standard input"
    except UnicodeDecodeError as error:
        raise InputError("C003", "standard input is not UTF-8", mend="Send UTF-8.") from error


def _run_canned(query: CannedQuery, options: Mapping[str, Any], given: Mapping[str, str]) -> None:
    from communique.query.asking import ask_canned
    from communique.query.parameters import Resolver

    parent = click.get_current_context().parent
    inherited = parent.params if parent else {}
    merged = {key: value or inherited.get(key) for key, value in options.items()}
    engine = _open_engine_for(query, merged)
    resolver = Resolver(engine)
    values = resolver.resolve_all(query, given)
    for note in resolver.notes:
        click.echo(note, err=True)
    _print_answer(ask_canned(engine, query, values), engine, merged)


def _open_engine_for(query: CannedQuery, options: Mapping[str, Any]) -> Engine:
    """Return the engine; a question joined with Wikidata needs the snapshot beside the graph."""
    # The link layer takes a tenth of a second to import, which only these questions need.
    if options["endpoint"] or not query.asks_wikidata:
        return _open_engine(options)
    from communique.link.joined import find_build, open_joined

    return open_joined(options["folder"] or find_build())


def _open_engine(options: Mapping[str, Any]) -> Engine:
    from communique.query.embedded import open_default, open_folder

    if options["endpoint"] and options["folder"]:
        raise click.UsageError("Give --endpoint or --from, not both.")
    if options["endpoint"]:
        from communique.query.endpoint import Endpoint

        return Endpoint(options["endpoint"], timeout_seconds=options["timeout"] or 60.0)
    if options["folder"]:
        return open_folder(options["folder"])
    return open_default()


def _print_answer(answer: Answer, engine: Engine, options: Mapping[str, Any]) -> None:
    from communique.cli.query_table import print_table
    from communique.query.answer import Description, Table, Verdict
    from communique.query.formats import write_answer
    from communique.query.library import load_prefixes

    form = options["form"] or ("turtle" if isinstance(answer, Description) else "table")
    prefixes = load_prefixes()
    if form == "table" and isinstance(answer, Verdict):
        click.echo("yes" if answer.value else "no")
        return
    labeller = _label(answer, engine, options, form, prefixes)
    if form == "table" and isinstance(answer, Table):
        print_table(answer, labeller)
        return
    data = write_answer(answer, form, labeller=labeller, prefixes=prefixes)
    sys.stdout.buffer.write(data if data.endswith(b"\n") else data + b"\n")


def _label(
    answer: Answer,
    engine: Engine,
    options: Mapping[str, Any],
    form: str,
    prefixes: Mapping[str, str],
) -> Labeller:
    from communique.query.labels import Labeller, look_up_labels

    if options["iris"] or form not in ("table", "markdown", "spreadsheet"):
        return Labeller({}, {})
    language = options["language"] or "en"
    return look_up_labels(engine, answer, language=language, prefixes=prefixes)


def _list_catalogue(form: str | None, language: str) -> None:
    from communique.query.catalogue import Catalogue

    queries = Catalogue().read_all()
    if form == "json":
        listed = [_to_json(query) for query in queries]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=1))
    elif form == "markdown":
        from communique.query.catalogue_markdown import write_catalogue

        click.echo(write_catalogue(queries), nl=False)
    elif form == "turtle":
        _print_catalogue_as_rdf(queries)
    elif form in (None, "table"):
        _print_catalogue(queries, language)
    else:
        raise click.UsageError("The list comes as --format table, json, markdown or turtle.")


def _print_catalogue_as_rdf(queries: list[CannedQuery]) -> None:
    from communique.core.iris import Iris
    from communique.query.answer import Description
    from communique.query.catalogue_rdf import describe_queries
    from communique.query.formats import to_turtle
    from communique.query.library import load_prefixes

    prefixes = load_prefixes()
    quads = describe_queries(queries, iris=Iris(), prefixes=prefixes)
    data = to_turtle(Description([quad.triple for quad in quads]), prefixes)
    sys.stdout.buffer.write(data)


def _print_catalogue(queries: list[CannedQuery], language: str) -> None:
    from communique.query.labels import choose_label

    width = max(len(query.name) for query in queries)
    group = None
    for query in queries:
        if query.group != group:
            group = query.group
            click.secho(f"\n{group}", bold=True)
        labels = {tag.lower(): text for tag, text in query.question.items()}
        click.echo(f"  {query.name:<{width}}  {choose_label(labels, language)}")
    click.echo("\nAsk one: communique query NAME [options]; NAME --help shows its parameters.")


def _to_json(query: CannedQuery) -> dict[str, Any]:
    return {
        "name": query.name,
        "group": query.group,
        "question": dict(query.question),
        "parameters": [
            {
                "name": one.name,
                "kind": one.kind,
                "example": one.example,
                "optional": one.optional,
            }
            for one in query.parameters
        ],
        "returns": dict(query.returns),
        "tags": list(query.tags),
        "expect": query.expect,
        "note": query.note,
    }
