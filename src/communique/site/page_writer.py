"""Site layer: the templates, and what every page shares: language, links, head."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

import jinja2
from markupsafe import Markup

from communique.site.addresses import LANGUAGES, Addresses, is_web_address, page_path
from communique.site.node_index import NodeIndex, write_tag
from communique.site.serialisations import MEDIA_TYPES
from communique.site.words import say

_TEMPLATES: Final = Path(__file__).parent / "templates"


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
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters["tag"] = write_tag

    def write(self, template: str, page: Page, **values: Any) -> bytes:
        """Return the page of a template, in UTF-8."""
        context = {
            "page": page,
            "language": page.language,
            "root": page.root,
            "say": partial(say, language=page.language),
            "label": partial(self.nodes.label, language=page.language),
            "label_lang": partial(self.nodes.label_language, language=page.language),
            "link": partial(self.link, page),
            "way": page.way_to,
            "local": partial(self._local, page),
            "is_web_address": is_web_address,
            "switch": self._switch(page),
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

    def _local(self, page: Page, path: str) -> str:
        return page.way_to(page_path(path, page.language))

    def _switch(self, page: Page) -> list[tuple[str, str, str]]:
        names = {"en": "English", "zh-Hans": "简体中文"}
        return [(tag, names[tag], page.way_to(page_path(page.path, tag))) for tag in LANGUAGES]


def embed_json(document: bytes | Mapping[str, Any]) -> Markup:
    r"""Return JSON to stand within a `script` element of data: nothing in it can end the element.

    Source: HTML, section 4.12.1.3, restrictions for contents of script elements.

    >>> embed_json({"name": "</script>"})
    Markup('{"name": "\\u003c/script>"}')
    """
    text = document.decode() if isinstance(document, bytes) else json.dumps(document)
    escaped = text.replace("<", "\\u003c").replace("\u2028", "\\u2028")
    return Markup(escaped.replace("\u2029", "\\u2029"))  # noqa: S704
