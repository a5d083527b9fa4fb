"""The expected rows of the canned queries: SPARQL TSV whose IRIs are relative to the base."""

from pathlib import Path

import pyoxigraph as ox

from communique.query.answer import Row, Table, Term
from communique.query.formats import to_w3c

FOLDER = Path(__file__).parent
BASE = "https://w3id.org/communique/"
FOLDERS = ("id/", "ns#", "graph/")


def read_rows(path: Path) -> Table:
    """Return the rows of a file."""
    text = path.read_text(encoding="utf-8")
    for folder in FOLDERS:
        text = text.replace(f"<{folder}", f"<{BASE}{folder}")
    parsed = ox.parse_query_results(text.encode(), format=ox.QueryResultsFormat.TSV)
    assert isinstance(parsed, ox.QuerySolutions)
    return Table(tuple(one.value for one in parsed.variables), [tuple(row) for row in parsed])


def write_rows(table: Table) -> str:
    """Return rows as they stand in a file."""
    text = to_w3c(normalise(table), "tsv").decode()
    for folder in FOLDERS:
        text = text.replace(f"<{BASE}{folder}", f"<{folder}")
    return text


def normalise(table: Table) -> Table:
    """Return rows with lower-case language tags, which is how most stores keep them."""
    return Table(table.variables, [normalise_row(row) for row in table.rows])


def normalise_row(row: Row) -> Row:
    """Return one row with lower-case language tags."""
    return tuple(_normalise_term(term) for term in row)


def _normalise_term(term: Term | None) -> Term | None:
    if isinstance(term, ox.Literal) and term.language:
        return ox.Literal(term.value, language=term.language.lower())
    return term
