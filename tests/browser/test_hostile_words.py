"""Strings that try to run, in every place where a page shows what the data says."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from playwright.sync_api import Browser
from tests.browser.conftest import serve
from tests.browser.test_site_in_browser import Watch

from communique.build.terms import LABEL, TYPE, cq
from communique.core.iris import Iris
from communique.site.addresses import allot_addresses
from communique.site.node_index import NodeIndex
from communique.site.page_writer import Page, PageWriter
from communique.site.resource_page import write_resource_page
from communique.site.serialisations import DocumentWriter

pytestmark = pytest.mark.xdist_group("browser")

WORDS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!--<script>alert(1)",
    "--><script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</code></pre><script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% raw %}{{ config }}",
    "${alert(1)}",
    "javascript:alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    "\u2028alert(1)\u2029",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href='javascript:alert(1)'>x</a>",
    "<base href='https://example.org/'>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    "<details open ontoggle=alert(1)>",
    "]]><script>alert(1)</script>",
    "<math><mi xlink:href='javascript:alert(1)'>x",
    "\\u003cscript>alert(1)\\u003c/script>",
    "<object data='data:text/html,<script>alert(1)</script>'>",
    "<form action='javascript:alert(1)'><button autofocus>",
]
IRIS = [
    "javascript:alert(1)",
    "data:text/html,alert(1)",
    "https://example.org/'onmouseover='alert(1)",
    "https://example.org/%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page for each string, as label, as words, as script's data, served on loopback."""
    folder = tmp_path_factory.mktemp("hostile")
    iris = Iris()
    things = [ox.NamedNode(iris.thing("state", f"X{n}")) for n in range(len(WORDS))]
    quads = []
    for thing, words in zip(things, WORDS, strict=True):
        quads += [
            ox.Quad(thing, TYPE, cq("State")),
            ox.Quad(thing, LABEL, ox.Literal(words, language="en")),
            ox.Quad(thing, cq("text"), ox.Literal(words)),
            *(ox.Quad(thing, cq("mentions"), ox.NamedNode(iri)) for iri in IRIS),
        ]
    nodes = NodeIndex(quads, {})
    writer = PageWriter(nodes, allot_addresses(nodes.outgoing, iris))
    documents = DocumentWriter(prefixes={}, base=iris.base)
    for number, thing in enumerate(things):
        files = documents.write(nodes.documents[thing.value])
        html = write_resource_page(writer, Page(f"x{number}", "en"), thing.value, files=files)
        # The icon and the style aren't what is tested here; nothing else may be asked for.
        (folder / f"x{number}.html").write_bytes(html)
    write_static(folder)
    with serve(folder) as served:
        yield served


def write_static(folder: Path) -> None:
    """Give the pages the two files that each of them loads."""
    (folder / "static").mkdir()
    (folder / "static" / "style.css").write_text("")
    (folder / "static" / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')


@pytest.mark.parametrize("bypass", [False, True], ids=["with policy", "without policy"])
def test_no_string_of_the_data_runs(hostile: str, browser: Browser, bypass: bool):
    """Escaping alone keeps them quiet: they do nothing even where the policy is off."""
    window = browser.new_context(bypass_csp=bypass)
    page = window.new_page()
    watch = Watch(page, hostile)
    for number, words in enumerate(WORDS):
        page.goto(f"{hostile}x{number}.html")
        page.wait_for_load_state("networkidle")
        assert page.locator("h1").text_content() == words
        scripts = page.locator("script:not([type='application/ld+json'])")
        assert scripts.count() == 0
        addresses = page.locator("main a").evaluate_all("all => all.map((one) => one.protocol)")
        assert set(addresses) <= {"http:", "https:"}
    window.close()
    assert watch.seen == []
