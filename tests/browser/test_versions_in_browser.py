"""The pages of the versions, of which the earlier one has names that try to run."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.test_site_in_browser import COMBINATIONS, LOOKS, Watch

pytestmark = pytest.mark.xdist_group("browser")


def walk(page: Page, start: str) -> list[str]:
    """Click from the list of versions through their pages; return the addresses."""
    page.goto(start)
    seen = [page.url]
    for link in (
        "main table a[href*='/changes']",
        "main p a[href^='../'] code",
        "main dd a[href*='version/'] code",
    ):
        page.locator(link).first.click()
        page.wait_for_load_state()
        seen.append(page.url)
    return seen


@pytest.mark.parametrize(("look", "language"), COMBINATIONS)
def test_the_way_through_the_versions_is_quiet_and_fits(
    browser: Browser, address: str, language: str, look: str
):
    """List, changes, the version before, the one after: no message, nothing wider than it may."""
    window = browser.new_context(**LOOKS[look])
    page = window.new_page()
    watch = Watch(page, address)
    for url in [*walk(page, f"{address}{language}versions.html"), f"{address}ns/0.1.0.html"]:
        page.goto(url)
        assert page.locator("h1").count() == 1
        box, size = page.locator("html").bounding_box(), page.viewport_size
        assert box is not None
        assert size is not None
        assert box["width"] <= size["width"], url
        assert page.locator("main img, main script, main iframe").count() == 0
    window.close()
    assert watch.seen == []


@pytest.mark.parametrize(("look", "language"), COMBINATIONS[:4])
def test_axe_finds_nothing_in_the_versions(
    browser: Browser, address: str, node_modules: Path, language: str, look: str
):
    """axe-core's rules on each of them."""
    script = (node_modules / "axe-core" / "axe.min.js").read_text("utf-8")
    window = browser.new_context(**LOOKS[look])
    page = window.new_page()
    found = {}
    for url in [*walk(page, f"{address}{language}versions.html"), f"{address}ns/0.1.0.html"]:
        page.goto(url)
        page.evaluate(script)
        found[url] = page.evaluate(
            "async () => (await axe.run()).violations.map((one) => [one.id, one.nodes[0].html])"
        )
    window.close()
    assert {url: violations for url, violations in found.items() if violations} == {}


def test_the_page_of_changes_tells_names_as_they_were(browser: Browser, address: str):
    """A name that was a script is words."""
    page = browser.new_page()
    page.goto(f"{address}versions.html")
    page.locator("main table a[href*='/changes']").first.click()
    told = page.locator("ul.facts li span").all_inner_texts()
    assert "Preamble paragraph 3, statement 6: topic food security added." in told
    assert any("changed from “<script>alert(1)</script>” to “" in words for words in told)
    page.close()
