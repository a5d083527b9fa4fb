"""Site layer: the pages about the data set itself: start, downloads, check, citing, limits, 404."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from communique.build.terms import cq
from communique.core.iris import Iris
from communique.site.citations import CITATION_FILES, write_citations
from communique.site.declaration_files import KINDS, DeclarationFiles
from communique.site.metadata import describe_for_search_engines
from communique.site.page_writer import Page, PageWriter, embed_json
from communique.site.shape_table import list_shapes
from communique.site.standing_words import ABOUT, describe_file
from communique.site.versions.history import History
from communique.site.words import say


class StandingPages:
    """Writes the pages that every site has, in one language."""

    def __init__(
        self,
        writer: PageWriter,
        manifest: Mapping[str, Any],
        history: History,
        iris: Iris,
        language: str,
    ) -> None:
        """Take the numbers and the files from the manifest of the build."""
        self._writer, self._manifest, self._history = writer, manifest, history
        self._iris, self._language = iris, language

    def write_all(self, declarations: DeclarationFiles) -> dict[str, bytes]:
        """Return all of them by file; the front page leads to the declarations' pages."""
        works = [
            {
                "iri": self._iris.thing(slug),
                "slug": slug,
                "counts": counts,
                **{kind: declarations.list_paths(kind)[slug] for kind in KINDS},
            }
            for slug, counts in self._manifest["declarations"].items()
        ]
        schema = embed_json(describe_for_search_engines(self._manifest, self._history, self._iris))
        citations = write_citations(self._manifest, self._history)
        return {
            **self._write("index", "home.html", "tagline", works=works, embedded=schema),
            **self._write("about", "about.html", "about", **self._describe()),
            **self._write("downloads", "downloads.html", "downloads", files=self._files()),
            **self._write("check", "check.html", "check", **self._report()),
            **self._write("cite", "cite.html", "cite", citations=citations, files=CITATION_FILES),
            **self._write("search", "search.html", "search"),
            **self._write("404", "404.html", "not_found"),
            **self._write_lists(works),
        }

    def _write_lists(self, works: Sequence[Mapping[str, Any]]) -> dict[str, bytes]:
        """Return the lists of declarations, which a site of one declaration doesn't need."""
        if len(works) == 1:
            return {}
        pages = {}
        for kind, title in zip(KINDS, ("declarations", "reservations", "map"), strict=True):
            pages.update(self._write(kind, "home.html", title, works=works))
        return pages

    def _files(self) -> list[dict[str, Any]]:
        return [
            {"name": name, "holds": describe_file(name, self._language), **held}
            for name, held in self._manifest["files"].items()
        ]

    def _describe(self) -> dict[str, Any]:
        sources = self._writer.nodes.of_type(cq("SourceDocument"))
        return {"parts": ABOUT[self._language], "sources": sources}

    def _report(self) -> dict[str, Any]:
        shapes = list_shapes(self._writer.nodes, self._language)
        return {"outcome": self._manifest["shacl"], "shapes": shapes}

    def _write(self, path: str, template: str, title: str, **values: Any) -> dict[str, bytes]:
        # A host shows the page for a missing one at whatever address was asked for.
        host_path = self._writer.host_path if path == "404" else None
        page = Page(path, self._language, host_path)
        words = say(title, self._language)
        return {page.file: self._writer.write(template, page, title=words, **values)}
