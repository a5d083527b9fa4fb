"""A site of two declarations, the second a small one of another layout."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

import html5lib
import pytest
from tests.conftest import SLUG
from tests.site.conftest import build_in_memory
from tests.site.test_links import HOST, LINK

from communique.build.project import load_dataset
from communique.core.resources import find_resource
from communique.site.addresses import LANGUAGES
from communique.site.site_files import write_site

SMALL = "decimal-labels"
SMALL_FOLDER = Path(__file__).parents[1] / "cases" / SMALL
KINDS = ("text", "reservations", "map")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
#: Four words of Latin letters in a row are English, no name or code.
ENGLISH = re.compile(
    r"^[^\u4e00-\u9fff]*(?:\b[A-Za-z]{2,}\b[ ,]+){3}[A-Za-z]{2,}[^\u4e00-\u9fff]*$"
)
#: What is written in no language of people, or has its words in a description of its own.
CODE = {"code", "pre", "script", "style", "svg"}


@pytest.fixture(scope="module")
def both(prefixes: Mapping[str, str]) -> dict[str, bytes]:
    """The files of the site of the shipped declaration and a small one."""
    dataset = load_dataset([find_resource("data", SLUG), SMALL_FOLDER])
    return write_site(dataset, build_in_memory(dataset, prefixes), prefixes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_declaration_has_its_pages(both: Mapping[str, bytes], language: str):
    """The menu leads to a list, the list to both, and each page to its own siblings."""
    prefix = "" if language == "en" else f"{language}/"
    for kind in KINDS:
        listed = both[f"{prefix}{kind}.html"].decode()
        for slug in (SLUG, SMALL):
            assert f'href="{"../" if prefix else ""}{prefix}{kind}/{slug}.html"' in listed
            page = both[f"{prefix}{kind}/{slug}.html"].decode()
            others = {one for one in KINDS if f"/{one}/{slug}.html" in page}
            assert others >= set(KINDS) - {kind}
            assert f"{SMALL if slug == SLUG else SLUG}.html" not in page


def test_each_declaration_has_its_figures(both: Mapping[str, bytes]):
    """Every figure of either one is there as a drawing and as a table, in both languages."""
    for slug in (SLUG, SMALL):
        for kind in ("map", "matrix", "by-paragraph", "by-state", "forces"):
            for language in LANGUAGES:
                assert f"figures/{slug}-{kind}.{language}.svg" in both
                assert f"figures/{slug}-{kind}.{language}.csv" in both
    rows = both[f"figures/{SMALL}-map.en.csv"].decode().splitlines()
    assert rows == [
        "Name,Code,Reservations,On the paragraphs",
        "Peru,PER,1,Operative paragraph 2",
        "Japan,JPN,0,",
        "Norway,NOR,0,",
    ]


def test_no_link_is_dead(both: Mapping[str, bytes]):
    """The lists, the texts, the figures and all that they link to are there."""
    names = ["index.html", *(f"{kind}.html" for kind in KINDS)]
    names += [f"{kind}/{slug}.html" for kind in KINDS for slug in (SLUG, SMALL)]
    names += [f"zh-Hans/{name}" for name in names]
    count = 0
    for name in names:
        for link in LINK.findall(both[name].decode()):
            target = urldefrag(urljoin(HOST + name, link.replace("&amp;", "&"))).url
            if target.startswith(HOST):
                count += 1
                assert unquote(target.removeprefix(HOST)) in both, (name, link)
    assert count > 1000


def test_the_text_of_the_small_one_is_whole(both: Mapping[str, bytes]):
    """Its four statements, its one reservation, and nothing of the other declaration."""
    page = both[f"text/{SMALL}.html"].decode()
    assert page.count('class="statement') == 4
    assert page.count("/reservation/") == 1
    assert "清理湖岸。" in page
    assert "民主" not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_another_language_say_so(both: Mapping[str, bytes], language: str):
    """Chinese words in an English page stand in an element that says so, and the reverse."""
    foreign = CHINESE if language == "en" else ENGLISH
    wrong = []
    for name, data in both.items():
        is_ours = name.endswith(".html") and name.startswith("zh-Hans/") == (language != "en")
        if is_ours and "/annotation" not in name and _is_sampled(name):
            tree = html5lib.parse(data.decode(), namespaceHTMLElements=False)
            for tag, text in read_texts(tree, ""):
                if tag.startswith(language) and foreign.search(text):
                    wrong.append((name, text.strip()[:60]))
    assert wrong == []


def _is_sampled(name: str) -> bool:
    """Take every kind of page, but of the many alike only those whose name ends in 8."""
    stem = name.removesuffix(".html")
    return not stem.removeprefix("zh-Hans/").startswith(("doc/", "ns/")) or stem.endswith("8")


def read_texts(element: Any, language: str) -> Iterator[tuple[str, str]]:
    """Yield the texts within an element, each with the language that it is said to be in."""
    own = element.get("lang", language)
    if element.tag in CODE or not isinstance(element.tag, str):
        return
    yield own, element.text or ""
    for child in element:
        yield from read_texts(child, own)
        yield own, child.tail or ""
