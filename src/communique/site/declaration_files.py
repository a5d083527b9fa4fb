"""Site layer: the files of each declaration: its text, its figures and its map, in a language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from communique.build.dataset import Dataset, DeclarationGraphs
from communique.site.declaration_figures import DeclarationFigures
from communique.site.declaration_pages import DeclarationPages, Siblings
from communique.site.drawing import Figure
from communique.site.page_writer import Page, PageWriter
from communique.site.rasteriser import draw_png

#: The kinds of a declaration's pages; the first is where a reader begins.
KINDS: Final = ("text", "reservations", "map")


class DeclarationFiles:
    """Writes what a site has of its declarations; the only one's pages stand at the kind itself."""

    def __init__(self, writer: PageWriter, dataset: Dataset) -> None:
        """Take the declarations of a data set, and the writer of pages."""
        self._writer, self._dataset = writer, dataset

    def list_paths(self, kind: str) -> dict[str, str]:
        """Return the path of each declaration's page of a kind, by slug."""
        slugs = [one.declaration.slug for one in self._dataset.declarations]
        return {slug: kind if len(slugs) == 1 else f"{kind}/{slug}" for slug in slugs}

    def write(self, language: str) -> Iterator[tuple[str, bytes]]:
        """Yield the pages of all declarations and the files of their figures."""
        for graphs in self._dataset.declarations:
            yield from self._write_one(graphs, language)

    def _write_one(self, graphs: DeclarationGraphs, language: str) -> Iterator[tuple[str, bytes]]:
        iris, slug = self._dataset.iris, graphs.declaration.slug
        siblings = Siblings(*(self.list_paths(kind)[slug] for kind in KINDS))
        pages = DeclarationPages(self._writer, graphs, iris, siblings)
        drawn = DeclarationFigures(graphs, self._writer.nodes, base=iris.base, language=language)
        figures, world = drawn.draw(), drawn.draw_map()
        files = dict(_write_figure_files([*figures, world], language))
        yield from files.items()
        yield pages.write_text(Page(siblings.text, language))
        yield pages.write_figures(Page(siblings.reservations, language), figures, files.keys())
        yield pages.write_map(Page(siblings.map, language), world, drawn, files.keys())


def _write_figure_files(figures: Sequence[Figure], language: str) -> Iterator[tuple[str, bytes]]:
    for figure in figures:
        yield figure.name_file(language, "svg"), figure.write_svg(language)
        yield figure.name_file(language, "csv"), figure.write_csv()
        picture = draw_png(figure.svg)
        if picture is not None:
            yield figure.name_file(language, "png"), picture
