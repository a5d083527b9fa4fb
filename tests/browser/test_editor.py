"""The SPARQL page on a plain file host: the editor, and the engine in the browser."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from playwright.sync_api import Browser, Page
from tests.browser.editor_page import EditorPage
from tests.browser.test_site_in_browser import LOOKS, Watch
from tests.shapes.fixtures import sample

from communique.query.asking import ask_canned
from communique.query.catalogue import Catalogue
from communique.query.embedded import EmbeddedStore, open_folder
from communique.query.parameters import Resolver

pytestmark = pytest.mark.xdist_group("browser")

NAMES = [one.name for one in Catalogue().read_all()]
RUNAWAY = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture(scope="module")
def opened(browser: Browser, address: str) -> Iterator[EditorPage]:
    """The page in a desktop's window; whatever happens, it stays quiet."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    watch = Watch(page, address)
    yield EditorPage(page, f"{address}sparql.html")
    page.close()
    assert watch.seen == []


@pytest.fixture(scope="module")
def store(site_folder: Path) -> EmbeddedStore:
    """The published files in the embedded store."""
    return open_folder(site_folder / "files")


@pytest.fixture(scope="module")
def joined(site_folder: Path) -> EmbeddedStore:
    """The same with the snapshot of Wikidata beside it."""
    both = open_folder(site_folder / "files")
    both.store.load(path=site_folder / "files" / "wikidata-snapshot.nq")
    return both


@pytest.mark.parametrize("language", ["", "zh-Hans/"])
def test_the_first_query_answers_in_the_browser(browser: Browser, address: str, language: str):
    """A tab for every question that has an answer here; the first query has 19 rows; no noise."""
    page = browser.new_page()
    watch = Watch(page, address)
    editor = EditorPage(page, f"{address}{language}sparql.html")
    assert page.locator("#plain").is_hidden()
    assert page.get_by_role("tab").count() == 1 + len(NAMES)
    editor.panel.locator(".yasqe_queryButton").click()
    page.locator(".yasr_results table").wait_for()
    assert "19" in editor.status
    assert len(editor.read_columns()["paragraph"]) == 19
    page.close()
    assert watch.seen == []


@pytest.mark.parametrize("name", sorted({*sample(NAMES, 4), "eu-members-who-reserved"}))
def test_a_tab_gives_the_rows_of_the_embedded_store(
    opened: EditorPage, store: EmbeddedStore, joined: EmbeddedStore, name: str
):
    """The canned question's columns, in its order, over the published files."""
    query = Catalogue().find(name)
    asked = joined if query.asks_wikidata else store
    expected = ask_canned(asked, query, Resolver(asked).resolve_all(query, query.example))
    opened.page.select_option("#question", name)
    assert opened.query.startswith(f"# {query.question['en']}\n")
    opened.run()
    columns = opened.read_columns()
    assert opened.status.startswith(f"{len(expected.rows)} rows")
    for place, variable in enumerate(expected.variables):
        terms = [row[place] for row in expected.rows]
        assert columns.get(variable, []) == [_write(term) for term in terms], variable


def _write(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""


def test_a_runaway_query_is_stopped(opened: EditorPage):
    """The page stays usable while it runs; Stop ends the worker; the next query is answered."""
    opened.write(RUNAWAY)
    opened.begin()
    opened.page.locator("#status", has_text="Running").wait_for()
    time.sleep(1)
    opened.page.select_option("#question", "endorsers")
    assert opened.page.locator("#stop").is_visible()
    assert len(opened.page.workers) >= 1
    opened.page.locator("#stop").click()
    opened.wait()
    assert opened.status.startswith("Stopped after")
    opened.run()
    assert opened.status.startswith("73 rows")


@pytest.mark.parametrize(
    ("query", "line", "found"),
    [
        ("SELECT * WHERE {\n  ?s ?p ?o .\n  FILTR(?o = 1)\n}", 3, "FILTR"),
        ("SELECT *\nWHERE { ?s ?p ?o FILTER(?o != 1 && ?s = ?p) }\nORDRE BY ?s", 3, "ORDRE"),
        ("# 民主\nSELECT * WHERE {\n  ?s ?p '民主'^^<a:b> ;\n  ; }}", 4, "}"),
        ("SELECT *\nWHERE {\n  ?s ?p", 3, "end of the query"),
        ("INSERT DATA { <a:b> <a:c> 1 }", 1, "INSERT"),
    ],
)
def test_a_mistake_is_shown_at_its_line(opened: EditorPage, query: str, line: int, found: str):
    """The message names line and token, and the line is marked until it is mended."""
    opened.ask(query)
    message = opened.panel.get_by_role("alert").inner_text()
    assert message.startswith(f"Line {line}, column ")
    assert found in message
    marked = opened.panel.locator(".communique-bad-line")
    text = query.split("\n")[line - 1]
    # The editor indents as one writes.
    assert marked.locator("pre").inner_text().strip() == text.strip()
    opened.write("ASK {}")
    assert marked.count() == 0


def test_a_query_that_ends_the_engine_harms_no_other(opened: EditorPage):
    """Brackets nested too deep for the parser's stack: said so, and the next query is answered."""
    opened.ask("ASK " + "{" * 800 + "}" * 800)
    assert "gave up" in opened.panel.get_by_role("alert").inner_text()
    opened.ask("ASK {}")
    assert opened.panel.locator(".verdict").inner_text() == "Yes"


def test_an_answer_too_large_for_a_page_is_refused(opened: EditorPage):
    """The page says so and stays usable."""
    opened.ask("SELECT * WHERE { ?a ?b ?c VALUES ?d { 1 2 3 4 5 } }")
    assert "Add a LIMIT" in opened.panel.get_by_role("alert").inner_text()


def test_no_query_reaches_another_address(opened: EditorPage):
    """SERVICE and FROM ask nothing of anybody; an update isn't understood."""
    asked: list[str] = []
    opened.page.on("request", lambda request: asked.append(request.url))
    for query in (
        "SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * FROM <http://127.0.0.1:9/x> WHERE { ?s ?p ?o } LIMIT 1",
        "LOAD <http://127.0.0.1:9/x>",
    ):
        opened.ask(query)
    assert asked == []


def test_things_link_to_their_pages(opened: EditorPage, address: str, site_folder: Path):
    """Our IRIs lead to pages of this site, others to themselves; a description is a table too."""
    opened.ask("DESCRIBE <https://w3id.org/communique/id/state/POL>")
    links = opened.panel.locator(".yasr_results a").evaluate_all(
        "all => all.map((one) => one.href)"
    )
    ours = {link.removeprefix(address).partition("#")[0] for link in links if address in link}
    assert {"doc/state/POL.html", "ns.html"} <= ours
    assert [name for name in ours if not (site_folder / name).is_file()] == []
    assert "http://www.wikidata.org/entity/Q36" in links


def test_words_are_completed_from_the_own_tables(opened: EditorPage):
    """A prefix that is used is declared from our table; classes come from our vocabulary."""
    opened.write("SELECT * WHERE { ?s ")
    opened.page.keyboard.type("dcterms:")
    assert "PREFIX dcterms: <http://purl.org/dc/terms/>" in opened.query
    opened.page.keyboard.press("Escape")
    opened.write("PREFIX cq: <https://w3id.org/communique/ns#>\nSELECT * WHERE { ?s a cq:Decl")
    opened.page.keyboard.press("Control+Space")
    hint = opened.page.locator(".CodeMirror-hint, .CodeMirror-line", has_text="cq:Declaration")
    # Other tabs may show the word, too, unseen.
    hint.filter(visible=True).first.wait_for()
    opened.page.keyboard.press("Escape")


def test_the_keyboard_does_it_all(browser: Browser, address: str):
    """Tabs by arrows, run by Ctrl+Enter, out of the editor by Escape, then on by Tab."""
    page = browser.new_page()
    editor = EditorPage(page, f"{address}sparql.html")
    page.get_by_role("tab", selected=True).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert editor.query.startswith("# Did a state endorse")
    assert page.url.endswith("#did-state-endorse")
    editor.panel.locator(".yasqe textarea").focus()
    page.keyboard.press("Control+Enter")
    editor.panel.locator(".yasr_results table").wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") != ""
    assert not page.evaluate("document.activeElement.matches('.yasqe textarea')")
    page.close()


def test_links_open_a_question_or_a_query(browser: Browser, address: str):
    """`#<question>` and `#query=…` fill the editor and ask nothing by themselves."""
    page = browser.new_page()
    editor = EditorPage(page, f"{address}sparql.html#reservations-on-paragraph")
    assert editor.query.startswith("# Who reserved on a paragraph?")
    editor.write("ASK { # 民主 & + %\n}")
    editor.panel.get_by_role("button", name="Link to this query").click()
    link = editor.panel.locator(".yasqe_sharePopup input").input_value()
    page.close()
    page = browser.new_page()
    editor = EditorPage(page, link)
    assert editor.query == "ASK { # 民主 & + %\n}"
    assert editor.status == ""
    page.close()


@pytest.mark.parametrize("look", ["desktop, light", "phone, dark"])
def test_axe_finds_nothing_in_any_state(
    browser: Browser, address: str, node_modules: Path, look: str
):
    """With a table, with the answer as sent and the link's box open, with a mistake."""
    page = browser.new_page(**LOOKS[look])
    editor = EditorPage(page, f"{address}sparql.html")
    page.evaluate((node_modules / "axe-core" / "axe.min.js").read_text("utf-8"))
    editor.run()
    _check_with_axe(page, "table")
    editor.panel.get_by_role("button", name="As sent").click()
    editor.panel.locator(".yasr_results .CodeMirror").wait_for()
    editor.panel.get_by_role("button", name="Link to this query").click()
    _check_with_axe(page, "as sent, link")
    page.get_by_role("button", name="New query").click()
    editor.ask("ASK { ?s ?p }")
    _check_with_axe(page, "mistake")
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= page.viewport_size["width"]
    page.close()


def _check_with_axe(page: Page, state: str) -> None:
    found = page.evaluate(
        "async () => (await axe.run()).violations.map((one) => [one.id, one.nodes[0].html])"
    )
    assert found == [], f"{state}: {json.dumps(found)}"
