"""The numbers that are known of the 2023 declaration, counted in the graph that was written."""

import pytest
from tests.conftest import SLUG, Graph

PREAMBLE = (6, 6, 10, 3)
OPERATIVE = (2, 4, 4, 4, 7, 12, 6, 1, 8, 4, 5, 2, 7, 2, 3, 2, 8)
RESERVED = {
    "preamble/1": {"POL"},
    "preamble/3": {"ARM", "IND", "MEX"},
    "operative/4": {"IND", "ISR", "PHL"},
    "operative/8": {"BGR", "DOM", "IRQ", "MRT", "PRY", "POL", "ZMB"},
    "operative/9": {"DOM", "PRY", "POL"},
    "operative/13": {"IND"},
    "operative/17": {"MWI"},
}
FURNITURE = (
    "Redian", "redian", "公众号", "微信", "扫码", "戳这里", "线索", "相关阅读", "logo", "隐私协议",
    "联系我们", "今日开幕", "吐槽", "中亚峰会", "©",
)  # fmt: skip


def _statements_by_paragraph(graph: Graph, role: str) -> dict[int, int]:
    rows = graph.select(
        f"""SELECT ?number (COUNT(?statement) AS ?statements)
        {{ ?paragraph a cq:Paragraph ; cq:role cq:{role} ; cq:number ?number ;
             cq:hasStatement ?statement . ?statement a cq:Statement . }}
        GROUP BY ?number"""
    )
    return {int(number): int(count) for number, count in rows}


@pytest.mark.parametrize(("role", "counts"), [("Preamble", PREAMBLE), ("Operative", OPERATIVE)])
def test_every_paragraph_has_its_sentences(graph: Graph, role: str, counts: tuple[int, ...]):
    """Counted by hand in the page: four preamble paragraphs, seventeen operative ones."""
    assert _statements_by_paragraph(graph, role) == dict(enumerate(counts, 1))


def test_the_chapeau_has_neither_number_nor_statement(graph: Graph):
    """One paragraph leads the operative ones and is none of them."""
    rows = graph.select(
        """SELECT ?paragraph ?position ?number ?statement
        { ?paragraph a cq:Paragraph ; cq:role cq:Chapeau ; cq:position ?position .
          OPTIONAL { ?paragraph cq:number ?number }
          OPTIONAL { ?paragraph cq:hasStatement ?statement } }"""
    )
    assert rows == [(f"https://w3id.org/communique/id/{SLUG}/chapeau", "5", "", "")]


def test_positions_count_every_paragraph_and_statement_once(graph: Graph):
    """Paragraphs 1 to 22, statements 1 to 106."""
    query = "SELECT ?position {{ ?thing a cq:{} ; cq:position ?position }} ORDER BY ?position"
    assert list(map(int, graph.column(query.format("Paragraph")))) == list(range(1, 23))
    assert list(map(int, graph.column(query.format("Statement")))) == list(range(1, 107))


def test_statements_stand_in_the_order_of_the_text(graph: Graph):
    """A later position is a later span."""
    starts = graph.column(
        """SELECT ?start
        { ?statement a cq:Statement ; cq:position ?position ; cq:span/oa:start ?start }
        ORDER BY ?position"""
    )
    assert list(map(int, starts)) == sorted(map(int, starts))


def test_seventy_three_parties_endorse_once_each(graph: Graph):
    """73 endorsements by 73 parties of one declaration, all listed as of the date of the page."""
    rows = graph.select(
        """SELECT ?party ?work ?date { ?endorsement a cq:Endorsement ; cq:endorser ?party ;
          cq:declaration ?work ; cq:listedAsOf ?date }"""
    )
    parties, works, dates = zip(*rows, strict=True)
    assert len(rows) == len(set(parties)) == 73
    assert (len(set(works)), set(dates)) == (1, {"2023-03-29"})
    assert graph.column("SELECT ?date { ?endorsement cq:endorsedOn ?date }") == []


def test_reservations_are_those_of_the_seven_lines(graph: Graph):
    """19 reservations by 13 states on 7 paragraphs, each of undetermined kind."""
    rows = graph.select(
        """SELECT ?paragraph ?code ?kind { ?reservation a cq:Reservation ; cq:state ?state ;
          cq:paragraph/dcterms:identifier ?paragraph ; cq:kind ?kind . ?state cq:alpha3 ?code }"""
    )
    found: dict[str, set[str]] = {}
    for paragraph, code, _ in rows:
        found.setdefault(paragraph, set()).add(code)
    assert found == RESERVED
    assert len(rows) == 19
    assert {kind for _, _, kind in rows} == {"https://w3id.org/communique/ns#Undetermined"}


def test_asterisk_and_reservation_imply_each_other(graph: Graph):
    """13 endorsements have an asterisk; they are the ones with reservations, and no other."""
    starred = graph.column("SELECT ?one { ?one a cq:Endorsement ; cq:asterisk true }")
    pointing = graph.column("SELECT ?one { ?one a cq:Endorsement ; cq:asteriskSpan ?span }")
    reserving = graph.column("SELECT DISTINCT ?one { ?one cq:hasReservation ?reservation }")
    plain = graph.column("SELECT ?one { ?one a cq:Endorsement ; cq:asterisk false }")
    assert len(starred) == 13
    assert set(starred) == set(pointing) == set(reserving)
    assert len(plain) == 60


def test_each_asterisk_points_at_a_star_behind_the_name(graph: Graph):
    """The star's span begins where the name's ends, and holds '*'."""
    rows = graph.select(
        """SELECT ?end ?start ?star { ?one cq:span/oa:end ?end ; cq:asteriskSpan ?span .
          ?span oa:start ?start ; oa:exact ?star }"""
    )
    assert len(rows) == 13
    assert all(end == start and star == "*" for end, start, star in rows)


def test_the_note_has_nine_points(graph: Graph):
    """Numbered from 1, without the bullet sign, and none of them a commitment."""
    rows = graph.select(
        "SELECT ?number ?text { ?note cq:hasPoint ?p . ?p cq:number ?number ; cq:text ?text }"
    )
    assert sorted(int(number) for number, _ in rows) == list(range(1, 10))
    assert not any("•" in text or text != text.strip() for _, text in rows)
    assert graph.column("SELECT ?p { ?p a cq:SummaryPoint , cq:Commitment }") == []


def test_the_summit_and_its_hosts_come_out_of_the_note(graph: Graph):
    """Five hosts, each mentioned in a passage of the prose."""
    codes = graph.column(
        """SELECT ?code { ?work a cq:Declaration ; cq:adoptedAt ?event . ?event cq:host ?party .
          ?party cq:alpha3 ?code } ORDER BY ?code"""
    )
    assert codes == ["CRI", "KOR", "NLD", "USA", "ZMB"]


def test_there_is_no_blank_node(graph: Graph):
    """Not in the data, not in the vocabularies, not in the ontology."""
    assert graph.column("SELECT ?s { ?s ?p ?o FILTER (isBlank(?s) || isBlank(?o)) }") == []


def test_no_word_of_the_pages_furniture_is_in_the_declaration(graph: Graph):
    """Header, footer and headlines are in no paragraph, statement, point, title or name."""
    words = graph.column(
        """SELECT ?words { ?thing ?property ?words FILTER NOT EXISTS { ?thing a cq:Span }
          VALUES ?property { cq:text cq:nameAsListed cq:marker cq:citedPart dcterms:title cq:issuer
            cq:place skos:prefLabel skos:altLabel } }"""
    )
    assert len(words) > 300
    assert [(word, text) for text in words for word in FURNITURE if word in text] == []


def test_furniture_covers_header_and_footer_and_nothing_else_does(graph: Graph, source_text: str):
    """All that something else points at lies between the note's title and the footer."""
    first = source_text.index("媒体简报:民主峰会宣言")
    last = source_text.index("微信扫码关注该文公众号作者")
    rows = graph.select(
        """SELECT ?start ?end
        { ?thing cq:span|cq:asteriskSpan ?span . ?span oa:start ?start ; oa:end ?end
          FILTER NOT EXISTS { ?thing a cq:Furniture } }"""
    )
    assert min(int(start) for start, _ in rows) == first
    assert max(int(end) for _, end in rows) <= last
