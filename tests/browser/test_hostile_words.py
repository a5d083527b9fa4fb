"""Strings that try to run, in every place where a page shows what the data or a question says."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox
import pytest
from playwright.sync_api import Browser, Page
from tests.browser.conftest import serve
from tests.browser.hostile import IRIS, NO_IRIS, POLICIES, WORDS
from tests.browser.test_site_in_browser import Watch
from tests.shapes.fixtures import sample

from communique.build.terms import LABEL, TYPE, cq
from communique.core.iris import Iris
from communique.query.answer import Table
from communique.query.canned import CannedQuery, Parameter
from communique.site.addresses import allot_addresses
from communique.site.node_index import NodeIndex
from communique.site.page_writer import Page as SitePage
from communique.site.page_writer import PageWriter
from communique.site.question_pages import Answered, write_question_pages
from communique.site.resource_page import Value, write_resource_page
from communique.site.serialisations import DocumentWriter

pytestmark = pytest.mark.xdist_group("browser")

#: What no page has unless a string of the data became a part of it.
MADE = "script:not([type='application/ld+json']), base, iframe, object, svg, [autofocus], [srcdoc]"
#: What is to be known of a page, asked at once.
LOOK = """(made) => ({
  made: document.querySelectorAll(made).length,
  handlers: [...document.querySelectorAll('*')].flatMap((one) => [...one.attributes])
    .map((one) => one.name).filter((name) => name.startsWith('on')),
  protocols: [...document.querySelectorAll('main a')].map((one) => one.protocol),
  heading: document.querySelector('h1').textContent,
  main: document.querySelector('main').textContent,
  last: [...document.querySelectorAll('pre')].map((one) => one.textContent).at(-1) ?? '',
})"""


def write_things(triples: Sequence[ox.Triple], things: Sequence[str], folder: Path) -> None:
    """Write the page of each thing as `<prefix><number>.html`, in the order of the things."""
    iris = Iris()
    quads = [ox.Quad(one.subject, one.predicate, one.object) for one in triples]
    nodes = NodeIndex(quads, {})
    writer = PageWriter(nodes, allot_addresses(nodes.outgoing, iris))
    documents = DocumentWriter(prefixes={}, base=iris.base)
    for thing in things:
        files = documents.write(nodes.documents[thing])
        name = thing.rpartition("/")[2]
        html = write_resource_page(writer, SitePage(name, "en"), thing, files=files)
        (folder / f"{name}.html").write_bytes(html)


def name_things(kind: str, count: int) -> list[str]:
    """Return the IRIs of as many things of a test."""
    return [Iris().thing("state", f"{kind}{number}") for number in range(count)]


def write_words(folder: Path) -> None:
    """Write a page a string: as label, as words, in the data of a script."""
    things = name_things("words", len(WORDS))
    triples = []
    for thing, words in zip(things, WORDS, strict=True):
        node = ox.NamedNode(thing)
        triples += [
            ox.Triple(node, TYPE, cq("State")),
            ox.Triple(node, LABEL, ox.Literal(words, language="en")),
            ox.Triple(node, cq("text"), ox.Literal(words)),
        ]
    write_things(triples, things, folder)


def write_iris(folder: Path) -> None:
    """Write a page an IRI: as class, property and value, pointed at, and pointing here."""
    things = name_things("iri", len(IRIS))
    triples = []
    for thing, words in zip(things, IRIS, strict=True):
        node, hostile = ox.NamedNode(thing), ox.NamedNode(words)
        triples += [
            ox.Triple(node, LABEL, ox.Literal("a thing", language="en")),
            ox.Triple(node, TYPE, hostile),
            ox.Triple(node, hostile, hostile),
            ox.Triple(hostile, hostile, node),
            ox.Triple(node, cq("text"), ox.Literal("x", datatype=hostile)),
        ]
    write_things(triples, things, folder)


def write_questions(folder: Path) -> None:
    """Write a question a string: in its title, its front matter, its SPARQL and its answer."""
    writer = PageWriter(NodeIndex([], {}), allot_addresses([], Iris()))
    answered = [_ask(number, words) for number, words in enumerate(WORDS)]
    for name, data in write_question_pages(writer, answered, "en").items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)


def _ask(number: int, words: str) -> Answered:
    query = CannedQuery(
        name=f"question{number}",
        group=words,
        question={"en": words, "zh-Hans": words},
        parameters=(Parameter(words, "text", words),),
        returns={words: words},
        tags=(words,),
        expect="rows",
        note=words,
        sparql=f"#+ question: {words}\nSELECT ?x {{ ?x ?y '{words}' }}",
        path=Path("hostile.rq"),
    )
    return Answered(query, Table((words,), [(ox.Literal(words),)]))


def write_tags(folder: Path) -> None:
    """Write a table of values whose language tags are strings that no parser lets in."""
    writer = PageWriter(NodeIndex([], {}), allot_addresses([], Iris()))
    rows = [([Value(None, words, words)], [Value(words, "", words)]) for words in WORDS]
    html = writer.write(
        "table.html", SitePage("tags", "en"), title=WORDS[0], intro=WORDS, header=WORDS, rows=rows
    )
    (folder / "tags.html").write_bytes(html)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """All of these pages, served on loopback."""
    folder = tmp_path_factory.mktemp("hostile")
    for write in (write_words, write_iris, write_questions, write_tags):
        write(folder)
    # The icon and the style aren't what is tested here; nothing else may be asked for.
    (folder / "static").mkdir()
    (folder / "static" / "style.css").write_text("")
    (folder / "static" / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    with serve(folder) as served:
        yield served


@pytest.fixture(scope="module", params=POLICIES)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page of a browser: escaping alone must do, even where the policy is off."""
    window = browser.new_context(bypass_csp=request.param)
    opened = window.new_page()
    yield opened
    window.close()


def check_page(page: Page, address: str) -> dict[str, str]:
    """Open a page and return its texts; nothing on it may be made of a string of the data."""
    page.goto(address)
    seen = page.evaluate(LOOK, MADE)
    assert seen["made"] == 0, address
    assert seen["handlers"] == [], address
    assert set(seen["protocols"]) <= {"http:", "https:"}, address
    return {name: seen[name] for name in ("heading", "main", "last")}


def test_no_string_of_the_data_runs(hostile: str, page: Page):
    """Not as a label, a text, the title of the page or the JSON-LD in it."""
    watch = Watch(page, hostile)
    for number, words in sample(list(enumerate(WORDS)), 10):
        assert check_page(page, f"{hostile}words{number}.html")["heading"] == words
    assert len(WORDS) >= 30
    assert watch.seen == []


def test_no_iri_of_the_data_runs(hostile: str, page: Page):
    """Not as a class, a property, a value or a datatype; one that isn't of the web is no link."""
    watch = Watch(page, hostile)
    for number, iri in sample(list(enumerate(IRIS)), 10):
        assert iri in check_page(page, f"{hostile}iri{number}.html")["main"]
    assert len(IRIS) >= 30
    assert watch.seen == []


def test_no_string_of_a_question_runs(hostile: str, page: Page):
    """Not in its title, note, columns, example, command, SPARQL, its group or its answer."""
    watch = Watch(page, hostile)
    check_page(page, f"{hostile}questions.html")
    for number, words in sample(list(enumerate(WORDS)), 10):
        texts = check_page(page, f"{hostile}questions/question{number}.html")
        assert texts["heading"] == words
        assert words in texts["last"]
    assert watch.seen == []


def test_no_language_tag_runs(hostile: str, page: Page):
    """Should one ever come through, it is an attribute's value and no more."""
    watch = Watch(page, hostile)
    check_page(page, f"{hostile}tags.html")
    tags = page.locator("td [lang], th [lang]").evaluate_all("all => all.map((one) => one.lang)")
    assert set(WORDS) <= set(tags)
    assert watch.seen == []


@pytest.mark.parametrize("words", WORDS)
def test_no_hostile_language_tag_comes_in(words: str):
    """What the build writes with is strict about tags."""
    with pytest.raises(ValueError, match="tag"):
        ox.Literal("x", language=words)


@pytest.mark.parametrize("iri", NO_IRIS)
def test_no_iri_with_a_quote_or_a_bracket_comes_in(iri: str):
    """What the build writes with is strict about IRIs."""
    with pytest.raises(ValueError, match="IRI"):
        ox.NamedNode(iri)
