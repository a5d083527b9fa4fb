import csv
import io
import json
import xml.etree.ElementTree as ET

import pyoxigraph as ox
import pytest

from communique.core.errors import InputError
from communique.query.answer import Description, Table, Verdict, xsd
from communique.query.formats import FORMATS, to_w3c, write_answer
from communique.query.labels import Labeller

IRI = ox.NamedNode("https://example.org/a")
NASTY = 'say "hi", a\tb\nc'
TABLE = Table(
    ("thing", "words", "count", "none"),
    [
        (IRI, ox.Literal(NASTY), ox.Literal(7), None),
        (IRI, ox.Literal("波兰", language="zh-Hans"), ox.Literal("x", datatype=xsd("token")), None),
    ],
)
LABELS = Labeller({IRI.value: "A | *thing* <b>"}, {})


def test_csv_is_that_of_the_recommendation():
    """Plain values, RFC 4180 quoting, CRLF. Source: SPARQL 1.1 CSV and TSV, section 3."""
    quoted = '"say ""hi"", a\tb\nc"'
    expected = f"thing,words,count,none\r\n{IRI.value},{quoted},7,\r\n{IRI.value},波兰,x,\r\n"
    assert to_w3c(TABLE, "csv").decode() == expected


def test_tsv_is_that_of_the_recommendation():
    """Terms in Turtle's syntax, tabs and breaks escaped. Source: the same, section 4."""
    assert to_w3c(TABLE, "tsv").decode() == (
        "?thing\t?words\t?count\t?none\n"
        '<https://example.org/a>\t"say \\"hi\\", a\\tb\\nc"\t7\t\n'
        '<https://example.org/a>\t"波兰"@zh-hans\t"x"^^<http://www.w3.org/2001/XMLSchema#token>\t\n'
    )


def test_json_is_that_of_the_recommendation():
    """Typed bindings; an unbound variable has none. Source: SPARQL 1.1 JSON, section 3.2."""
    document = json.loads(to_w3c(TABLE, "json"))
    assert document["head"] == {"vars": ["thing", "words", "count", "none"]}
    assert document["results"]["bindings"][1] == {
        "thing": {"type": "uri", "value": IRI.value},
        "words": {"type": "literal", "value": "波兰", "xml:lang": "zh-hans"},
        "count": {"type": "literal", "value": "x", "datatype": xsd("token").value},
    }


def test_xml_is_well_formed_and_complete():
    """Two results with three bindings each. Source: SPARQL Query Results XML Format."""
    root = ET.fromstring(to_w3c(TABLE, "xml"))  # noqa: S314 - we have just written it
    space = "{http://www.w3.org/2005/sparql-results#}"
    assert [len(result) for result in root.iter(f"{space}result")] == [3, 3]
    assert next(root.iter(f"{space}literal")).text == NASTY


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml"])
def test_answers_survive_the_way_there_and_back(form: str):
    """What is written is read back as the same terms, where the format keeps them."""
    formats = {"tsv": ox.QueryResultsFormat.TSV, "json": ox.QueryResultsFormat.JSON}
    formats |= {"xml": ox.QueryResultsFormat.XML}
    if form == "csv":
        rows = list(csv.reader(io.StringIO(to_w3c(TABLE, form).decode(), newline="")))
        assert rows[1] == [IRI.value, NASTY, "7", ""]
        return
    parsed = ox.parse_query_results(to_w3c(TABLE, form), format=formats[form])
    assert isinstance(parsed, ox.QuerySolutions)
    assert [tuple(row) for row in parsed] == list(TABLE.rows)


def test_markdown_escapes_what_would_be_markup():
    """A label can't break the table, nor smuggle HTML into a page."""
    text = write_answer(TABLE, "markdown", labeller=LABELS, prefixes={}).decode()
    assert text.splitlines()[0] == "| thing | words | count | none |"
    assert text.splitlines()[2] == r'| A \| \*thing\* &lt;b> | say "hi", a b c | 7 |  |'


def test_records_are_plain_json():
    """Numbers as numbers, things by IRI, nothing for an unbound variable."""
    records = json.loads(write_answer(TABLE, "records", labeller=LABELS, prefixes={}))
    assert records[0] == {"thing": IRI.value, "words": NASTY, "count": 7, "none": None}


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "|calc", "%x", "＝1", "  =1", "\u3000=1"],
)
def test_the_spreadsheet_form_defuses_formulas(cell: str):
    """Whatever a spreadsheet would compute gets an apostrophe; numbers stay numbers."""
    table = Table(("cell", "number"), [(ox.Literal(cell), ox.Literal(-5))])
    data = write_answer(table, "spreadsheet", labeller=LABELS, prefixes={}).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(data, newline="")))
    assert rows == [["cell", "number"], [f"'{cell}", "-5"]]


def test_turtle_holds_the_triples_and_only_the_prefixes_they_use():
    """The same triples, and the same bytes each time."""
    triple = ox.Triple(IRI, ox.NamedNode("https://example.org/p"), ox.Literal("x"))
    prefixes = {"ex": "https://example.org/", "cq": "https://w3id.org/communique/ns#"}
    answer = Description((triple,))
    data = write_answer(answer, "turtle", labeller=LABELS, prefixes=prefixes)
    assert b"cq:" not in data
    assert [quad.triple for quad in ox.parse(data, format=ox.RdfFormat.TURTLE)] == [triple]
    assert data == write_answer(answer, "turtle", labeller=LABELS, prefixes=prefixes)


@pytest.mark.parametrize(
    ("answer", "form"),
    [
        (TABLE, "turtle"),
        (Description(()), "csv"),
        (Verdict(True), "csv"),
        (Verdict(True), "records"),
    ],
)
def test_a_format_that_cannot_hold_the_answer_is_refused(
    answer: Table | Description | Verdict, form: str
):
    """C071 says which formats can."""
    assert form in FORMATS
    with pytest.raises(InputError, match="can't hold") as caught:
        write_answer(answer, form, labeller=LABELS, prefixes={})
    assert caught.value.code == "C071"


def test_a_yes_or_no_has_json_and_xml():
    """ASK in both W3C formats that know it."""
    assert json.loads(to_w3c(Verdict(True), "json")) == {"head": {}, "boolean": True}
    assert b"<boolean>false</boolean>" in to_w3c(Verdict(False), "xml")
