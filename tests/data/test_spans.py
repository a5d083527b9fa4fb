"""Every character is accounted for: spans against the page, by code that knows only the page."""

import hashlib

import pytest
from tests.conftest import Graph

from communique.core.model import Declaration

Piece = tuple[int, int, str]


@pytest.fixture(scope="module")
def spans(graph: Graph) -> dict[str, Piece]:
    """Start, end and words of every span by its IRI."""
    rows = graph.select(
        """SELECT ?span ?start ?end ?exact
        { ?span a cq:Span ; oa:start ?start ; oa:end ?end ; oa:exact ?exact }"""
    )
    found = {iri: (int(start), int(end), exact) for iri, start, end, exact in rows}
    assert len(found) == len(rows) > 500
    return found


@pytest.fixture(scope="module")
def leaves(spans: dict[str, Piece]) -> list[Piece]:
    """The spans that contain no other one, found by comparing each with each, in order."""
    intervals = [(start, end) for start, end, _ in spans.values()]
    return sorted(
        (start, end, exact)
        for start, end, exact in spans.values()
        if not any(start <= a and b <= end and (a, b) != (start, end) for a, b in intervals)
    )


def test_every_span_holds_what_stands_at_its_offsets(spans: dict[str, Piece], source_text: str):
    """All of them, code point by code point."""
    assert [
        iri for iri, (start, end, exact) in spans.items() if source_text[start:end] != exact
    ] == []
    assert all(start < end for start, end, _ in spans.values())


def test_every_span_is_named_for_its_offsets(spans: dict[str, Piece]):
    """RFC 5147: the fragment says where it is."""
    assert all(
        iri.endswith(f"/zh-Hans/source#char={start},{end}")
        for iri, (start, end, _) in spans.items()
    )


def test_everything_that_points_points_at_a_span(graph: Graph, spans: dict[str, Piece]):
    """No `cq:span` leads nowhere, and no span is left without something that points at it."""
    pointed = graph.column("SELECT DISTINCT ?span { ?thing cq:span|cq:asteriskSpan ?span }")
    assert set(pointed) == set(spans)


def test_the_leaves_give_back_the_bytes_of_the_page(
    leaves: list[Piece], declaration: Declaration, graph: Graph
):
    """Concatenated in order; the sha256 is the one that the graph states."""
    data = "".join(exact for _, _, exact in leaves).encode("utf-8")
    assert data == declaration.source.path.read_bytes()
    digests = graph.column("SELECT ?sha { ?source a cq:SourceDocument ; cq:sha256 ?sha }")
    assert digests == [hashlib.sha256(data).hexdigest()]
    assert digests == ["2c9759df50f8c35fbf823ca90be724dc263ac5078c0a8613f046293e4f4af75f"]


def test_the_leaves_follow_each_other_without_gap_or_overlap(leaves: list[Piece], source_text: str):
    """The first begins at 0, each at the end of the one before, the last ends with the page."""
    starts = [start for start, _, _ in leaves]
    ends = [end for _, end, _ in leaves]
    assert [*starts, len(source_text)] == [0, *ends]


def test_no_leaf_holds_characters_of_two_lines(leaves: list[Piece]):
    """A line break closes the leaf that it stands in."""
    assert [leaf for leaf in leaves if "\n" in leaf[2][:-1]] == []


def test_the_graph_marks_exactly_these_leaves(
    graph: Graph, leaves: list[Piece], spans: dict[str, Piece]
):
    """`cq:Leaf` is what comparing offsets finds, so nobody has to compare them again."""
    marked = graph.column("SELECT ?span { ?span a cq:Leaf }")
    assert sorted(spans[iri] for iri in marked) == leaves


def test_furniture_has_its_reason_in_both_languages(graph: Graph):
    """What is not the declaration's is kept, and the graph says why it is set aside."""
    rows = graph.select(
        """SELECT ?furniture (GROUP_CONCAT(LCASE(LANG(?reason)); separator=' ') AS ?languages)
        { ?furniture a cq:Furniture ; cq:reason ?reason } GROUP BY ?furniture"""
    )
    total = graph.column("SELECT (COUNT(?furniture) AS ?count) { ?furniture a cq:Furniture }")
    assert [str(len(rows))] == total
    assert {tuple(sorted(languages.split())) for _, languages in rows} == {("en", "zh-hans")}


@pytest.mark.parametrize(
    ("kind", "words"), [("Paragraph", "text"), ("Statement", "text"), ("SummaryPoint", "text"),
                        ("Endorsement", "nameAsListed"), ("Reservation", "nameAsListed"),
                        ("Event", "nameAsListed"), ("Act", "marker")],
)  # fmt: skip
def test_words_are_those_of_the_span(graph: Graph, kind: str, words: str):
    """A text, name or marker is the source's own, to the character."""
    rows = graph.select(
        f"""SELECT ?words ?exact
        {{ ?thing a cq:{kind} ; cq:{words} ?words ; cq:span/oa:exact ?exact }}"""
    )
    assert rows
    assert [row for row in rows if row[0] != row[1]] == []


def test_a_citation_names_its_part_within_its_words(graph: Graph):
    """'Article 51' stands in the words that the citation points at."""
    rows = graph.select("SELECT ?part ?exact { ?one cq:citedPart ?part ; cq:span/oa:exact ?exact }")
    assert "第五十一条" in {part for part, _ in rows}
    assert all(part in exact for part, exact in rows)


def test_paragraphs_leave_their_printed_label_out(graph: Graph):
    """17 labels, each a passage of its own that ends where its paragraph begins."""
    rows = graph.select(
        """SELECT ?exact ?end { ?label a cq:Passage ; cq:role cq:ParagraphLabel ; cq:span ?span .
          ?span oa:exact ?exact ; oa:end ?end } ORDER BY ?end"""
    )
    starts = graph.column(
        """SELECT ?start { ?p cq:role cq:Operative ; cq:number ?n ; cq:span/oa:start ?start }
        ORDER BY ?n"""
    )
    assert [exact for exact, _ in rows][:2] == ["第一、", "第二、"]
    assert [end for _, end in rows] == starts
    assert len(rows) == 17
