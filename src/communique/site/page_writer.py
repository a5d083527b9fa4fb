"""Site layer: the templates, and what every page shares: language, links, head."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

import jinja2
from markupsafe import Markup, escape

from communique.site.addresses import LANGUAGES, Addresses, is_web_address, page_path
from communique.site.node_index import NodeIndex, write_tag
from communique.site.serialisations import MEDIA_TYPES
from communique.site.words import say

#: A run of Chinese characters and their marks. Kept by `split`, since it is a group.
_CHINESE: Final = re.compile(r"([\u4e00-\u9fff][\u3000-\u303f\u4e00-\u9fff\uff00-\uffef…]*)")
_TEMPLATES: Final = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Value:
    """A value as it is shown: an IRI, or words with their language tag ('' if none)."""

    iri: str | None
    text: str
    tag: str


@dataclass(frozen=True)
class Page:
    """A page in one language: its path in the site (as `doc/state/POL`) and the language."""

    path: str
    language: str
    #: Where a host serves the site, for a page that is shown at any address; else relative.
    host_path: str | None = None

    @property
    def file(self) -> str:
        """The name of its file."""
        return page_path(self.path, self.language)

    @property
    def root(self) -> str:
        """The way from the page to the root of the site, '' or a row of '../'."""
        if self.host_path is not None:
            return self.host_path
        return "../" * self.file.count("/")

    def way_to(self, target: str) -> str:
        """Return the relative address of another file of the site."""
        return self.root + target


class PageWriter:
    """Renders templates to HTML; everything that comes from the data is escaped."""

    def __init__(self, nodes: NodeIndex, addresses: Addresses, *, host_path: str = "/") -> None:
        """Load the templates; nothing in them is trusted to be safe but `Markup`."""
        self.nodes, self.addresses, self.host_path = nodes, addresses, host_path
        self._parts: dict[tuple[str, str, str, str], Markup] = {}
        self._shown: dict[tuple[str, str, str], Markup] = {}
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            auto_reload=False,  # else each page looks at the dates of its templates again
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters["tag"] = write_tag
        self._environment.filters["mark_quotes"] = mark_quotes

    def write(self, template: str, page: Page, **values: Any) -> bytes:
        """Return the page of a template, in UTF-8."""
        context = {
            "page": page,
            "language": page.language,
            "root": page.root,
            "say": partial(say, language=page.language),
            "label": partial(self.nodes.label, language=page.language),
            "link": partial(self.link, page),
            "show_thing": partial(self.show_thing, page),
            "show_term": partial(self.show_term, page),
            "way": page.way_to,
            "local": partial(self._local, page),
            "is_web_address": is_web_address,
            "switch": self._switch(page),
            "part": partial(self._write_part, page),
            "media_types": MEDIA_TYPES,
            "alternates": {},
            "embedded": None,
            **values,
        }
        return self._environment.get_template(template).render(context).encode()

    def link(self, page: Page, iri: str) -> str | None:
        """Return the address that an IRI gets on a page: a page of ours, else its own, else None.

        An IRI of another scheme than http(s) is no link: `javascript:` would run.
        """
        found = self.addresses.find(iri, language=page.language)
        if found is not None:
            return page.way_to(found)
        return iri if is_web_address(iri) else None

    def show_thing(self, page: Page, iri: str) -> Markup:
        """Return an IRI as people see it: its label, which leads to its page if there is one."""
        key = (page.root, page.language, iri)
        if key not in self._shown:
            self._shown[key] = self._write_thing(page, iri)
        return self._shown[key]

    def _write_thing(self, page: Page, iri: str) -> Markup:
        tag = self.nodes.label_language(iri, page.language)
        words = self.nodes.label(iri, page.language)
        address = self.link(page, iri)
        lang = Markup(' lang="{}"').format(tag) if tag and tag != page.language else ""
        if address is None:
            return Markup("<span{}>{}</span>").format(lang, words)
        return Markup('<a href="{}"{}>{}</a>').format(address, lang, words)

    def show_term(self, page: Page, value: Value) -> Markup:
        """Return a value as people see it: a thing, or words with their language beside them."""
        if value.iri is not None:
            return self.show_thing(page, value.iri)
        if not value.tag:
            # Words without a language tag are in no known language. Source: HTML, section 3.2.6.2.
            unknown = "" if value.text.isascii() else Markup(' lang=""')
            return Markup('<span dir="auto"{}>{}</span>').format(unknown, value.text)
        text = mark_quotes(value.text, value.tag)
        words = Markup('<span lang="{}" dir="auto">{}</span>').format(value.tag, text)
        return words + Markup(' <small class="tag">{}</small>').format(value.tag)

    def _write_part(self, page: Page, name: str) -> Markup:
        """Return a part that pages at the same depth and in the same section share."""
        section, slash, _ = page.path.partition("/")
        key = (name, page.root, page.language, section + slash)
        if key not in self._parts:
            values = {
                "page": page,
                "say": partial(say, language=page.language),
                "local": partial(self._local, page),
            }
            html = self._environment.get_template(f"{name}.html").render(values)
            self._parts[key] = Markup(html)  # noqa: S704 - a template of ours, which escapes
        return self._parts[key]

    def _local(self, page: Page, path: str) -> str:
        return page.way_to(page_path(path, page.language))

    def _switch(self, page: Page) -> list[tuple[str, str, str]]:
        names = {"en": "English", "zh-Hans": "简体中文"}
        return [(tag, names[tag], page.way_to(page_path(page.path, tag))) for tag in LANGUAGES]


def mark_quotes(text: str, language: str) -> Markup:
    """Return words as HTML; Chinese ones quoted in another language say that they are Chinese.

    >>> print(mark_quotes("The noun «承诺» commits.", "en"))
    The noun «<span lang="zh">承诺</span>» commits.
    """
    if language.startswith("zh") or text.isascii():
        return escape(text)
    return Markup("").join(
        Markup('<span lang="zh">{}</span>').format(part) if _CHINESE.fullmatch(part) else part
        for part in _CHINESE.split(text)
    )


def embed_json(document: bytes | Mapping[str, Any]) -> Markup:
    r"""Return JSON to stand within a `script` element of data: nothing in it can end the element.

    Source: HTML, section 4.12.1.3, restrictions for contents of script elements.

    >>> embed_json({"name": "</script>"})
    Markup('{"name": "\\u003c/script>"}')
    """
    text = document.decode() if isinstance(document, bytes) else json.dumps(document)
    escaped = text.replace("<", "\\u003c").replace("\u2028", "\\u2028")
    return Markup(escaped.replace("\u2029", "\\u2029"))  # noqa: S704
