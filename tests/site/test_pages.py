import re
import warnings
from collections.abc import Mapping

import html5lib
import pytest

from communique.site.addresses import LANGUAGES

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
LARGEST_PAGE = 100_000
KINDS = [
    "404",
    "about",
    "check",
    "cite",
    "doc/force/commit",
    "doc/state/POL",
    "doc/summit-for-democracy-2023",
    "doc/summit-for-democracy-2023/operative/8",
    "doc/summit-for-democracy-2023/zh-Hans/source",
    "downloads",
    "graph/states",
    "index",
    "ns",
    "ontology/class/Reservation",
    "ontology/index",
    "ontology/property/endorses",
    "questions",
    "questions/reservation-matrix",
    "reservations",
    "search",
    "sparql",
    "states",
    "text",
    "topics",
]


@pytest.fixture(scope="module")
def pages(site: Mapping[str, bytes]) -> dict[str, str]:
    """Every page as text, by file."""
    return {name: data.decode() for name, data in site.items() if name.endswith(".html")}


def test_the_vocabulary_leads_to_its_documentation(site: Mapping[str, bytes]):
    """Each language's page of terms links to the documentation in that language, term by term."""
    assert b'href="ontology/index.html"' in site["ns.html"]
    assert b'href="ontology/class/Act.html"' in site["ns.html"]
    assert b'href="../zh-Hans/ontology/index.html"' in site["zh-Hans/ns.html"]
    assert b'href="../zh-Hans/ontology/class/Act.html"' in site["zh-Hans/ns.html"]
    assert (
        b'href="../../questions/reservation-matrix.html"' in site["ontology/class/Reservation.html"]
    )


def test_every_page_is_small(pages: Mapping[str, str]):
    """A page is under 100 kB of HTML."""
    sizes = {name: len(text.encode()) for name, text in pages.items()}
    assert {name: size for name, size in sizes.items() if size >= LARGEST_PAGE} == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_page_is_valid_html(kind: str, language: str, pages: Mapping[str, str]):
    """A strict parser takes it, and its language is the one that it is written in."""
    prefix = "" if language == "en" else f"{language}/"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tree = html5lib.HTMLParser(strict=True).parse(pages[f"{prefix}{kind}.html"])
    assert tree.attrib["lang"] == language


def test_nothing_in_a_page_runs_that_is_not_a_file(pages: Mapping[str, str]):
    """The policy forbids scripts and styles in the page, and there are none."""
    for name, text in pages.items():
        policies = POLICY.findall(text)
        assert len(policies) == 1, name
        assert policies[0].startswith("default-src 'none'; style-src 'self'; script-src 'self'")
        assert not {"'unsafe-inline'", "'unsafe-eval'"} & set(policies[0].split()), name
        # The engine of the SPARQL page is WebAssembly.
        assert "unsafe" not in policies[0] or name.endswith("sparql.html"), name
        assert "<style" not in text, name
        assert not re.search(r"\s(?:style|on\w+)=", re.sub(r">[^<]*<", "><", text)), name
        scripts = re.findall(r"<script([^>]*)>", text)
        assert all("src=" in one or 'type="application/ld+json"' in one for one in scripts), name


def test_no_page_loads_anything_from_another_host(pages: Mapping[str, str]):
    """Only links that a reader follows may lead elsewhere."""
    loaded = re.compile(r'<(?:link|script|img|iframe|source)\b[^>]*(?:href|src)="https?:')
    assert [name for name, text in pages.items() if loaded.search(text)] == []


def test_every_page_has_its_translation(pages: Mapping[str, str]):
    """The same pages stand in both languages."""
    chinese = {n.removeprefix("zh-Hans/") for n in pages if n.startswith("zh-Hans/")}
    assert chinese == {name for name in pages if not name.startswith("zh-Hans/")}


def test_the_text_is_whole(pages: Mapping[str, str]):
    """The page of the text has every sentence, commitment and reservation."""
    text = pages["text.html"]
    assert text.count('class="statement') == 106
    assert text.count("/reservation/") == 19
    assert text.count(' commitment"') == 56
    assert "No reservation recorded." in text
