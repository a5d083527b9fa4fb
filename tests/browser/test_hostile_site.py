"""A declaration that says hostile things, published with the command and read in a browser."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.conftest import serve
from tests.browser.hostile import POLICIES, WORDS
from tests.browser.test_site_in_browser import Watch
from tests.conftest import Communique

pytestmark = pytest.mark.xdist_group("browser")

CASE = Path(__file__).parents[1] / "cases" / "alias"
#: The figures are SVG in the page; otherwise nothing of these is on any.
MADE = "base, iframe, object, [autofocus], [srcdoc], main script, img[src='x']"
KINDS = [
    "index",
    "text",
    "reservations",
    "states",
    "doc/alias",
    "doc/alias/preamble/1",
    "doc/alias/zh-Hans",
    "doc/alias/zh-Hans/source",
    "doc/alias/zh-Hans/preamble/1/statement/1",
    "doc/alias/zh-Hans/preamble/1/statement/30",
    "graph/alias",
    "cite",
]


@pytest.fixture(scope="module")
def address(communique: Communique, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of a declaration whose title, issuer, place and sentences are hostile."""
    folder = tmp_path_factory.mktemp("hostile") / "alias"
    shutil.copytree(CASE, folder)
    text = (folder / "source.txt").read_text("utf-8")
    for line, words in zip(("湖泊宣言", "环境部门", "海边"), WORDS[:3], strict=True):
        text = text.replace(line, words)
    text = text.replace("我们承诺保护湖泊。", "".join(f"我们承诺{words}。" for words in WORDS))
    (folder / "source.txt").write_text(text, "utf-8", newline="")
    recipe = (folder / "declaration.yaml").read_text("utf-8")
    old = hashlib.sha256((CASE / "source.txt").read_bytes()).hexdigest()
    recipe = recipe.replace(old, hashlib.sha256(text.encode()).hexdigest())
    recipe = recipe.replace("Declaration on Lakes", f"'{WORDS[4]}'")
    recipe = recipe.replace("statements: 1", f"statements: {len(WORDS)}")
    (folder / "declaration.yaml").write_text(recipe, "utf-8")
    out = folder.parent / "site"
    result = communique("publish", folder, "--out", out, "--no-editor")
    assert result.returncode == 0, result.stderr
    with serve(out) as served:
        yield served


@pytest.mark.parametrize("bypass", POLICIES)
def test_what_a_declaration_says_never_runs(browser: Browser, address: str, bypass: bool):
    """Every kind of page shows the words and does nothing, with everything unfolded."""
    window = browser.new_context(bypass_csp=bypass)
    page = window.new_page()
    watch = Watch(page, address)
    for language in ("", "zh-Hans/"):
        for kind in KINDS:
            answer = page.goto(f"{address}{language}{kind}.html")
            assert answer is not None
            assert answer.ok, kind
            assert page.locator(MADE).count() == 0, kind
    page.goto(f"{address}text.html")
    shown = page.locator("summary [lang]").all_text_contents()
    assert shown == [f"我们承诺{words}。" for words in WORDS]
    window.close()
    assert watch.seen == []


def test_what_the_search_finds_never_runs(browser: Browser, address: str):
    """It writes what it finds as text."""
    page = browser.new_page()
    watch = Watch(page, address)
    page.goto(f"{address}search.html")
    page.fill("#words", "script")
    page.locator("#found li").first.wait_for()
    assert page.locator("#found script, #found img, #found svg").count() == 0
    page.close()
    assert watch.seen == []
