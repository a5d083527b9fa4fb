from itertools import pairwise
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.build.graph import GraphBuilder
from communique.build.spans import SpanRegister, cut_leaves
from communique.build.terms import EXACT, START, TYPE, cq
from communique.core.iris import Iris
from communique.core.source import Source, Span

LENGTH = 30
SPANS = st.lists(
    st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH))
    .filter(lambda ends: ends[0] < ends[1])
    .map(lambda ends: Span(*ends)),
    max_size=12,
)
DOCUMENT = "https://example.org/source"


@given(SPANS)
def test_leaves_partition_what_the_spans_cover(spans: list[Span]):
    """Nested, overlapping or apart: every covered character is in one leaf, no other in any."""
    leaves = list(cut_leaves(spans))
    covered = sorted({at for span in spans for at in range(span.start, span.end)})
    assert [at for leaf in leaves for at in range(leaf.start, leaf.end)] == covered


@given(SPANS)
def test_no_span_begins_or_ends_within_a_leaf(spans: list[Span]):
    """So every span is a run of leaves."""
    for leaf in cut_leaves(spans):
        for span in spans:
            assert span.contains(leaf) or span.end <= leaf.start or leaf.end <= span.start


@given(SPANS)
def test_leaves_are_as_large_as_they_can_be(spans: list[Span]):
    """Between two leaves that touch, some span begins or ends."""
    ends = {end for span in spans for end in (span.start, span.end)}
    for one, other in pairwise(cut_leaves(spans)):
        assert one.end < other.start or one.end in ends


def _register(text: str, *spans: Span) -> tuple[GraphBuilder, SpanRegister]:
    graph = GraphBuilder("https://example.org/graph")
    register = SpanRegister(graph, Iris(), DOCUMENT, Source(Path("s.txt"), text))
    for number, span in enumerate(spans):
        register.point(ox.NamedNode(f"https://example.org/thing/{number}"), span)
    return graph, register


def _values(graph: GraphBuilder, predicate: ox.NamedNode) -> list[str]:
    return [quad.object.value for quad in graph.quads if quad.predicate == predicate]


def test_a_span_is_described_once_however_many_things_point_at_it():
    """Two things, one span; both point at its IRI."""
    graph, register = _register("abc", Span(0, 3), Span(0, 3))
    register.describe_all()
    assert _values(graph, cq("span")) == [f"{DOCUMENT}#char=0,3"] * 2
    assert _values(graph, EXACT) == ["abc"]
    assert _values(graph, TYPE) == [cq("Span").value, cq("Leaf").value]


def test_leaves_that_nothing_points_at_are_told():
    """For the builder to make passages of them."""
    _, register = _register("abcde", Span(0, 5), Span(1, 2))
    assert list(register.unaccounted()) == [Span(0, 1), Span(2, 5)]


def test_spans_are_written_in_the_order_of_the_text_the_longer_first():
    """The same order every time, whatever pointed first."""
    graph, register = _register("abc", Span(1, 3), Span(0, 1), Span(0, 3))
    register.describe_all()
    assert _values(graph, START) == ["0", "0", "1"]
    assert _values(graph, EXACT) == ["abc", "a", "bc"]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("abc", [Span(0, 2)]),
        ("abc", [Span(1, 3)]),
        ("abc", [Span(0, 1), Span(2, 3)]),
        ("abc", [Span(0, 3), Span(1, 2)]),
        ("a\nb", [Span(0, 3)]),
    ],
)
def test_a_character_that_is_not_accounted_for_stops_the_build(text: str, spans: list[Span]):
    """At the end, at the start, in a gap, in a leaf without owner, in a leaf over two lines."""
    _, register = _register(text, *spans)
    with pytest.raises(ValueError, match="not accounted for"):
        register.describe_all()


def test_a_line_break_may_close_a_leaf():
    """It is the last character of its line."""
    _, register = _register("a\nb", Span(0, 2), Span(2, 3))
    register.describe_all()
