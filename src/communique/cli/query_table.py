"""Command line layer: the rows of an answer as a table, for a terminal or for a pipe."""

from __future__ import annotations

import sys
import unicodedata
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from communique.query.answer import Table
    from communique.query.labels import Labeller


# Source: Unicode Standard Annex 9, table 1: embeddings, overrides, isolates and their ends.
_TURNING: Final = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def print_table(table: Table, labeller: Labeller) -> None:
    """Print rows: with rich on a terminal, as aligned columns elsewhere."""
    rows = [[clean_cell(cell) for cell in labeller.spell(row)] for row in table.rows]
    if sys.stdout.isatty():
        _print_rich(table.variables, rows)
    else:
        _print_plain(table.variables, rows)


def clean_cell(cell: str) -> str:
    r"""Return a cell in one line, without characters by which data could steer a terminal.

    Controls and the marks that reverse the direction of writing become U+FFFD.

    >>> clean_cell("a\x1b[2Jb\nc")
    'a�[2Jb c'
    """
    line = " ".join(cell.split())
    return "".join("\ufffd" if _steers(char) else char for char in line)


def _steers(char: str) -> bool:
    return unicodedata.category(char) == "Cc" or char in _TURNING


def _print_rich(variables: tuple[str, ...], rows: list[list[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    shown = RichTable(box=box.SIMPLE_HEAD, pad_edge=False)
    for variable in variables:
        shown.add_column(Text(variable), overflow="fold")
    for row in rows:
        shown.add_row(*(Text(cell) for cell in row))
    console = Console(highlight=False)
    console.print(shown)
    console.print(Text(_count(rows), style="dim"))


def _print_plain(variables: tuple[str, ...], rows: list[list[str]]) -> None:
    lines = [list(variables), *rows]
    widths = [max(_width(line[i]) for line in lines) for i in range(len(variables))]
    for line in lines:
        padded = [
            cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True)
        ]
        click.echo("  ".join(padded).rstrip())
    click.echo(_count(rows), err=True)


def _count(rows: list[list[str]]) -> str:
    return "1 row" if len(rows) == 1 else f"{len(rows)} rows"


def _width(text: str) -> int:
    """Return the columns that a text takes; East Asian wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
