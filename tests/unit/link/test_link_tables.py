"""The tables of links: what is accepted enters the graph, and a malformed row is refused."""

import shutil
from pathlib import Path

import pytest

from communique.build.dataset import Dataset
from communique.build.links import build_links
from communique.core.errors import InputError
from communique.core.iris import Iris
from communique.core.resources import find_resource
from communique.link.linked import choose_subjects, read_subjects
from communique.read.links import LINKED_FOLDERS, read_links
from communique.read.snapshot import read_item_labels, read_kept_snapshot, read_statements

DATA, ONTOLOGY = find_resource("data"), find_resource("ontology")
HEAD = "# curie_map:\n#   topic: https://w3id.org/communique/id/topic/\n#   wd: http://www.wikidata.org/entity/\n"
COLUMNS = "subject_id\tpredicate_id\tobject_id\tobject_label\treview\n"


def write_table(folder: Path, *rows: str, head: str = HEAD) -> Path:
    """Write a table of links with these rows."""
    path = folder / "links.sssom.tsv"
    path.write_text(head + COLUMNS + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_only_accepted_links_enter_the_graph(tmp_path: Path):
    """As schema:sameAs in graph/vocabularies, under whatever base."""
    for folder in ("instruments", "topics"):
        (tmp_path / folder).mkdir()
        write_table(
            tmp_path / folder,
            "topic:democracy\tschema:sameAs\twd:Q1\tone\taccepted",
            "topic:democracy\tschema:sameAs\twd:Q2\ttwo\tundecided",
            "topic:democracy\tschema:sameAs\twd:Q3\tthree\trejected",
        )
    [quad, _] = build_links(Iris("https://example.org/"), data=tmp_path)
    assert str(quad) == (
        "<https://example.org/id/topic/democracy> <https://schema.org/sameAs> "
        "<http://www.wikidata.org/entity/Q1> <https://example.org/graph/vocabularies>"
    )


@pytest.mark.parametrize(
    "row",
    [
        "topic:democracy\tschema:sameAs\twd:Q1\tone\tperhaps",
        "topic:democracy\tschema:sameAs\tother:1\tone\taccepted",
        "democracy\tschema:sameAs\twd:Q1\tone\taccepted",
        "topic:democracy\tschema:sameAs\twd:P30\tone\taccepted",
        "topic:democracy\tschema:sameAs\twd:\tone\taccepted",
        "topic:democracy\tschema:sameAs\twd:Q1\tone",
        "topic:democracy\tschema:sameAs\twd:Q1\tone\taccepted\tmore",
    ],
)
def test_a_malformed_row_is_refused(tmp_path: Path, row: str):
    """C100 with the line."""
    path = write_table(tmp_path, row)
    with pytest.raises(InputError) as caught:
        read_links(path)
    assert (caught.value.code, str(caught.value.place)) == ("C100", f"{path}:5")


def test_a_link_that_stands_twice_is_refused(tmp_path: Path):
    """One of the rows might say another thing."""
    row = "topic:democracy\tschema:sameAs\twd:Q1\tone\taccepted"
    with pytest.raises(InputError, match="twice"):
        read_links(write_table(tmp_path, row, row.replace("accepted", "rejected")))


def test_a_table_without_prefixes_or_columns_is_refused(tmp_path: Path):
    """C100 names what is missing."""
    with pytest.raises(InputError, match="curie_map"):
        read_links(write_table(tmp_path, head="# license: none\n"))
    (tmp_path / "links.sssom.tsv").write_text(HEAD + "subject_id\n")
    with pytest.raises(InputError, match="'predicate_id' is missing"):
        read_links(tmp_path / "links.sssom.tsv")


def test_a_link_of_something_unknown_is_refused(tmp_path: Path):
    """C100 suggests the nearest identifier."""
    data = tmp_path / "data"
    for folder in LINKED_FOLDERS:
        shutil.copytree(DATA / folder, data / folder)
    write_table(data / "topics", "topic:democrasy\tschema:sameAs\twd:Q1\tone\tundecided")
    with pytest.raises(InputError, match="'topic/democrasy'") as caught:
        read_subjects(data, ONTOLOGY)
    assert caught.value.code == "C100"
    assert caught.value.mend.startswith("Did you mean 'topic/democracy'")


def test_an_unknown_name_is_refused():
    """C105, where a person named what to look at."""
    with pytest.raises(InputError) as caught:
        choose_subjects(read_subjects(DATA, ONTOLOGY), ["topic"])
    assert (caught.value.code, caught.value.mend) == ("C105", "Did you mean 'topics'?")


@pytest.mark.parametrize("text", ["", "no quads\n", "<a:b> <a:c> <a:d> <a:e> .\n<a:b> <a:c>"])
def test_a_damaged_snapshot_is_refused(tmp_path: Path, text: str):
    """C102 rather than a build with less in it."""
    (tmp_path / "snapshot.nq").write_text(text)
    with pytest.raises(InputError) as caught:
        read_kept_snapshot(tmp_path / "snapshot.nq")
    assert caught.value.code == "C102"


def test_the_endorsers_are_linked_each_to_an_item_of_its_own(dataset: Dataset):
    """73 of 73, and the state that the text addresses; no item stands twice."""
    [graphs] = dataset.declarations
    linked = {one.identifier: one.wikidata for one in graphs.records}
    endorsers = {one.party for one in graphs.declaration.endorsements}
    assert len(endorsers) == 73
    assert all(linked[party] for party in endorsers)
    assert len(set(linked.values())) == len(linked) == 74


def test_what_is_not_doubly_verified_is_told():
    """All but two accepted links have both packages behind them; these two say so."""
    single = [
        row
        for row in (DATA / "states" / "links.sssom.tsv").read_text("utf-8").splitlines()
        if row.endswith("accepted") and "\t1.0\t" not in row
    ]
    assert [row.split("\t")[0] for row in single] == ["state:DNK", "state:NLD"]
    assert all("not doubly verified" in row for row in single)


def test_the_snapshots_tables_fit_the_records():
    """Every state and every item is known, and a code has three digits."""
    states = {one.identifier for one in read_subjects(DATA, ONTOLOGY) if one.is_state}
    labels = {one.item for one in read_item_labels(DATA / "wikidata" / "labels.csv")}
    for one in read_statements(DATA / "wikidata" / "statements.csv"):
        assert one.state in states
        assert one.property in {"P299", "P30", "P463"}
        assert (one.item in labels) if one.item else (len(one.text) == 3 and one.text.isdigit())


def test_no_number_is_given_to_kosovo():
    """ISO 3166-1 has no entry for it, so no number either, whatever a package puts there."""
    rows = read_statements(DATA / "wikidata" / "statements.csv")
    assert {one.property for one in rows if one.state == "state/XKX"} == {"P30"}


def test_the_members_are_as_many_as_there_are():
    """193 members of the United Nations, 27 of the European Union."""
    rows = [one.item for one in read_statements(DATA / "wikidata" / "statements.csv")]
    assert (rows.count("Q1065"), rows.count("Q458")) == (193, 27)
