import datetime
from pathlib import Path

import pytest
from tests.stores.scripted_server import Reply, serve

import communique
from communique.core.errors import InputError
from communique.query.answer import Table
from communique.query.formats import to_w3c
from communique.query.library import Rows, ask, open_endpoint
from communique.query.values import Thing, Words

BASE = "https://w3id.org/communique/id/"


def test_rows_are_typed():
    """Things with IRI and label, words with their language, dates and truth values."""
    rows = communique.ask("did-state-endorse", state="POL")
    assert rows.variables == ("declaration", "name", "listed", "asterisk")
    (row,) = rows
    assert row["declaration"].iri == f"{BASE}summit-for-democracy-2023"
    assert isinstance(row["declaration"], Thing)
    assert row["name"] == "波兰"
    assert isinstance(row["name"], Words)
    assert row["name"].language == "zh-hans"
    assert row["listed"] == datetime.date(2023, 3, 29)
    assert row["asterisk"] is True


def test_rows_are_a_sequence():
    """They can be counted, indexed, sliced, and asked in another language."""
    rows = ask("reservations-on-paragraph", paragraph="operative/8", labels_in="zh-Hans")
    assert len(rows) == 7
    assert str(rows[0]["state"]) == "保加利亚"
    assert [str(row["state"]) for row in rows[1:3]] == ["多米尼加共和国", "伊拉克"]


def test_parameters_may_be_python_values():
    """Dates and numbers needn't be written as text."""
    listed = ask(
        "endorsers-listed-between",
        since=datetime.date(2023, 3, 29),
        until=datetime.date(2023, 3, 29),
    )
    assert len(listed) == 73
    assert len(ask("what-stands-at", character=0)) == 1


def test_a_folder_of_files_can_be_asked(built: Path):
    """A build, or the stand-alone Turtle of one declaration, which gives the same rows."""
    alone = built / "summit-for-democracy-2023.ttl"
    for source in (built, alone):
        assert len(ask("reservations-on-paragraph", source=source, paragraph="operative/8")) == 7


def test_an_endpoint_can_be_asked():
    """The same call, with an endpoint as its source."""
    empty = Reply(body=to_w3c(Table(("event", "state", "paragraph"), []), "json"))
    with serve([empty]) as (url, requests):
        rows = ask("hosts-who-reserved", source=open_endpoint(url))
    assert rows == Rows(("event", "state", "paragraph"), ())
    assert len(requests) == 1


def test_a_pandas_frame_is_made_where_pandas_is_there():
    """With labels, or with IRIs."""
    pytest.importorskip("pandas", reason="pandas is an extra")
    rows = ask("most-reserved-paragraphs")
    frame = rows.to_frame()
    assert list(frame.columns) == ["paragraph", "reservations"]
    assert frame["reservations"].sum() == 19
    assert frame["paragraph"][0] == "Operative paragraph 8"
    iris = rows.to_frame(labels=False)
    assert iris["paragraph"][0] == f"{BASE}summit-for-democracy-2023/operative/8"


def test_the_rdflib_data_set_has_the_union_as_default_graph():
    """A guessed query gets rows whichever graph they come from; each call gives a fresh copy."""
    dataset = communique.graph()
    query = """
        PREFIX cq: <https://w3id.org/communique/ns#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT ?name WHERE { ?s cq:reservesOn ?p ; rdfs:label ?name FILTER(lang(?name) = "en") }
    """
    assert len({str(row[0]) for row in dataset.query(query)}) == 13
    dataset.remove((None, None, None))
    assert len(communique.graph()) > 10_000


@pytest.mark.parametrize(("name", "code"), [("nothing", "C063"), ("broken.ttl", "C080")])
def test_a_source_that_cannot_be_loaded_is_told(tmp_path: Path, name: str, code: str):
    """An empty folder, and a file with a mistake in its second line."""
    path = tmp_path / name
    if path.suffix:
        path.write_text("<x:a> <x:b> 1 .\n<x:a> <x:b> ;\n")
    else:
        path.mkdir()
    with pytest.raises(InputError) as caught:
        ask("condemnations", source=path)
    assert caught.value.code == code
    assert str(caught.value).startswith(f"{path}{':2' if path.suffix else ''}")
