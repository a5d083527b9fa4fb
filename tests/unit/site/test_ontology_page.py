"""The ontology's documentation: every term with its shapes and queries, in both languages."""

import re
from collections.abc import Mapping
from itertools import combinations, pairwise
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import html5lib
import pytest

from communique.check.ontology_material import Material, load_material
from communique.core.iris import NAMESPACE
from communique.query.catalogue import Catalogue
from communique.site.addresses import LANGUAGES
from communique.site.ontology_diagram import PLACES, Box
from communique.site.ontology_page import OntologyPages, collect_pages, read_words, write_alone

LINK = re.compile(r'\b(?:href|src)="([^"]*)"')
LARGEST_PAGE = 100_000


@pytest.fixture(scope="module")
def material() -> Material:
    """The shipped ontology with all that uses it."""
    return load_material()


@pytest.fixture(scope="module")
def pages() -> OntologyPages:
    """What the pages are made of."""
    return collect_pages()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documentation as `make ontology-docs` writes it."""
    written = tmp_path_factory.mktemp("ontology")
    write_alone(written)
    return written


@pytest.fixture(scope="module")
def html(folder: Path) -> dict[str, str]:
    """Every page by file."""
    found = folder.rglob("*.html")
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found}


def read_terms(html: Mapping[str, str], language: str) -> dict[str, str]:
    """Return the pages of the terms of one language, by the end of their paths."""
    prefix = "" if language == "en" else f"{language}/"
    paths = {name: name.removeprefix(prefix) for name in html if name.startswith(prefix)}
    kinds = ("class/", "property/", "concept/")
    return {path: html[name] for name, path in paths.items() if path.startswith(kinds)}


def test_every_page_is_small_and_loads_only_files(html: Mapping[str, str]):
    """Under 100 kB, without styles or scripts of its own, and the policy forbids them."""
    for name, text in html.items():
        assert len(text.encode()) < LARGEST_PAGE, name
        assert "default-src 'none'; style-src 'self'" in text, name
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=", text), name


def test_every_page_is_well_formed(html: Mapping[str, str]):
    """A strict parser takes each; no id stands twice, and there is one heading."""
    for name, text in html.items():
        html5lib.HTMLParser(strict=True).parse(text)
        ids = re.findall(r'\bid="([^"]*)"', text)
        assert sorted(set(ids)) == sorted(ids), name
        assert text.count("<h1>") == 1, name


def test_every_link_leads_somewhere(html: Mapping[str, str], folder: Path):
    """To a page of the documentation and an id on it, to a file, or to a web address."""
    count = 0
    for name, text in html.items():
        for link in LINK.findall(text):
            path, fragment = urldefrag(urljoin(f"https://host.invalid/{name}", link))
            if not path.startswith("https://host.invalid/"):
                continue
            count += 1
            target = path.removeprefix("https://host.invalid/")
            assert (folder / target).is_file(), (name, link)
            assert not fragment or f'id="{fragment}"' in html[target], (name, link)
    assert count > 1000


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_has_its_page(material: Material, html: Mapping[str, str], language: str):
    """Each class, property and concept of ours; the overview leads to it by the term's own name."""
    terms = {
        quad.subject.value.removeprefix(NAMESPACE)
        for quad in material.ontology
        if quad.predicate.value.endswith("#type") and str(quad.subject).startswith(f"<{NAMESPACE}")
    }
    assert len(terms) > 100
    paths = read_terms(html, language)
    assert {path.partition("/")[2].removesuffix(".html") for path in paths} == terms
    prefix = "" if language == "en" else f"{language}/"
    overview = html[f"{prefix}index.html"]
    assert terms - set(re.findall(r'<li id="([^"]+)"><a href="', overview)) == set()
    assert {path for path in paths if f'{path}"' not in overview} == set()


def test_no_two_pages_differ_in_case_only(html: Mapping[str, str]):
    """Some file systems take them for one."""
    assert len({name.casefold() for name in html}) == len(html)


def test_both_languages_stand_beside_each_other(html: Mapping[str, str]):
    """The other language's label and definition are marked as such."""
    english, chinese = html["class/State.html"], html["zh-Hans/class/State.html"]
    for text in (english, chinese):
        assert "A government or authority as a source lists or names it." in text
        assert "来源所列出或提及的政府或权威机构。" in text
    assert 'class="definition other" lang="zh-Hans"' in english
    assert 'class="definition other" lang="en"' in chinese


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_targeted_shape_is_told(material: Material, html: Mapping[str, str], language: str):
    """No shape that targets a class of ours is missing."""
    shapes = {
        quad.subject.value.rpartition("#")[2]
        for quad in material.graph("shapes")
        if quad.predicate.value.endswith("#targetClass")
        and str(quad.object).startswith(f"<{NAMESPACE}")
    }
    told = set(
        re.findall(r"<code>cqsh:([\w-]+)</code>", "".join(read_terms(html, language).values()))
    )
    assert shapes
    assert shapes - told == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_query_that_asks_with_our_terms_is_told(html: Mapping[str, str], language: str):
    """By itself, the documentation says how to ask it; in a site it leads to the question."""
    asking = [query for query in Catalogue().read_all() if "cq:" in query.sparql]
    text = "".join(read_terms(html, language).values())
    told = set(re.findall(r"<code>communique query ([\w-]+)</code>", text))
    assert len(asking) > 40
    assert {query.name for query in asking} <= told


def test_a_term_leads_to_its_shapes_and_queries(html: Mapping[str, str]):
    """Reservations have the shape that counts them and the questions about them."""
    page = html["class/Reservation.html"]
    assert "<code>cqsh:Reservation</code>" in page
    assert "communique query reservation-matrix" in page
    assert '<a href="../property/kind.html"><code>cq:kind</code></a>' in page


def test_both_languages_have_the_same_words():
    """No word of the pages is missing in one of them."""
    words = read_words()
    assert words["en"].keys() == words["zh-Hans"].keys()


def test_every_placed_class_exists_and_is_joined(pages: OntologyPages):
    """The diagram shows what the ontology has, and nothing stands alone in it."""
    assert {box.name for box in pages.diagram.boxes} == set(PLACES)
    joined = {end for line in pages.diagram.lines for end in (line.source, line.target)}
    assert joined == set(PLACES)


@pytest.mark.parametrize("name", ["index.html", "zh-Hans/index.html"])
def test_every_line_of_the_diagram_is_in_its_description(
    html: Mapping[str, str], pages: OntologyPages, name: str
):
    """Whoever can't see the drawing hears the same."""
    heard = re.search(r'<desc id="diagram-text">(.*?)</desc>', html[name], re.DOTALL)
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


def test_pages_are_written_the_same_each_time(folder: Path, tmp_path: Path):
    """Nothing in them depends on the time or on chance."""
    write_alone(tmp_path)
    names = [path.relative_to(folder) for path in sorted(folder.rglob("*.*"))]
    assert len(names) > 200
    assert all((tmp_path / name).read_bytes() == (folder / name).read_bytes() for name in names)


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
