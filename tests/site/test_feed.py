"""The feeds of changes over several versions, among them one with hostile names."""

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

import pytest
from tests.site.changes import ATOM, XHTML, read_feed_entries

from communique.core.iris import DEFAULT_BASE
from communique.site.versions.history import History

LANGUAGES = {"": "en", "zh-Hans/": "zh-Hans"}
Files = Mapping[str, bytes]


@pytest.mark.parametrize("folder", LANGUAGES)
def test_the_feed_is_valid(version_files: Files, history: History, folder: str):
    """Source: RFC 4287, sections 4.1.1 and 4.1.2: what a feed and an entry must have."""
    feed = ET.fromstring(version_files[f"{folder}feed.atom"])  # noqa: S314 - our own file
    assert feed.tag == f"{ATOM}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == LANGUAGES[folder]
    moment = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
    names = [version.name for version in reversed(history.versions)]
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}id") for entry in entries] == [
        f"{DEFAULT_BASE}version/{name}" for name in names
    ]
    for one in (feed, *entries):
        for required in ("id", "title", "updated"):
            (found,) = one.findall(f"{ATOM}{required}")
            assert found.text
        assert moment.fullmatch(one.findtext(f"{ATOM}updated") or "")
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert feed.findtext(f"{ATOM}updated") == entries[0].findtext(f"{ATOM}updated")
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == feed.findtext(f"{ATOM}id") == f"{DEFAULT_BASE}{folder}feed.atom"


def test_each_entry_leads_to_a_page_and_tells_the_facts(version_files: Files):
    """Its link is a page here; its content is one element of XHTML."""
    for entry in read_feed_entries(version_files["feed.atom"]):
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert (link.get("href") or "").removeprefix(DEFAULT_BASE) in version_files
        content = entry.find(f"{ATOM}content")
        assert content is not None
        assert content.get("type") == "xhtml"
        assert [child.tag for child in content] == [f"{XHTML}div"]
    topics = read_feed_entries(version_files["feed.atom"])[2]
    assert [one.text for one in topics.iter(f"{XHTML}li")] == [
        "Preamble paragraph 3, statement 6: topic food security removed.",
        "Preamble paragraph 3, statement 6: topic health added.",
    ]


def test_every_page_links_to_the_feed_of_its_language(site: Files):
    """Readers find it from any page."""
    for name, data in site.items():
        if name.endswith(".html") and not name.startswith("ontology/") and name[-8:] != "404.html":
            root = "../" * name.count("/")
            feed = "zh-Hans/feed.atom" if name.startswith("zh-Hans/") else "feed.atom"
            link = rf'<link [^>]*type="application/atom\+xml"[^>]* href="{root}{feed}">'
            assert re.search(link, data.decode()), name
