"""Query layer: an answer as bytes, in the W3C's result formats and a few for people and machines.

Source: SPARQL 1.1 Query Results CSV and TSV Formats; SPARQL 1.1 Query Results JSON Format; SPARQL
Query Results XML Format. pyoxigraph writes these.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from typing import Any, Final

import pyoxigraph as ox

from communique.core.errors import InputError
from communique.query.answer import Answer, Description, Row, Table, Term, Verdict
from communique.query.labels import Labeller
from communique.query.values import to_plain

#: Each format with what it is, in the order in which they are offered.
FORMATS: Final[Mapping[str, str]] = {
    "table": "a table to read, with labels",
    "csv": "SPARQL results as CSV (W3C)",
    "tsv": "SPARQL results as TSV (W3C)",
    "json": "SPARQL results as JSON (W3C)",
    "xml": "SPARQL results as XML (W3C)",
    "markdown": "a Markdown table, with labels",
    "records": "a JSON list of plain objects",
    "spreadsheet": "CSV for spreadsheets: labels, and no cell that could be a formula",
    "turtle": "RDF, of CONSTRUCT and DESCRIBE",
}
_W3C: Final = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
# A spreadsheet takes a cell for a formula if it begins with one of these (full-width ones too).
_FORMULA: Final = tuple("=+-@\t\r\n＝＋－＠|%")


def write_answer(
    answer: Answer, form: str, *, labeller: Labeller, prefixes: Mapping[str, str]
) -> bytes:
    """Return an answer in one of FORMATS except `table`, in UTF-8.

    `labeller` gives names to IRIs where a format is for people. Errors: C071 a format that can't
    hold this answer, such as CSV for CONSTRUCT.
    """
    if isinstance(answer, Description):
        _require(form == "turtle", "the triples of CONSTRUCT and DESCRIBE", "turtle")
        return to_turtle(answer, prefixes)
    if isinstance(answer, Verdict):
        _require(form in ("json", "xml"), "the yes or no of ASK", "json or xml")
        return to_w3c(answer, form)
    _require(form != "turtle", "rows", "csv, tsv, json, xml, markdown, records or spreadsheet")
    if form in _W3C:
        return to_w3c(answer, form)
    return _WRITERS[form](answer, labeller)


def to_turtle(answer: Description, prefixes: Mapping[str, str]) -> bytes:
    """Return triples as Turtle with the prefixes that they use, sorted, in UTF-8."""
    triples = sorted(answer.triples, key=str)
    plain = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    used = {prefix: name for prefix, name in prefixes.items() if f"<{name}".encode() in plain}
    data = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=used) or b""
    lines = data.decode().split("\n")  # the serialiser writes the prefixes in any order
    return "\n".join(sorted(lines[: len(used)]) + lines[len(used) :]).encode()


def to_w3c(answer: Table | Verdict, form: str) -> bytes:
    r"""Return rows, or a yes or no, in a W3C format: csv, tsv, json or xml.

    >>> to_w3c(Table(("name",), [(ox.Literal("Bob"),)]), "csv")
    b'name\r\nBob\r\n'
    """
    document = json.dumps(_to_sparql_json(answer), ensure_ascii=False).encode()
    if form == "json":
        return document
    parsed = ox.parse_query_results(document, format=ox.QueryResultsFormat.JSON)
    return parsed.serialize(format=_W3C[form]) or b""


def _to_sparql_json(answer: Table | Verdict) -> dict[str, Any]:
    if isinstance(answer, Verdict):
        return {"head": {}, "boolean": answer.value}
    bindings = [
        {
            name: _to_binding(term)
            for name, term in zip(answer.variables, row, strict=True)
            if term is not None
        }
        for row in answer.rows
    ]
    return {"head": {"vars": list(answer.variables)}, "results": {"bindings": bindings}}


def _to_binding(term: Term) -> dict[str, Any]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _to_binding(one) for name, one in parts.items()}}
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    if term.datatype.value.endswith("#string"):
        return {"type": "literal", "value": term.value}
    return {"type": "literal", "value": term.value, "datatype": term.datatype.value}


def _to_markdown(table: Table, labeller: Labeller) -> bytes:
    lines = [
        _to_markdown_row(table.variables),
        _to_markdown_row(["---"] * len(table.variables)),
        *(_to_markdown_row(labeller.spell(row)) for row in table.rows),
    ]
    return ("\n".join(lines) + "\n").encode()


def _to_markdown_row(cells: list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(_escape_markdown(cell) for cell in cells)} |"


def _escape_markdown(cell: str) -> str:
    """Return a cell with what Markdown or HTML would take for markup defused."""
    escaped = cell if cell == "---" else "".join(_MARKUP.get(char, char) for char in cell)
    return " ".join(escaped.split())


_MARKUP: Final = {char: "\\" + char for char in "\\`*_[]|"} | {"<": "&lt;", "&": "&amp;"}


def _to_records(table: Table, labeller: Labeller) -> bytes:  # noqa: ARG001 - as the others
    records = [
        {name: to_plain(term) for name, term in zip(table.variables, row, strict=True)}
        for row in table.rows
    ]
    return (json.dumps(records, ensure_ascii=False, indent=1) + "\n").encode()


def _to_spreadsheet(table: Table, labeller: Labeller) -> bytes:
    """Return CSV with a byte order mark, by which Excel knows UTF-8, and defused formulas."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.variables)
    for row in table.rows:
        writer.writerow(_defuse(row, labeller.spell(row)))
    return text.getvalue().encode("utf-8-sig")


def _defuse(row: Row, cells: list[str]) -> list[str]:
    """Return cells with an apostrophe before whatever a spreadsheet would compute."""
    return [
        cell if isinstance(to_plain(term), int | float) else defuse_formula(cell)
        for term, cell in zip(row, cells, strict=True)
    ]


def defuse_formula(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> defuse_formula("=1+1"), defuse_formula(" @SUM(A1)"), defuse_formula("a=b")
    ("'=1+1", "' @SUM(A1)", 'a=b')
    """
    begins = cell.lstrip(" \u00a0\u3000").startswith(_FORMULA) or cell.startswith(_FORMULA)
    return f"'{cell}" if begins else cell


_WRITERS: Final[Mapping[str, Callable[[Table, Labeller], bytes]]] = {
    "markdown": _to_markdown,
    "records": _to_records,
    "spreadsheet": _to_spreadsheet,
}


def _require(fits: bool, what: str, formats: str) -> None:
    if not fits:
        problem = f"this format can't hold {what}"
        raise InputError("C071", problem, mend=f"Use --format {formats}.")
