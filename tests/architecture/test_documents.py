import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

MARKDOWN = MarkdownIt("commonmark").enable("table")
HTML_ANCHOR = re.compile(r"""<a\s[^>]*?(?:id|name)=["']([^"']+)""")


def test_every_link_between_documents_leads_somewhere(tracked_files: list[Path]):
    """The file exists and, where the link names a heading, the heading too."""
    documents = [path for path in tracked_files if path.suffix == ".md"]
    assert documents
    broken = [f"{path}: {link}" for path in documents for link in _broken_links(path)]
    assert broken == []


@pytest.mark.parametrize(
    "link",
    ["absent.md", "there.md#absent", "#absent", "folder/", "there.md#Café--au-lait"],
)
def test_a_link_that_leads_nowhere_is_found(tmp_path: Path, link: str):
    """Missing files and missing headings are both seen."""
    (tmp_path / "there.md").write_text("# Café & au `lait`\n", "utf-8")
    document = tmp_path / "here.md"
    document.write_text(f"# Here\nSee [this]({link}).\n", "utf-8")
    assert list(_broken_links(document)) == [unquote(link)]


@pytest.mark.parametrize(
    "link",
    ["there.md", "there.md#café--au-lait", "there.md#here-1", "#here", "https://example.org/x"],
)
def test_a_link_that_leads_somewhere_is_accepted(tmp_path: Path, link: str):
    """Headings are named as Git hosting sites name them; what is on the web is not looked up."""
    (tmp_path / "there.md").write_text("# Café & au `lait`\n## Here\n## Here\n", "utf-8")
    document = tmp_path / "here.md"
    document.write_text(f"# Here\nSee [this]({link}).\n`[code](is-none.md)`\n", "utf-8")
    assert list(_broken_links(document)) == []


def _broken_links(document: Path) -> Iterator[str]:
    for token in _inline_tokens(document):
        target = unquote(str(token.attrs.get("href") or token.attrs.get("src") or ""))
        parts = urlsplit(target)
        if parts.scheme or parts.netloc or not target:
            continue
        path = document.parent / parts.path if parts.path else document
        if not path.exists() or (parts.fragment and parts.fragment not in _headings(path)):
            yield target


def _inline_tokens(document: Path) -> Iterator[Token]:
    for block in MARKDOWN.parse(document.read_text("utf-8")):
        yield from block.children or ()


def _headings(document: Path) -> set[str]:
    """Return the fragments by which the headings of a document can be reached."""
    text = document.read_text("utf-8")
    blocks = MARKDOWN.parse(text)
    titles = [after for before, after in pairwise(blocks) if before.type == "heading_open"]
    fragments = set(HTML_ANCHOR.findall(text))
    for title in titles:
        words = "".join(token.content for token in title.children or ()).strip().lower()
        fragment = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        taken = sum(
            known.rpartition("-")[0] == fragment or known == fragment for known in fragments
        )
        fragments.add(f"{fragment}-{taken}" if taken else fragment)
    return fragments
