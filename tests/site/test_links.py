"""No link of the site is dead: in its pages, its feeds, its map, its search, its descriptions."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest
from tests.site.accepting import DOCUMENT

from communique.core.iris import DEFAULT_BASE
from communique.site.addresses import LANGUAGES

HOST = "https://host.invalid/"
LINK = re.compile(r'\b(?:href|src|poster|data-root)="([^"]*)"')
IDENTIFIER = re.compile(r'\bid="([^"]*)"')
ALTERNATE = re.compile(r'<link rel="alternate" type="([^"]*)"[^>]* href="([^"]*)"')
#: The paths that hosts answer by their rules, with the ending of a file that must be there.
NEGOTIATED = {"id/": "doc/", "doc/": "doc/", "graph/": "graph/", "ns": "ns", "version/": "version/"}


@pytest.fixture(scope="module")
def pages(site: Mapping[str, bytes]) -> dict[str, str]:
    """Every page as text, by file."""
    return {name: data.decode() for name, data in site.items() if name.endswith(".html")}


@pytest.fixture(scope="module")
def anchors(pages: Mapping[str, str]) -> dict[str, set[str]]:
    """What fragments may name on each page."""
    return {name: set(map(unescape, IDENTIFIER.findall(text))) for name, text in pages.items()}


def read_links(pages: Mapping[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield each link of a page to the site: the page, the link, its file and its fragment."""
    for name, text in pages.items():
        for link in set(LINK.findall(text)):
            whole, fragment = urldefrag(urljoin(HOST + name, unescape(link)))
            if whole.startswith(HOST):
                target = unquote(whole.removeprefix(HOST).partition("?")[0])
                yield name, link, target, unquote(fragment)


def test_no_link_of_a_page_is_dead(
    site: Mapping[str, bytes], pages: Mapping[str, str], anchors: Mapping[str, set[str]]
):
    """Every relative link leads to a file, and its fragment to an element of it."""
    count = 0
    dead = []
    for name, link, target, fragment in read_links(pages):
        count += 1
        is_folder = target.endswith("/") or target == ""
        found = f"{target}index.html" if is_folder else target
        if found not in site or (fragment and fragment not in anchors.get(found, ())):
            dead.append(f"{name}: {link}")
    assert count > 10_000
    assert dead == []


def test_a_link_that_is_wrong_is_noticed(site: Mapping[str, bytes]):
    """The check itself finds a dead file, a dead fragment, and one within the page."""
    page = '<a href="none.html">a</a><a href="about.html#none">b</a><a href="#none">c</a>'
    found = {(target, fragment) for _, _, target, fragment in read_links({"index.html": page})}
    assert found == {("none.html", ""), ("about.html", "none"), ("index.html", "none")}
    assert "none.html" not in site


def test_each_alternate_is_of_the_format_it_says(
    site: Mapping[str, bytes], pages: Mapping[str, str]
):
    """The head of a page of a resource names all its formats, and the feed."""
    endings = {**{media_type: one for one, media_type in DOCUMENT.items()}}
    endings["application/atom+xml"] = "atom"
    seen: set[str] = set()
    for name, text in pages.items():
        for media_type, link in ALTERNATE.findall(text):
            target = urljoin(HOST + name, link).removeprefix(HOST)
            if not link.startswith("/"):  # the page for a missing one links from the root
                assert target in site, (name, link)
            assert target.endswith(f".{endings[media_type]}"), (name, link)
            seen.add(media_type)
    assert seen == set(endings) - {"text/html"}


def answers(address: str, site: Mapping[str, bytes]) -> bool:
    """Tell whether a host with our rules answers an address of the site."""
    path = unquote(urldefrag(address).url.removeprefix(DEFAULT_BASE))
    return (
        path in site
        or path in {"", "void"}
        or any(
            f"{folder}{path.removeprefix(asked)}.html" in site
            for asked, folder in NEGOTIATED.items()
            if path.startswith(asked)
        )
    )


def find_dead(addresses: Iterable[str], site: Mapping[str, bytes]) -> tuple[int, set[str]]:
    """Return how many addresses are of this site, and those of them that nothing answers."""
    own = [one for one in addresses if one.startswith(DEFAULT_BASE)]
    return len(own), {one for one in own if not answers(one, site)}


@pytest.mark.parametrize("name", ["feed.atom", "zh-Hans/feed.atom", "sitemap.xml"])
def test_no_address_in_a_list_is_dead(site: Mapping[str, bytes], name: str):
    """The feeds and the map of the site name addresses of the site, whole."""
    root = ET.fromstring(site[name])  # noqa: S314 - our own file
    found = [one.get("href") or "" for one in root.iter() if one.tag.endswith("link")]
    found += [one.text or "" for one in root.iter() if one.tag.endswith("}loc")]
    count, dead = find_dead(found, site)
    assert count >= 2
    assert dead == set()


def test_no_entry_of_the_search_is_dead(site: Mapping[str, bytes]):
    """What the search finds has a page, in each language."""
    script = site["static/search-index.js"].decode()
    entries = json.loads(script[script.index("{") :].rstrip().rstrip(";"))["entries"]
    assert len(entries) > 250
    for entry in entries:
        for language in LANGUAGES:
            prefix = "" if language == "en" else f"{language}/"
            assert prefix + urldefrag(entry["path"]).url in site


def test_no_address_in_a_description_is_dead(site: Mapping[str, bytes]):
    """Every IRI of ours, in the graphs and in VoID, is answered by a host with our rules."""
    quads = [
        *ox.parse(site["void.ttl"], format=ox.RdfFormat.TURTLE),
        *ox.parse(site["files/communique.nq"], format=ox.RdfFormat.N_QUADS),
    ]
    terms = {term for quad in quads for term in (quad.subject, quad.predicate, quad.object)}
    count, dead = find_dead([one.value for one in terms if isinstance(one, ox.NamedNode)], site)
    assert count > 2000
    assert dead == set()
