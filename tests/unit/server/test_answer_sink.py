import random
from typing import get_args

import pyoxigraph as ox
import pytest

from communique.server.answer_sink import AnswerSink, AnswerTooLargeError, count_rows
from communique.server.job import ResultFormat

FORMATS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
# What the formats use between rows, and what they escape.
PIECES = ['"', "\\", "\n", "\r\n", ",", ",{", "}},{", "[]}}", "<result>", "\t", "é", "'", "x", ":["]


@pytest.mark.parametrize("result", FORMATS)
@pytest.mark.parametrize("rows", [0, 1, 2, 50])
def test_rows_are_counted_whatever_stands_in_them(result: ResultFormat, rows: int):
    """The count goes by the bytes, which hold anything; some rows are empty."""
    chance = random.Random(rows)  # noqa: S311 - no secret
    store = ox.Store()
    for number in range(rows):
        text = "".join(chance.choices(PIECES, k=chance.randrange(6)))
        node = ox.NamedNode(f"x:{number}")
        store.add(ox.Quad(node, ox.NamedNode("x:p"), ox.Literal(text)))
    query = "SELECT ?o ?n { ?s ?p ?o OPTIONAL { ?s <x:none> ?n } } ORDER BY ?s"
    for sparql in (query, query.replace("?o ?n", "?n"), query.replace("?o ?n", "?n ?o")):
        found = store.query(sparql)
        assert isinstance(found, ox.QuerySolutions)
        assert count_rows(found.serialize(format=FORMATS[result]) or b"", result) == rows


def test_all_formats_of_rows_are_tried():
    """A new one would have to be counted, too."""
    assert set(FORMATS) | {"turtle", "nt", "jsonld", "rdfxml"} == set(get_args(ResultFormat))


def test_sink_ends_an_answer_at_its_limit():
    """In the middle of the engine's writing."""
    found = ox.Store().query("SELECT * { VALUES ?x { " + "'0123456789' " * 5000 + " } }")
    assert isinstance(found, ox.QuerySolutions)
    sink = AnswerSink(100_000)
    with pytest.raises(AnswerTooLargeError):
        found.serialize(sink, format=ox.QueryResultsFormat.JSON)
    assert len(sink.getvalue()) <= 100_000
