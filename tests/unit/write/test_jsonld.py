import json
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.build.dataset import Dataset
from communique.build.terms import LABEL, TYPE, cq
from communique.write.jsonld import write_context, write_jsonld
from communique.write.jsonld_context import REVERSE, TERMS, make_context

BASE = "https://example.org/"
ROOT = f"{BASE}id/d"
GRAPH = ox.NamedNode(f"{BASE}graph/d")
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def _quad(subject: str, predicate: ox.NamedNode, value: ox.NamedNode | ox.Literal) -> ox.Quad:
    return ox.Quad(ox.NamedNode(subject), predicate, value, GRAPH)


def _write(*quads: ox.Quad) -> Any:
    root = _quad(ROOT, TYPE, cq("Declaration"))
    return json.loads(write_jsonld([root, *quads], root=ROOT, base=BASE))


def _parse(quads: list[ox.Quad]) -> set[ox.Triple]:
    data = write_jsonld(quads, root=ROOT, base=BASE)
    return {quad.triple for quad in ox.parse(data, format=ox.RdfFormat.JSON_LD)}


@given(st.lists(st.tuples(st.sampled_from(["en", "zh-hans"]), WORDS), unique=True, max_size=6))
def test_hostile_words_come_back(labels: list[tuple[str, str]]):
    """One or several a language."""
    quads = [_quad(ROOT, TYPE, cq("Declaration"))]
    quads += [_quad(ROOT, LABEL, ox.Literal(text, language=language)) for language, text in labels]
    assert _parse(quads) == {quad.triple for quad in quads}


def test_what_an_embedding_property_names_is_written_within():
    """A statement within its paragraph; where it is met again, by its IRI."""
    paragraph, statement = f"{BASE}id/d/p", f"{BASE}id/d/s"
    tree = _write(
        _quad(ROOT, cq("hasParagraph"), ox.NamedNode(paragraph)),
        _quad(paragraph, TYPE, cq("Paragraph")),
        _quad(paragraph, cq("hasStatement"), ox.NamedNode(statement)),
        _quad(statement, TYPE, cq("Statement")),
    )
    assert tree["hasParagraph"]["hasStatement"] == {
        "id": "communique:id/d/s", "type": "Statement",
    }  # fmt: skip
    assert "included" not in tree


def test_what_no_tree_holds_is_included_at_the_end():
    """Nothing is lost."""
    tree = _write(_quad(f"{BASE}id/topic/x", TYPE, cq("Topic")))
    assert tree["included"] == [{"id": "communique:id/topic/x", "type": "Topic"}]


def test_a_property_without_a_name_is_a_mistake_of_ours():
    """The context would not say what it means."""
    with pytest.raises(KeyError):
        _write(_quad(ROOT, ox.NamedNode("https://example.org/odd"), ox.Literal("x")))


def test_names_in_the_context_are_used_once():
    """A name for each property, and the reversed ones differ from all others."""
    names = [term.name for term in TERMS.values()]
    assert len(names) == len(set(names))
    assert set(REVERSE).isdisjoint(names)


def test_the_context_is_a_document_of_its_own():
    """With the base that is set."""
    assert json.loads(write_context(BASE)) == {"@context": make_context(BASE)}
    assert make_context(BASE)["communique"] == BASE


def test_every_property_of_the_data_has_a_name(dataset: Dataset):
    """All that a stand-alone file may hold."""
    parts = dataset.stand_alone(dataset.declarations[0])
    used = {quad.predicate.value for part in parts for quad in part} - {TYPE.value}
    assert used - set(TERMS) == set()
