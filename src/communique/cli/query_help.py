"""Command line layer: the command of one canned query, and its help with an example's answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from communique.query.canned import CannedQuery
    from communique.query.embedded import EmbeddedStore

Run = Callable[["CannedQuery", Mapping[str, Any], Mapping[str, str]], None]

_SHOWN_ROWS: Final = 5
_HINTS: Final[Mapping[str, str]] = {
    "state": "Name in any language, code, or Wikidata item",
    "party": "Name in any language, code, or Wikidata item",
    "declaration": "Identifier or title",
    "paragraph": "Such as operative/8",
    "statement": "Such as operative/8/1",
    "topic": "Name or slug",
    "instrument": "Name or slug",
    "force": "Name or slug",
    "text": "Words",
    "language": "BCP 47 tag",
    "date": "YYYY-MM-DD",
    "integer": "Whole number",
}


class CannedCommand(click.Command):
    """The command of a canned query; its help runs the example."""

    query: CannedQuery

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the columns are, a caveat if there is one, and the example's answer."""
        with formatter.section("Columns"):
            formatter.write_dl(list(self.query.returns.items()))
        if self.query.note:
            formatter.write_paragraph()
            formatter.write_text(self.query.note)
        with formatter.section("Example"):
            formatter.write(_indent(show_example(self.query)))


def make_command(query: CannedQuery, options: list[click.Parameter], run: Run) -> click.Command:
    """Return the click command of a canned query; `run` is called with options and parameters."""

    def call(**given: Any) -> None:
        parameters = {one.name: given.pop(f"parameter_{one.name}") for one in query.parameters}
        run(query, given, {name: text for name, text in parameters.items() if text is not None})

    own: list[click.Parameter] = [
        click.Option(
            [one.option, f"parameter_{one.name}"],
            metavar=one.kind.upper(),
            help=_HINTS[one.kind] + (" (may be left out)" if one.optional else ""),
        )
        for one in query.parameters
    ]
    help_text = f"{query.question['en']}\n\n{query.question['zh-Hans']}"
    command = CannedCommand(query.name, params=[*own, *options], callback=call, help=help_text)
    command.query = query
    return command


def show_example(query: CannedQuery) -> str:
    """Return the example's call, and the first rows of its answer on the shipped data."""
    from communique.query.asking import ask_canned
    from communique.query.catalogue_markdown import write_call
    from communique.query.labels import look_up_labels
    from communique.query.library import load_prefixes
    from communique.query.parameters import Resolver

    engine = _open_engine(query)
    values = Resolver(engine).resolve_all(query, query.example)
    answer = ask_canned(engine, query, values)
    labeller = look_up_labels(engine, answer, language="en", prefixes=load_prefixes())
    lines = ["  |  ".join(labeller.spell(row)) for row in answer.rows[:_SHOWN_ROWS]]
    rest = len(answer.rows) - len(lines)
    more = [f"… and {rest} more"] if rest else [] if lines else ["(no rows)"]
    head = [f"$ {write_call(query)}", "  |  ".join(answer.variables)]
    return "\n".join([*head, *lines, *more]) + "\n"


def _open_engine(query: CannedQuery) -> EmbeddedStore:
    from communique.query.embedded import open_default

    if not query.asks_wikidata:
        return open_default()
    from communique.link.joined import find_build, open_joined

    return open_joined(find_build())


def _indent(text: str) -> str:
    return "".join(f"  {line}\n" for line in text.splitlines())
