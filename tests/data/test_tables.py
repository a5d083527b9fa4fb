"""The tables are CSV as their description says, and hold what the graph holds."""

import csv
import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import SLUG, Graph

ROWS = {"states": 74, "endorsements": 73, "reservations": 19, "paragraphs": 22, "statements": 106}
READERS: dict[str, Callable[[str], object]] = {
    "string": str,
    "anyURI": lambda text: text if text.startswith("https://") else 1 / 0,
    "integer": int,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": datetime.date.fromisoformat,
}
Table = list[dict[str, str]]


@pytest.fixture(scope="module")
def metadata(built: Path) -> dict[str, dict[str, str]]:
    """Datatype by column, by table, as the description has it."""
    read: dict[str, Any] = json.loads((built / "tables" / "csv-metadata.json").read_text("utf-8"))
    assert read["@context"][0] == "http://www.w3.org/ns/csvw"
    return {
        table["url"].removesuffix(".csv"): {
            column["name"]: column["datatype"] for column in table["tableSchema"]["columns"]
        }
        for table in read["tables"]
    }


@pytest.fixture(scope="module")
def tables(built: Path) -> dict[str, Table]:
    """The rows of every table."""
    found = {}
    for path in (built / "tables").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as handle:
            found[path.stem] = list(csv.DictReader(handle, strict=True))
    return found


def test_the_description_names_the_tables_and_their_columns_in_order(
    built: Path, metadata: dict[str, dict[str, str]]
):
    """First line against description; no table is left out."""
    lines = {
        path.stem: path.read_text("utf-8").split("\n")[0].split(",")
        for path in (built / "tables").glob("*.csv")
    }
    assert lines == {name: list(columns) for name, columns in metadata.items()}


def test_every_cell_is_of_its_columns_datatype(
    tables: dict[str, Table], metadata: dict[str, dict[str, str]]
):
    """An empty cell stands for a value that isn't there."""
    for name, columns in metadata.items():
        for row in tables[name]:
            assert None not in row
            for column, kind in columns.items():
                assert row[column] == "" or READERS[kind](row[column]) is not None


def test_tables_have_their_rows(tables: dict[str, Table]):
    """73 endorsers and Russia, which is addressed."""
    assert {name: len(rows) for name, rows in tables.items()} == ROWS
    listed = {row["party"] for row in tables["endorsements"]}
    others = {row["alpha3"] for row in tables["states"] if row["state"] not in listed}
    assert others == {"RUS"}


def test_statements_are_those_of_the_graph(tables: dict[str, Table], graph: Graph):
    """Identifier, primary force, commitment, offsets and words, row by row."""
    rows = graph.select(
        """SELECT ?id ?force ?start ?end ?text (EXISTS { ?s a cq:Commitment } AS ?commitment)
        { ?s a cq:Statement ; dcterms:identifier ?id ; cq:primaryForce ?f ; cq:text ?text ;
             cq:position ?n ; cq:span ?span . ?span oa:start ?start ; oa:end ?end .
           BIND (STRAFTER(STR(?f), "/id/force/") AS ?force) } ORDER BY ?n"""
    )
    columns = ("statement", "primary_force", "start", "end", "text", "commitment")
    made = [tuple(row[column] for column in columns) for row in tables["statements"]]
    assert made == rows
    assert {row["declaration"] for row in tables["statements"]} == {SLUG}


def test_reservations_are_counted_at_their_paragraphs(tables: dict[str, Table]):
    """The paragraphs' column sums up the table of reservations."""
    counted = {
        row["paragraph"]: int(row["reservations"])
        for row in tables["paragraphs"]
        if row["reservations"] != "0"
    }
    listed: dict[str, int] = {}
    for row in tables["reservations"]:
        listed[row["paragraph"]] = listed.get(row["paragraph"], 0) + 1
    assert counted == listed
    assert counted["operative/8"] == 7


def test_offsets_give_the_words_back(tables: dict[str, Table], source_text: str):
    """Whoever has the source and a table finds the place."""
    words = {
        "text": ("statements", "paragraphs"),
        "name_as_listed": ("endorsements", "reservations"),
    }
    for column, names in words.items():
        for row in (row for name in names for row in tables[name]):
            assert source_text[int(row["start"]) : int(row["end"])] == row[column]
