"""Site layer: the pages about the data set itself: start, downloads, check, citing, limits, 404."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from communique.core.iris import Iris
from communique.site.metadata import describe_for_search_engines
from communique.site.page_writer import Page, PageWriter, embed_json
from communique.site.words import say

_LIMITS: Final[Mapping[str, Sequence[str]]] = {
    "en": (
        (
            "The page that was read is a translation; only the English original is authoritative, "
            "and it is known here by its address alone."
        ),
        (
            "The kind of every reservation is undetermined: the page says 'with reservations or "
            "disassociating' and never which. A reservation is on a paragraph, not on its "
            "sentences, and no reason is given for any. Not being listed says nothing."
        ),
        "'State' stands for a government or authority as listed and says nothing about statehood.",
        (
            "No date of any single endorsement is known; the date given is the one printed on the "
            "page."
        ),
        (
            "What binds, and which force a sentence has, is a reading: each one names its origin, "
            "a rule or a curator. One review was made of the text."
        ),
    ),
    "zh-Hans": (
        "所读的页面是译文；只有英文原文具有权威性，此处仅知其网址。",
        (
            "每项保留的性质均未确定：页面写的是“有保留或不赞同”，从未说明是哪一种。保留针对段落而非其中的语句，"
            "也未说明理由。未列名不说明任何问题。"
        ),
        "“国家”指所列的政府或权威机构，不涉及国家地位。",
        "各方背书的日期均不可知；所给日期是页面上印的日期。",
        "哪些内容具有约束、语句有何种语力，均属解读：各项都注明出自规则或编者。文本经过一次审校。",
    ),
}


class StandingPages:
    """Writes the pages that every site has, in one language."""

    def __init__(
        self, writer: PageWriter, manifest: Mapping[str, Any], iris: Iris, language: str
    ) -> None:
        """Take the numbers and the files from the manifest of the build."""
        self._writer, self._manifest = writer, manifest
        self._iris, self._language = iris, language

    def write_all(self, texts: Mapping[str, str], figures: Mapping[str, str]) -> dict[str, bytes]:
        """Return all of them by file; `texts` and `figures` are pages by declaration's slug."""
        counts = self._manifest["declarations"]
        works = [
            {
                "iri": self._iris.thing(slug),
                "text": texts[slug],
                "figures": figures[slug],
                "counts": counts[slug],
            }
            for slug in counts
        ]
        schema = embed_json(describe_for_search_engines(self._manifest, self._iris))
        return {
            **self._write("index", "home.html", "tagline", works=works, embedded=schema),
            **self._write("about", "about.html", "about", limits=_LIMITS[self._language]),
            **self._write("downloads", "downloads.html", "downloads", files=self._files()),
            **self._write("check", "check.html", "check", outcome=self._manifest["shacl"]),
            **self._write("cite", "cite.html", "cite", **write_citations(self._manifest)),
            **self._write("search", "search.html", "search"),
            **self._write("404", "404.html", "not_found"),
            **self._write_lists(works, texts, figures),
        }

    def _write_lists(
        self,
        works: Sequence[Mapping[str, Any]],
        texts: Mapping[str, str],
        figures: Mapping[str, str],
    ) -> dict[str, bytes]:
        """Return the lists of declarations, which a site of one declaration doesn't need."""
        if list(texts.values()) == ["text"]:
            return {}
        return {
            **self._write("text", "home.html", "declarations", works=works),
            **self._write("reservations", "home.html", "reservations", works=works),
        }

    def _files(self) -> list[dict[str, Any]]:
        return [{"name": name, **held} for name, held in self._manifest["files"].items()]

    def _write(self, path: str, template: str, title: str, **values: Any) -> dict[str, bytes]:
        # A host shows the page for a missing one at whatever address was asked for.
        host_path = self._writer.host_path if path == "404" else None
        page = Page(path, self._language, host_path)
        words = say(title, self._language)
        return {page.file: self._writer.write(template, page, title=words, **values)}


def write_citations(manifest: Mapping[str, Any]) -> dict[str, str]:
    """Return the citation of the data set as BibTeX and as CSL-JSON."""
    version = str(manifest["software"]).rpartition(" ")[2]
    title = "Communique: multilateral declarations as linked data"
    author = "The Communique project's curators"
    bibtex = (
        f"@misc{{communique,\n  title = {{{title}}},\n  author = {{{{{author}}}}},\n"
        f"  version = {{{version}}},\n  url = {{{manifest['base']}}}\n}}"
    )
    csl = {
        "id": "communique",
        "type": "dataset",
        "title": title,
        "author": [{"literal": author}],
        "version": version,
        "URL": manifest["base"],
    }
    return {"bibtex": bibtex, "csl": json.dumps([csl], ensure_ascii=False, indent=1)}
