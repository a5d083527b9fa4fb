"""What a reader sees and does: the map, the menu, the details of a statement."""

import pytest
from playwright.sync_api import Browser, Page, Response
from tests.conftest import SLUG

pytestmark = pytest.mark.xdist_group("browser")

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
LINE_PIXELS = 26
#: How bright the land of the map is, in light and in dark, by what the page computes.
LAND = "getComputedStyle(document.querySelector('.map .land')).fill"


@pytest.mark.parametrize("language", ["", "zh-Hans/"])
def test_the_menu_is_one_row_on_a_desk(browser: Browser, address: str, language: str):
    """Whatever page is open, nothing of the menu is pushed to a second row."""
    page = browser.new_page(viewport=DESKTOP)
    for kind in ("index", "reservations", "instruments", "map"):
        page.goto(f"{address}{language}{kind}.html")
        tops = page.locator("header .menu li").evaluate_all(
            "all => all.map((one) => one.getBoundingClientRect().top)"
        )
        assert len(tops) >= 10
        assert len(set(tops)) == 1, kind
    page.close()


@pytest.mark.parametrize(("language", "lines"), [("", 6), ("zh-Hans/", 4)])
def test_tables_stay_low_on_a_phone(browser: Browser, address: str, language: str, lines: int):
    """No word or hash is broken into a column of pieces that makes its row tall."""
    page = browser.new_page(viewport=PHONE)
    for kind in ("downloads", "topics", "states", "map"):
        page.goto(f"{address}{language}{kind}.html")
        heights = page.locator("main tbody tr").evaluate_all(
            "all => all.map((one) => one.getBoundingClientRect().height)"
        )
        assert 0 < max(heights) < lines * LINE_PIXELS + 16, kind
    page.close()


def test_the_front_pages_map_has_its_key_on_a_phone(browser: Browser, address: str):
    """The one within the picture is too small to be read there; on a desk it serves."""
    for viewport, shown in ((PHONE, True), (DESKTOP, False)):
        page = browser.new_page(viewport=viewport)
        page.goto(f"{address}index.html")
        assert page.locator(".key").is_visible() is shown
        page.close()


def test_hovering_shows_what_a_statement_does(browser: Browser, address: str):
    """Force, marker, commitment, citation and place, without a click; gone when the mouse is."""
    page = browser.new_page(viewport=DESKTOP)
    page.goto(f"{address}text.html")
    statement = page.locator("details.statement.commitment").first
    details = statement.locator("ul")
    assert not details.is_visible()
    before = page.locator("details.statement").nth(8).bounding_box()
    statement.locator("summary").hover()
    assert details.is_visible()
    for words in ("commit", "Marker", "binds the declarants", "In the source"):
        assert words in details.inner_text()
    assert page.locator("details.statement").nth(8).bounding_box() == before
    page.mouse.move(2, 2)
    assert not details.is_visible()
    page.close()


def test_a_citation_stands_in_the_details(browser: Browser, address: str):
    """The keyboard opens it, too."""
    page = browser.new_page(viewport=DESKTOP)
    page.goto(f"{address}text.html")
    cited = page.locator("details.statement", has_text="Cites").first
    cited.locator("summary").focus()
    page.keyboard.press("Enter")
    assert "Cites: " in cited.locator("ul").inner_text()
    page.close()


def test_the_map_suits_itself_to_the_dark(browser: Browser, address: str):
    """Land and endorsers have other colours; the hatching stays."""
    seen = []
    for scheme in ("light", "dark"):
        window = browser.new_context(color_scheme=scheme, viewport=DESKTOP)
        page = window.new_page()
        page.goto(f"{address}map.html")
        seen.append(page.evaluate(LAND))
        window.close()
    assert len(set(seen)) == 2


@pytest.mark.parametrize("kind", ["map", "matrix", "by-paragraph", "by-state", "forces"])
def test_a_figure_opens_by_itself(browser: Browser, address: str, kind: str):
    """As a drawing and as a picture, without a message on the console."""
    page = browser.new_page()
    messages: list[str] = []
    # A browser asks for favicon.ico where a file that is no page names no icon.
    page.on("console", lambda one: messages.append(one.location.get("url", "") + one.text))
    assert show(page, f"{address}figures/{SLUG}-{kind}.en.svg").ok
    assert page.evaluate("document.documentElement.localName") == "svg"
    assert show(page, f"{address}figures/{SLUG}-{kind}.en.png").ok
    assert page.evaluate("document.querySelector('img').naturalWidth") >= 1200
    page.close()
    assert [one for one in messages if "/favicon.ico" not in one] == []


def show(page: Page, address: str) -> Response:
    """Return the answer for an address that is opened."""
    answer = page.goto(address)
    assert answer is not None
    return answer


@pytest.mark.parametrize("language", ["", "zh-Hans/"])
def test_the_front_page_shows_the_map(browser: Browser, address: str, language: str):
    """It is a picture with words for those who don't see it, and leads to the map."""
    page = browser.new_page(viewport=DESKTOP)
    page.goto(f"{address}{language}index.html")
    picture = page.locator("main img")
    picture.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('main img').complete")
    assert picture.get_attribute("alt")
    assert picture.evaluate("(one) => one.naturalWidth") > 0
    picture.click()
    assert page.url == f"{address}{language}map.html"
    page.close()
