import json
from collections.abc import Mapping

import pyoxigraph as ox
import pytest

from communique.build.dataset import Dataset
from communique.core.iris import Iris
from communique.query.asking import keep_columns
from communique.query.embedded import EmbeddedStore
from communique.query.library import load_prefixes
from communique.site.addresses import Addresses, allot_addresses
from communique.site.editor.catalogue import write_catalogue, write_endpoint, write_question
from communique.site.editor.words import say_all
from communique.site.question_pages import Answered, answer_all


@pytest.fixture(scope="module")
def quads(dataset: Dataset) -> list[ox.Quad]:
    """All graphs of the shipped declarations."""
    return [quad for graph in dataset.graphs.values() for quad in graph]


@pytest.fixture(scope="module")
def answers(dataset: Dataset, quads: list[ox.Quad]) -> list[Answered]:
    """Every question with its answer."""
    return answer_all(quads, dataset.snapshot)


def test_every_question_answers_as_it_is_written(
    dataset: Dataset, quads: list[ox.Quad], answers: list[Answered]
):
    """With its values bound in the text, a question has the rows that its page shows."""
    store = ox.Store()
    store.bulk_extend([*quads, *dataset.snapshot])
    engine = EmbeddedStore(store)
    assert len(answers) > 60
    for one in answers:
        assert one.table is not None
        found = engine.select(write_question(one, "en"))
        assert keep_columns(found, one.table.variables) == one.table, one.query.name


def test_a_question_keeps_its_comments_but_not_its_front_matter(answers: list[Answered]):
    """It begins with the question in the page's language, and says what may be changed."""
    for one in answers:
        text = write_question(one, "zh-Hans")
        assert text.startswith(f"# {one.query.question['zh-Hans']}\n")
        assert "#+" not in text
        assert ("# 可修改 VALUES 中的值" in text) == bool(one.values)
        comments = [line for line in one.query.sparql.split("\n") if line.startswith("# ")]
        assert all(comment in text for comment in comments)


def test_the_catalogue_has_what_the_editor_needs(
    dataset: Dataset, quads: list[ox.Quad], answers: list[Answered]
):
    """Questions, the shared prefixes, the vocabulary's terms; the same bytes for the same input."""
    prefixes = load_prefixes()
    addresses = allot_addresses({quad.subject.value for quad in quads}, dataset.iris)
    written = [_write(answers, quads, prefixes, addresses) for _ in range(2)]
    assert written[0] == written[1]
    catalogue = json.loads(written[0])
    assert len(catalogue["questions"]) == len(answers)
    assert catalogue["prefixes"] == dict(prefixes)
    assert "https://w3id.org/communique/ns#Declaration" in catalogue["terms"]["classes"]
    assert "https://w3id.org/communique/ns#endorses" in catalogue["terms"]["properties"]
    assert catalogue["marked"] == {}


def test_documents_with_a_path_of_their_own_are_named():
    """What a script can't guess from the IRI stands in the catalogue."""
    odd = "https://w3id.org/communique/id/a:b"
    addresses = allot_addresses([odd, "https://w3id.org/communique/id/state/POL"], Iris())
    catalogue = json.loads(_write([], [], {}, addresses))
    assert catalogue["marked"] == {odd: addresses.paths[odd]}


def test_a_question_without_answer_is_left_out(answers: list[Answered]):
    """Its example names nothing here."""
    [first, *_] = answers
    unanswered = Answered(first.query, None)
    catalogue = json.loads(_write([unanswered, first], [], {}, Addresses({})))
    assert [one["id"] for one in catalogue["questions"]] == [first.query.name]


def test_a_file_host_has_no_endpoint():
    """A server tells of its own in this file's place."""
    assert json.loads(write_endpoint()) == {"endpoint": None}


def test_both_languages_have_the_same_words():
    """And the same places for values in each."""
    english, chinese = say_all("en"), say_all("zh-Hans")
    assert english.keys() == chinese.keys()
    for key, words in english.items():
        assert words.count("{") == chinese[key].count("{"), key


def _write(
    answers: list[Answered],
    quads: list[ox.Quad],
    prefixes: Mapping[str, str],
    addresses: Addresses,
) -> bytes:
    return write_catalogue(
        answers, quads, prefixes=prefixes, addresses=addresses, iris=Iris(), language="en"
    )
