import hashlib
from collections.abc import Sequence
from itertools import pairwise

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.build.terms import END, EXACT, START, cq, dcterms
from communique.check.round_trip import rebuild_sources

DOCUMENT = "https://example.org/source"
TEXT = "第一、重申。\n第二、承诺。"
CUTS = st.sets(st.integers(1, len(TEXT) - 1), max_size=8)


def _graph(
    spans: Sequence[tuple[int, int]], text: str = TEXT, name: str = DOCUMENT
) -> list[ox.Triple]:
    document = ox.NamedNode(name)
    sha = ox.Literal(hashlib.sha256(text.encode()).hexdigest())
    triples = [ox.Triple(document, cq("sha256"), sha)]
    for start, end in spans:
        node = ox.NamedNode(f"{name}#char={start},{end}")
        triples += [
            ox.Triple(node, START, ox.Literal(start)),
            ox.Triple(node, END, ox.Literal(end)),
            ox.Triple(node, EXACT, ox.Literal(text[start:end])),
            ox.Triple(node, dcterms("isPartOf"), document),
        ]
    return triples


@given(CUTS, st.randoms())
def test_leaves_under_any_spans_give_the_source_back(cuts: set[int], order: object):
    """Pieces, and spans over several of them, in whatever order the graph has them."""
    ends = [0, *sorted(cuts), len(TEXT)]
    pieces = list(pairwise(ends))
    larger = [(start, end) for start in ends for end in ends if start < end]
    triples = _graph(sorted({*pieces, *larger}))
    order.shuffle(triples)  # type: ignore[attr-defined]
    (trip,) = rebuild_sources(triples)
    assert (trip.text, trip.leaves, trip.is_exact) == (TEXT, len(pieces), True)


@pytest.mark.parametrize(
    "spans",
    [
        [(0, 6), (7, len(TEXT))],
        [(0, 7), (6, len(TEXT))],
        [(0, 7)],
        [(7, len(TEXT))],
        [],
    ],
)
def test_a_gap_or_an_overlap_is_seen(spans: list[tuple[int, int]]):
    """A character that no leaf holds, or that two hold, changes the bytes."""
    (trip,) = rebuild_sources(_graph(spans))
    assert not trip.is_exact


def test_other_words_are_seen():
    """Offsets that are right don't help words that are wrong."""
    triples = _graph([(0, 7), (7, len(TEXT))])
    changed = [
        ox.Triple(t.subject, t.predicate, ox.Literal(t.object.value.replace("承诺", "保证")))
        if t.predicate == EXACT
        else t
        for t in triples
    ]
    (trip,) = rebuild_sources(changed)
    assert not trip.is_exact


@pytest.mark.parametrize("offset", ["x", "-1", "1.5", "९", "²", "9" * 5000])
def test_an_offset_that_is_no_number_is_a_fault_of_the_graph(offset: str):
    """It breaks the round trip, not the check."""
    triples = [
        ox.Triple(t.subject, t.predicate, ox.Literal(offset)) if t.predicate == START else t
        for t in _graph([(0, len(TEXT))])
    ]
    (trip,) = rebuild_sources(triples)
    assert not trip.is_exact


def test_each_document_is_rebuilt_from_its_own_spans():
    """Two sources in one graph, in the order of their IRIs."""
    other = "https://example.org/other"
    triples = [*_graph([(0, len(TEXT))]), *_graph([(0, 2), (2, 4)], "甲乙丙丁", other)]
    found = [(trip.document, trip.text, trip.is_exact) for trip in rebuild_sources(triples)]
    assert found == [(other, "甲乙丙丁", True), (DOCUMENT, TEXT, True)]


def test_a_graph_without_source_has_nothing_to_rebuild():
    """It is no round trip then, and isn't counted as one."""
    assert rebuild_sources([]) == []
