"""Strings that try to run: typed, in the address, out of the data, and kept in the browser."""

import csv
import json
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.editor_page import EditorPage
from tests.browser.hostile import IRIS, POLICIES, WORDS
from tests.browser.test_site_in_browser import Watch
from tests.shapes.fixtures import sample

pytestmark = pytest.mark.xdist_group("browser")

#: What YASGUI itself would read from the address.
PARAMETERS = (
    "headers=%7B%22x%22%3A%221%22%7D",
    "headers=alert(1)",
    "outputSettings=%7Balert(1)",
    "outputFormat=constructor",
    "endpoint=https%3A%2F%2Fexample.org%2F",
    "endpoint=javascript%3Aalert(1)",
    "tabTitle=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
    "__proto__=x",
)
#: The keys under which YASGUI, YASQE and its parts keep things.
KEYS = ("yagui_yasgui_config", "yasqe_yasgui_query", "yasr_yasgui_config", "prefixes", "x")
COUNT_MARKUP = """(box) => box.querySelectorAll(
  "script, img, svg, iframe, object, form, base, meta, style, math, details").length"""


@pytest.fixture(params=POLICIES)
def window(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page in a window of its own: without the policy, escaping alone has to do."""
    context = browser.new_context(bypass_csp=request.param)
    yield context.new_page()
    context.close()


def test_no_typed_query_runs(window: Page, address: str):
    """Each string is only a text with a mistake in it, and is shown as that."""
    watch = Watch(window, address)
    editor = EditorPage(window, f"{address}sparql.html")
    for words in sample(WORDS, 6):
        editor.write(words)
        window.locator(".parseErrorIcon").first.hover()
        editor.run()
        assert editor.panel.get_by_role("alert").count() == 1, words
        assert editor.panel.locator(".yasr_results").evaluate(COUNT_MARKUP) == 0, words
    assert watch.seen == []


def test_no_string_of_an_answer_runs(window: Page, address: str):
    """As literals, language-tagged, as IRIs: in the table, as sent, in the file to download."""
    watch = Watch(window, address)
    editor = EditorPage(window, f"{address}sparql.html")
    literals = " ".join(json.dumps(words) for words in WORDS)
    iris = " ".join(f"<{iri}>" for iri in IRIS)
    editor.ask(
        f"SELECT ?words ?said ?iri WHERE {{ {{ VALUES ?words {{ {literals} }}"
        f" BIND(STRLANG(?words, 'en') AS ?said) }} UNION {{ VALUES ?iri {{ {iris} }} }} }}"
    )
    columns = editor.read_columns()
    assert set(WORDS) <= set(columns["words"])
    assert set(WORDS) <= set(columns["said"])
    assert set(IRIS) <= set(columns["iri"])
    results = editor.panel.locator(".yasr_results")
    assert results.evaluate(COUNT_MARKUP) == 0
    protocols = results.locator("a").evaluate_all("all => all.map((one) => one.protocol)")
    assert set(protocols) <= {"http:", "https:"}
    with window.expect_download() as download:
        editor.panel.get_by_role("button", name="Download as CSV").click()
    with download.value.path().open(encoding="utf-8", newline="") as file:
        assert [row["words"] for row in csv.DictReader(file)] == columns["words"]
    editor.panel.get_by_role("button", name="As sent").click()
    results.locator(".CodeMirror").wait_for()
    assert watch.seen == []


def test_nothing_in_the_address_runs(window: Page, address: str):
    """A query is written into the editor, and never asked by itself; the rest is unread."""
    watch = Watch(window, address)
    editor = EditorPage(window, f"{address}sparql.html")
    for number, words in enumerate(sample(WORDS, 10)):
        extra = PARAMETERS[number % len(PARAMETERS)]
        window.evaluate("hash => { location.hash = hash }", f"query={quote(words)}&{extra}")
        window.wait_for_function(
            "words => document.querySelector('.tabPanel.active .CodeMirror')"
            ".CodeMirror.getValue() === words",
            arg=words.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"),
        )
        window.evaluate("hash => { location.hash = hash }", words)
        assert editor.status == ""
    assert window.get_by_role("tab", name="<img").count() == 0
    window.goto("about:blank")
    editor = EditorPage(window, f"{address}sparql.html#query={quote(WORDS[0])}&{PARAMETERS[1]}")
    assert editor.query == WORDS[0]
    assert watch.seen == []


def test_a_query_that_would_hold_the_page_up_is_not_opened(browser: Browser, address: str):
    """Thousands of brackets in a link: the page says so and works."""
    page = browser.new_page()
    editor = EditorPage(page, f"{address}sparql.html#query={'%7B' * 5000}")
    assert "too deep" in editor.status
    editor.run()
    assert editor.status.startswith("19 rows")
    page.close()


@pytest.mark.parametrize("kept", ["{", '"<img src=x onerror=alert(1)>"', '{"val": {"tabs": 7}}'])
def test_nothing_that_the_browser_keeps_is_read(browser: Browser, address: str, kept: str):
    """Whatever stands in the local storage, another site's even, the page starts and keeps none."""
    context = browser.new_context()
    page = context.new_page()
    watch = Watch(page, address)
    page.goto(f"{address}about.html")
    fill = "([keys, kept]) => keys.forEach((key) => { localStorage[key] = kept })"
    page.evaluate(fill, [KEYS, kept])
    editor = EditorPage(page, f"{address}sparql.html")
    editor.ask("ASK {}")
    assert editor.panel.locator(".verdict").inner_text() == "Yes"
    stored = page.evaluate("Object.entries(localStorage)")
    assert dict(stored) == dict.fromkeys(KEYS, kept)
    context.close()
    assert watch.seen == []
