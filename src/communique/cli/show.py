"""Command line layer: `communique show`, the text with its forces and reservations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from communique.cli.options import json_option, language_option
from communique.core.errors import InputError
from communique.core.strict_yaml import suggest

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from communique.core.model import Declaration, Paragraph, Statement
    from communique.read.registry import Registry

#: A colour for each force; the force's name stands beside the text as well.
_STYLES: Final = {
    "commit": "bold green",
    "undertake": "green",
    "resolve": "bold green",
    "reaffirm": "cyan",
    "affirm": "cyan",
    "recognise": "blue",
    "believe": "blue",
    "support": "magenta",
    "emphasise": "yellow",
    "call-upon": "bright_yellow",
    "demand": "bold bright_yellow",
    "expect": "bright_yellow",
    "condemn": "bold red",
    "oppose": "red",
    "express-concern": "red",
    "should": "white",
    "assert": "dim",
}


@click.command("show")
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path))
@click.option("--paragraph", help="One paragraph only, such as operative/8 or chapeau.")
@language_option
@json_option
def command(folders: tuple[Path, ...], paragraph: str | None, language: str, as_json: bool) -> None:
    """Show the text in the terminal: each statement with its force, who held back beside it.

    FOLDERS hold declaration.yaml; without any, the shipped declarations are shown. A green ●
    marks a commitment.
    """
    from communique.build.project import find_declarations, read_declarations, read_inputs

    inputs = read_inputs()
    readings = list(read_declarations(find_declarations(folders), inputs))
    chosen = [(one.declaration, _choose(one.declaration, paragraph)) for one in readings]
    if as_json:
        shown = [_to_json(one, p, inputs.registry) for one, ps in chosen for p in ps]
        click.echo(json.dumps(shown, ensure_ascii=False, indent=1))
        return
    for declaration, paragraphs in chosen:
        _print(declaration, paragraphs, inputs.registry, language)


def _choose(declaration: Declaration, identifier: str | None) -> tuple[Paragraph, ...]:
    """Return the paragraphs to show; C071 for one that doesn't exist."""
    if identifier is None:
        return declaration.paragraphs
    known = {paragraph.identifier: paragraph for paragraph in declaration.paragraphs}
    if identifier not in known:
        problem = f"{declaration.slug} has no paragraph '{identifier}'"
        raise InputError("C071", problem, mend=suggest(identifier, known))
    return (known[identifier],)


def _reserving(declaration: Declaration, paragraph: Paragraph) -> list[str]:
    found = declaration.reservations()
    return [one.party for one in found if one.paragraph == paragraph.identifier]


def _to_json(declaration: Declaration, paragraph: Paragraph, registry: Registry) -> dict[str, Any]:
    parties = _reserving(declaration, paragraph)
    return {
        "declaration": declaration.slug,
        "paragraph": paragraph.identifier,
        "reservations": {party: registry.records[party].preferred("en") for party in parties},
        "statements": [
            {
                "number": one.number,
                "text": declaration.source.exact(one.span),
                "start": one.span.start,
                "end": one.span.end,
                "forces": [act.force for act in one.acts],
                "commitment": one.is_commitment,
            }
            for one in paragraph.statements
        ],
    }


def _print(
    declaration: Declaration,
    paragraphs: tuple[Paragraph, ...],
    registry: Registry,
    language: str,
) -> None:
    from rich.console import Console
    from rich.table import Table

    from communique.build.labels import label_paragraph

    console = Console(highlight=False)
    if len(paragraphs) > 1:
        console.rule(declaration.titles.get(language, declaration.slug))
    for paragraph in paragraphs:
        table = Table.grid(padding=(0, 2), expand=True)
        table.add_column(ratio=1, overflow="fold")
        table.add_column(width=24)
        table.add_row(
            _write_statements(declaration, paragraph),
            _write_reservations(declaration, paragraph, registry, language),
        )
        console.print(f"\n[bold]{label_paragraph(paragraph.identifier)[language]}[/bold]")
        console.print(table)


def _write_statements(declaration: Declaration, paragraph: Paragraph) -> Table | Text:
    from rich.table import Table
    from rich.text import Text

    if not paragraph.statements:
        return Text(declaration.source.exact(paragraph.span))
    table = Table.grid(padding=(0, 1))
    table.add_column(width=1)
    table.add_column(width=15)
    table.add_column(overflow="fold")
    for one in paragraph.statements:
        table.add_row(*_write_statement(declaration, one))
    return table


def _write_statement(declaration: Declaration, statement: Statement) -> tuple[Text, Text, Text]:
    """Return the mark of a commitment, the forces, and the words in the primary force's colour."""
    from rich.text import Text

    forces = list(dict.fromkeys(act.force for act in statement.acts))
    style = _STYLES.get(forces[0], "")
    mark = Text("●", style="bold green") if statement.is_commitment else Text("○", style="dim")
    words = Text(declaration.source.exact(statement.span), style=style)
    return mark, Text("\n".join(forces), style=style), words


def _write_reservations(
    declaration: Declaration, paragraph: Paragraph, registry: Registry, language: str
) -> Text:
    from rich.text import Text

    parties = _reserving(declaration, paragraph)
    if not parties:
        return Text("no recorded reservation", style="dim")
    text = Text(f"{len(parties)} with reservations\n", style="bold red")
    text.append("\n".join(registry.records[party].preferred(language) for party in parties))
    return text
