"""Every kind of page in a real browser: quiet, fitting, accessible, in each look and language."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.xdist_group("browser")

KINDS = [
    "404",
    "about",
    "check",
    "cite",
    "doc/force/commit",
    "doc/state/POL",
    "doc/summit-for-democracy-2023",
    "doc/summit-for-democracy-2023/operative/8",
    "doc/summit-for-democracy-2023/zh-Hans/operative/8/statement/1",
    "doc/summit-for-democracy-2023/zh-Hans/source",
    "downloads",
    "forces",
    "graph/states",
    "index",
    "instruments",
    "map",
    "ns",
    "ontology/class/Reservation",
    "ontology/index",
    "ontology/property/endorses",
    "questions",
    "questions/endorsers-by-continent",
    "questions/reservation-matrix",
    "reservations",
    "search",
    "sparql",
    "states",
    "text",
    "topics",
]
WHOLE = os.environ.get("COMMUNIQUE_MATRIX") == "full"
LOOKS = {
    "desktop, light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "phone, dark": {"viewport": {"width": 375, "height": 720}, "color_scheme": "dark"},
    "no script": {
        "viewport": {"width": 375, "height": 720},
        "java_script_enabled": False,
    },
}


#: Each look in one language; the other combinations are run by `make test-full`.
COMBINATIONS = [
    pytest.param(look, language, marks=() if often else pytest.mark.full)
    for look, language, often in [
        ("desktop, light", "", True),
        ("desktop, light", "zh-Hans/", False),
        ("phone, dark", "", False),
        ("phone, dark", "zh-Hans/", True),
        ("no script", "", True),
        ("no script", "zh-Hans/", False),
    ]
]


class Watch:
    """Writes down what a page shouldn't do."""

    def __init__(self, page: Page, address: str) -> None:
        """Listen to a page that may ask nothing but the site."""
        self.seen: list[str] = []
        page.on("console", lambda message: self.seen.append(message.text))
        page.on("pageerror", lambda error: self.seen.append(str(error)))
        page.on("requestfailed", lambda request: self._fail(request.url, request.failure))
        page.on("request", lambda request: self._ask(request.url, address))
        page.on("dialog", lambda dialog: self.seen.append(f"dialog {dialog.message}"))

    def _fail(self, url: str, failure: str | None) -> None:
        # The next page is opened at once, which calls off what this one still asks for.
        if failure != "net::ERR_ABORTED":
            self.seen.append(f"failed {url}: {failure}")

    def _ask(self, url: str, address: str) -> None:
        if not url.startswith(address):
            self.seen.append(f"foreign {url}")


@pytest.mark.parametrize(("look", "language"), COMBINATIONS)
def test_pages_are_quiet_and_fit(browser: Browser, address: str, look: str, language: str):
    """No message on the console, no request elsewhere, nothing wider than the window."""
    window = browser.new_context(**LOOKS[look])
    page = window.new_page()
    watch = Watch(page, address)
    for kind in KINDS:
        answer = page.goto(f"{address}{language}{kind}.html")
        assert answer is not None
        assert answer.ok, kind
        assert page.locator("h1").count() == 1
        width = page.locator("html").bounding_box()
        assert width is not None
        assert width["width"] <= page.viewport_size["width"], kind
        assert page.locator("main").is_visible()
    assert watch.seen == []
    window.close()


@pytest.mark.parametrize(("look", "language"), COMBINATIONS[:4])
def test_axe_finds_nothing(
    look: str, language: str, browser: Browser, address: str, node_modules: Path
):
    """axe-core's rules on every kind of page, everything unfolded.

    Each look has every other kind, and both together all of them; in `make test-full` each has all.
    """
    kinds = KINDS if WHOLE else KINDS[look == "phone, dark" :: 2]
    script = (node_modules / "axe-core" / "axe.min.js").read_text("utf-8")
    window = browser.new_context(**LOOKS[look])
    page = window.new_page()
    found = {}
    for kind in kinds:
        page.goto(f"{address}{language}{kind}.html")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        page.evaluate(script)
        violations = page.evaluate(
            "async () => (await axe.run()).violations.map((one) => [one.id, one.nodes[0].html])"
        )
        if violations:
            found[kind] = violations
    window.close()
    assert found == {}


def test_a_statement_opens_and_leads_to_its_place(browser: Browser, address: str):
    """A tap shows force and marker; the link leads to the exact words in the source."""
    page = browser.new_page()
    page.goto(f"{address}text.html")
    statement = page.locator("details.statement").first
    assert not statement.locator("ul").is_visible()
    statement.locator("summary").click()
    assert "reaffirm" in statement.locator("ul").inner_text()
    statement.locator("a", has_text="In the source").click()
    assert page.url.endswith("source.html#char=939,1015")
    assert page.evaluate("document.querySelector(':target') !== null")
    page.close()


def test_the_language_switch_keeps_the_page(browser: Browser, address: str):
    """The other language is one click away, without any script."""
    window = browser.new_context(java_script_enabled=False)
    page = window.new_page()
    page.goto(f"{address}doc/state/POL.html")
    page.get_by_role("link", name="简体中文").click()
    assert page.url == f"{address}zh-Hans/doc/state/POL.html"
    assert page.locator("h1").inner_text() == "波兰"
    window.close()


@pytest.mark.parametrize("words", ["波兰", "poland", "POL"])
def test_the_search_works_without_a_server(browser: Browser, site_folder: Path, words: str):
    """Opened as a file, it finds a two-character Chinese word and a name in any case."""
    page = browser.new_page()
    page.goto((site_folder / "search.html").absolute().as_uri())
    page.fill("#words", words)
    link = page.locator("#found a", has_text="Poland").first
    link.click()
    assert page.locator("h1").inner_text() == "Poland"
    page.close()


def test_the_keyboard_reaches_the_content_first(browser: Browser, address: str):
    """The first stop skips the menu."""
    page = browser.new_page()
    page.goto(f"{address}text.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")
    page.close()
