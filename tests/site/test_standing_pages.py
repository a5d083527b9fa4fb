"""The pages about the data: citing, downloads, the report, the limits; joined questions."""

import hashlib
import json
from collections.abc import Mapping

import html5lib
import pytest
import yaml

from communique.build.dataset import Dataset
from communique.query.catalogue import Catalogue
from communique.site.addresses import LANGUAGES
from communique.site.question_pages import answer_all
from communique.site.site_files import Built

JOINED = [one.name for one in Catalogue().read_all() if one.asks_wikidata]


def read_table(page: bytes) -> list[list[str]]:
    """Return the rows of a page's table as words, without its head."""
    tree = html5lib.parse(page.decode(), namespaceHTMLElements=False)
    return [["".join(cell.itertext()).strip() for cell in row] for row in tree.iter("tr")][1:]


def test_the_citations_agree(site: Mapping[str, bytes], build_files: Built):
    """BibTeX, CSL-JSON and CITATION.cff name the same version, day and address."""
    version = build_files.history.versions[-1]
    cff = yaml.safe_load(site["CITATION.cff"])
    (csl,) = json.loads(site["cite.json"])
    bibtex = site["cite.bib"].decode()
    assert cff["cff-version"] == "1.2.0"
    assert cff["type"] == csl["type"] == "dataset"
    assert cff["version"] == csl["version"] == version.name
    assert f"version = {{{version.name}}}" in bibtex
    assert cff["url"] == csl["URL"]
    assert f"url = {{{cff['url']}}}" in bibtex
    assert cff["title"] == csl["title"]
    assert cff["authors"] == [{"name": csl["author"][0]["literal"]}]
    assert cff["date-released"] == "2026-11-23"
    assert csl["issued"] == {"date-parts": [[2026, 11, 23]]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_on_citing_has_all_three(site: Mapping[str, bytes], language: str):
    """Each form is shown and can be downloaded."""
    prefix = "" if language == "en" else f"{language}/"
    page = site[f"{prefix}cite.html"].decode()
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    shown = ["".join(one.itertext()).strip() for one in tree.iter("pre")]
    for file, text in zip(("cite.bib", "cite.json", "CITATION.cff"), shown, strict=True):
        assert site[file].decode().strip() == text
        assert f'{file}" download' in page


def test_each_download_has_its_hash(site: Mapping[str, bytes]):
    """The hash and the size on the page are those of the file, and each file is described."""
    rows = read_table(site["downloads.html"])
    assert len(rows) > 10
    for name, holds, size, sha256 in rows:
        data = site[f"files/{name}"]
        assert hashlib.sha256(data).hexdigest() == sha256
        assert int(size.replace(",", "")) == len(data)
        assert holds, name


def test_the_report_says_what_was_checked(site: Mapping[str, bytes]):
    """Each class with a shape, how many conditions, and on how many things."""
    rows = {row[0]: (int(row[2]), int(row[3])) for row in read_table(site["check.html"])}
    assert rows["statement"][1] == 106
    assert rows["reservation"][1] == 19
    assert rows["endorsement"][1] == 73
    assert all(conditions and things for conditions, things in rows.values())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["translation", "undetermined", "statehood", "Kosovo"]),
        ("zh-Hans", ["译文", "未确定", "国家地位", "科索沃"]),
    ],
)
def test_the_limits_are_told(site: Mapping[str, bytes], language: str, words: list[str]):
    """What isn't claimed stands on the page about the data, with the note on the map."""
    prefix = "" if language == "en" else f"{language}/"
    page = site[f"{prefix}about.html"].decode()
    assert [word for word in words if word not in page] == []


@pytest.mark.parametrize("name", JOINED)
def test_a_joined_question_says_what_answered_it(site: Mapping[str, bytes], name: str):
    """It is answered from the snapshot, which says of itself that it is constructed."""
    english, chinese = (site[f"{p}questions/{name}.html"].decode() for p in ("", "zh-Hans/"))
    assert "constructed, not from Wikidata" in english
    assert "并非取自维基数据" in chinese
    assert len(read_table(english.encode())) == len(read_table(chinese.encode())) > 0


def test_no_other_question_is_asked_of_the_snapshot(dataset: Dataset):
    """Its triples stay outside the graph: nothing of it is in the other answers."""
    quads = [quad for graph in dataset.graphs.values() for quad in graph]
    answers = answer_all(quads, dataset.snapshot)
    joined = {one.query.name for one in answers if one.snapshot}
    assert joined == set(JOINED)
    bare = {
        one.query.name: one.table for one in answer_all(quads, []) if not one.query.asks_wikidata
    }
    assert {one.query.name: one.table for one in answers if one.query.name in bare} == bare
