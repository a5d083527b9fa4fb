"""The ontology's documentation: every term with its shapes and queries, in both languages."""

import re
from html.parser import HTMLParser
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from communique.check.ontology_material import Material, load_material
from communique.core.iris import NAMESPACE
from communique.query.catalogue import Catalogue
from communique.site.ontology_diagram import PLACES, Box
from communique.site.ontology_page import (
    PAGES,
    OntologyPages,
    collect_pages,
    read_words,
    write_pages,
)

VOID = {"br", "img", "link", "meta"}


class Page(HTMLParser):
    """What a page holds: ids, links, languages, loaded files, and tags that don't match."""

    def __init__(self, text: str) -> None:
        """Read the page."""
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.open: list[str] = []
        self.unmatched: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag's id, link and file."""
        values = dict(attrs)
        self.ids += [values["id"] or ""] if "id" in values else []
        self.links += [values["href"] or ""] if "href" in values else []
        self.loaded += [values["src"] or ""] if "src" in values else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that is closed at once."""
        self.handle_starttag(tag, attrs)
        self.open = self.open[:-1] if tag not in VOID else self.open

    def handle_endtag(self, tag: str) -> None:
        """Match the tag with the one opened last."""
        if not self.open or self.open.pop() != tag:
            self.unmatched.append(tag)


@pytest.fixture(scope="module")
def material() -> Material:
    """The shipped ontology with all that uses it."""
    return load_material()


@pytest.fixture(scope="module")
def pages(material: Material) -> OntologyPages:
    """What the pages are made of."""
    return collect_pages(material)


@pytest.fixture(scope="module", params=list(PAGES))
def html(request: pytest.FixtureRequest, pages: OntologyPages) -> str:
    """The page of one language."""
    return pages.render(request.param)


def test_the_tags_match_and_no_id_stands_twice(html: str):
    """The page is well formed, and loads nothing from elsewhere."""
    page = Page(html)
    assert (page.unmatched, page.open, page.loaded) == ([], [], [])
    assert sorted(set(page.ids)) == sorted(page.ids)


def test_every_link_on_the_page_leads_somewhere(html: str):
    """To an id of the page, the page of the other language, or a web address."""
    page = Page(html)
    inside = {link[1:] for link in page.links if link.startswith("#")}
    outside = {link for link in page.links if not link.startswith("#")}
    assert len(inside) > 100
    assert inside - set(page.ids) == set()
    assert {link for link in outside if not link.startswith("http")} <= set(PAGES.values())


def test_every_term_has_its_place_on_the_page(material: Material, html: str):
    """Each class, property and concept of ours has an article, reached by the term's own name."""
    terms = {
        quad.subject.value.removeprefix(NAMESPACE)
        for quad in material.ontology
        if quad.predicate.value.endswith("#type") and str(quad.subject).startswith(f"<{NAMESPACE}")
    }
    assert len(terms) > 100
    assert terms - set(re.findall(r'<article id="([^"]+)"', html)) == set()


def test_both_languages_stand_beside_each_other(html: str):
    """The other language's label and definition are marked as such."""
    assert "A government or authority as a source lists or names it." in html
    assert "来源所列出或提及的政府或权威机构。" in html
    assert html.count('class="definition other" lang="') > 100


def test_every_targeted_shape_is_told(material: Material, html: str):
    """No shape that targets a class of ours is missing."""
    shapes = {
        quad.subject.value.rpartition("#")[2]
        for quad in material.graph("shapes")
        if quad.predicate.value.endswith("#targetClass")
        and str(quad.object).startswith(f"<{NAMESPACE}")
    }
    told = set(re.findall(r"<code>cqsh:([\w-]+)</code>", html))
    assert shapes
    assert shapes - told == set()


def test_every_query_that_asks_with_our_terms_is_shown_with_its_text(html: str):
    """The question leads to the query's SPARQL."""
    asking = [query for query in Catalogue().read_all() if "cq:" in query.sparql]
    shown = set(re.findall(r'<article id="query-([\w-]+)"', html))
    assert len(asking) > 40
    assert {query.name for query in asking} <= shown
    assert html.count("<pre") == len(shown)


def test_a_term_leads_to_its_shapes_and_queries(html: str):
    """Reservations have the shape that counts them and the questions about them."""
    article = re.search(r'<article id="Reservation".*?</article>', html, re.DOTALL)
    assert article
    assert "<code>cqsh:Reservation</code>" in article[0]
    assert '<a href="#query-' in article[0]
    assert '<a href="#kind"><code>cq:kind</code></a>' in article[0]


def test_what_a_text_holds_is_never_markup(pages: OntologyPages):
    """IRIs in angle brackets inside a query are shown, not parsed."""
    text = pages.render("en")
    assert "&lt;https://w3id.org/communique/ns#&gt;" in text


def test_both_languages_have_the_same_words():
    """No word of the page is missing in one of them."""
    words = read_words()
    assert words["en"].keys() == words["zh-Hans"].keys()


def test_every_placed_class_exists_and_is_joined(pages: OntologyPages):
    """The diagram shows what the ontology has, and nothing stands alone in it."""
    assert {box.name for box in pages.diagram.boxes} == set(PLACES)
    joined = {end for line in pages.diagram.lines for end in (line.source, line.target)}
    assert joined == set(PLACES)


def test_every_line_of_the_diagram_is_in_its_description(html: str, pages: OntologyPages):
    """Whoever can't see the drawing hears the same."""
    heard = re.search(r'<desc id="diagram-text">(.*?)</desc>', html, re.DOTALL)
    assert heard
    assert len(pages.diagram.lines) > 15
    for line in pages.diagram.lines:
        assert f"{line.source} {line.name} {line.target}." in heard[1]


def test_boxes_and_names_of_lines_keep_apart(pages: OntologyPages):
    """No box covers another, and no straight line runs behind a box that isn't its own."""
    boxes = pages.diagram.boxes
    assert [(a.name, b.name) for a, b in combinations(boxes, 2) if _overlap(a, b)] == []
    crossed = [
        (line.name, box.name)
        for line in pages.diagram.lines
        for box in boxes
        if box.name not in (line.source, line.target) and _runs_behind(line.path, box)
    ]
    assert crossed == []


def test_pages_are_written_the_same_each_time(tmp_path: Path):
    """One file a language."""
    first = [path.read_bytes() for path in write_pages(tmp_path / "one")]
    again = write_pages(tmp_path / "two")
    assert [path.name for path in again] == list(PAGES.values())
    assert [path.read_bytes() for path in again] == first


def _overlap(one: Box, other: Box) -> bool:
    return abs(one.x - other.x) < one.width and abs(one.y - other.y) < one.height


def _runs_behind(path: str, box: Box) -> bool:
    """Tell whether a polyline of absolute points comes into a box; loops are relative and short."""
    points = [tuple(map(float, pair)) for pair in re.findall(r"(-?[\d.]+),(-?[\d.]+)", path)]
    steps = [part / 200 for part in range(201)]
    return any(
        abs(x1 + (x2 - x1) * step - box.x) < box.width / 2
        and abs(y1 + (y2 - y1) * step - box.y) < box.height / 2
        for (x1, y1), (x2, y2) in pairwise(points)
        for step in steps
    )
