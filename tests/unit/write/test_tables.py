import csv
import io
import json
from pathlib import Path

from communique.build.project import load_dataset
from communique.write.tables import TABLES, write_tables

CASES = Path(__file__).parents[2] / "cases"


def test_tables_of_a_small_declaration_hold_these_rows():
    """Every table, cell by cell."""
    files = write_tables(load_dataset([CASES / "alias"]))
    rows = {
        name: list(csv.reader(io.StringIO(data.decode())))[1:]
        for name, data in files.items()
        if name.endswith(".csv")
    }
    party = "https://w3id.org/communique/id/state/PER"
    assert [row[:2] + row[5:] for row in rows["states.csv"]] == [[party, "PE", "Peru", "秘鲁"]]
    assert rows["endorsements.csv"] == [
        ["alias", party, "秘鲁共和国", "true", "2024-05-01", "33", "38"]
    ]
    assert rows["reservations.csv"] == [
        ["alias", party, "秘鲁共和国", "preamble/1", "undetermined", "44", "49"]
    ]
    text = "我们承诺保护湖泊。"
    assert rows["paragraphs.csv"] == [["alias", "preamble/1", "1", "1", "1", "23", "32", text]]
    (statement,) = rows["statements.csv"]
    assert statement[:5] == ["alias", "preamble/1/1", "commit", "commit", "true"]
    assert statement[7:] == ["23", "32", text]


def test_lines_end_in_lf_and_text_is_utf_8():
    """On every system."""
    for data in write_tables(load_dataset([CASES / "alias"])).values():
        assert b"\r" not in data
        assert data.decode("utf-8").endswith("\n")


def test_every_column_is_described():
    """In words, with a datatype of CSVW."""
    described = json.loads(write_tables(load_dataset([CASES / "alias"]))["csv-metadata.json"])
    assert [table["url"] for table in described["tables"]] == [f"{name}.csv" for name in TABLES]
    for table in described["tables"]:
        columns = table["tableSchema"]["columns"]
        assert len({column["name"] for column in columns}) == len(columns)
        assert all(column["dc:description"] and column["titles"] for column in columns)
        kinds = {column["datatype"] for column in columns}
        assert kinds <= {"string", "integer", "boolean", "date", "anyURI"}
