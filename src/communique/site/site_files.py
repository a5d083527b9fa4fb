"""Site layer: all files of the site of a data set, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from communique.build.dataset import Dataset
from communique.core.iris import Iris
from communique.site.addresses import LANGUAGES, allot_addresses
from communique.site.declaration_figures import DeclarationFigures
from communique.site.declaration_pages import DeclarationPages
from communique.site.figures import Figure
from communique.site.list_pages import write_list_pages
from communique.site.metadata import describe_dataset, write_site_map
from communique.site.node_index import NodeIndex
from communique.site.ontology_page import PAGES as ONTOLOGY_PAGES
from communique.site.ontology_page import collect_pages
from communique.site.page_writer import Page, PageWriter
from communique.site.question_pages import answer_all, write_question_pages
from communique.site.resource_page import write_resource_page
from communique.site.search_index import write_search_index
from communique.site.serialisations import DocumentWriter
from communique.site.standing_pages import StandingPages, write_citations
from communique.write.rdf_text import TurtleWriter, write_nquads

_STATIC: Final = Path(__file__).parent / "static"


@dataclass(frozen=True)
class Built:
    """What a build left: its files by name, and the manifest among them, read."""

    files: Mapping[str, bytes]
    manifest: Mapping[str, Any]


def write_site(
    dataset: Dataset, built: Built, prefixes: Mapping[str, str], *, path: str = "/"
) -> dict[str, bytes]:
    """Return the files of the whole site; `path` is where a host serves it, for the 404 page.

    The pages link each other relatively and work wherever the folder lies. Errors: those of the
    canned queries.
    """
    return _Site(dataset, built, prefixes, path).write()


class _Site:
    """Writes the parts of one site, which share the index of nodes and the addresses."""

    def __init__(
        self, dataset: Dataset, built: Built, prefixes: Mapping[str, str], path: str
    ) -> None:
        self._dataset, self._built, self._prefixes, self._path = dataset, built, prefixes, path
        self._iris: Iris = dataset.iris
        self._quads: Sequence[ox.Quad] = [q for graph in dataset.graphs.values() for q in graph]
        self._nodes = NodeIndex(self._quads, prefixes)
        self._addresses = allot_addresses(self._nodes.outgoing, self._iris)
        self._pages = PageWriter(self._nodes, self._addresses, host_path=path)

    def write(self) -> dict[str, bytes]:
        """Return all files by name."""
        answers = answer_all(self._quads)
        files: dict[str, bytes] = {}
        files.update(self._write_resources())
        files.update(self._write_graphs())
        files.update(_write_ontology())
        for language in LANGUAGES:
            files.update(write_question_pages(self._pages, answers, language))
            files.update(write_list_pages(self._pages, language, self._iris))
            files.update(self._write_declarations(language))
            standing = StandingPages(self._pages, self._built.manifest, self._iris, language)
            files.update(standing.write_all(self._paths("text"), self._paths("reservations")))
        files.update(self._write_metadata())
        files.update({f"files/{name}": data for name, data in self._built.files.items()})
        files.update(self._read_static())
        html = sorted(name for name in files if name.endswith(".html") and "404" not in name)
        return {**files, "sitemap.xml": write_site_map(html, self._iris)}

    def _write_resources(self) -> Iterator[tuple[str, bytes]]:
        """Yield the pages and the RDF files of every document."""
        writer = DocumentWriter(prefixes=self._prefixes, base=self._iris.base)
        for document, path in self._addresses.paths.items():
            files = writer.write(self._nodes.documents[document])
            yield from ((f"{path}.{ending}", data) for ending, data in files.items())
            for language in LANGUAGES:
                page = Page(path, language)
                graphs = self._name_graph_files(document, page)
                yield (
                    page.file,
                    write_resource_page(
                        self._pages, page, document, files=files, graph_files=graphs
                    ),
                )

    def _name_graph_files(self, document: str, page: Page) -> dict[str, str]:
        if document not in self._dataset.graphs:
            return {}
        return {
            "N-Quads": page.way_to(f"{page.path}.nq"),
            "TriG": page.way_to(f"{page.path}.trig"),
        }

    def _write_graphs(self) -> Iterator[tuple[str, bytes]]:
        """Yield each named graph that is described, whole, as N-Quads and TriG."""
        writer = TurtleWriter(prefixes=self._prefixes, base=self._iris.base)
        for graph, quads in self._dataset.graphs.items():
            path = self._addresses.paths.get(graph)
            if path is not None:
                yield f"{path}.nq", write_nquads(quads)
                yield f"{path}.trig", writer.write_trig({graph: quads})

    def _paths(self, kind: str) -> dict[str, str]:
        """Return the path of each declaration's page; the only one stands at the kind itself."""
        slugs = [one.declaration.slug for one in self._dataset.declarations]
        return {slug: kind if len(slugs) == 1 else f"{kind}/{slug}" for slug in slugs}

    def _write_declarations(self, language: str) -> Iterator[tuple[str, bytes]]:
        texts, figures = self._paths("text"), self._paths("reservations")
        for graphs in self._dataset.declarations:
            slug = graphs.declaration.slug
            pages = DeclarationPages(self._pages, graphs, self._iris)
            page = Page(texts[slug], language)
            yield page.file, pages.write_text(page, figures=figures[slug])
            drawn = DeclarationFigures(
                graphs, self._nodes, base=self._iris.base, language=language
            ).draw()
            page = Page(figures[slug], language)
            yield page.file, pages.write_figures(page, drawn, text=texts[slug])
            yield from _write_figure_files(drawn, language)

    def _write_metadata(self) -> dict[str, bytes]:
        quads = describe_dataset(self._quads, self._built.manifest, self._iris)
        turtle = TurtleWriter(prefixes=self._prefixes, base=self._iris.base).write_turtle([quads])
        citations = write_citations(self._built.manifest)
        return {
            "void.ttl": turtle,
            ".well-known/void": turtle,
            "cite.bib": f"{citations['bibtex']}\n".encode(),
            "cite.json": f"{citations['csl']}\n".encode(),
            "robots.txt": f"User-agent: *\nSitemap: {self._iris.base}sitemap.xml\n".encode(),
        }

    def _read_static(self) -> dict[str, bytes]:
        index = write_search_index(self._nodes, self._addresses, self._iris)
        files = {f"static/{one.name}": one.read_bytes() for one in sorted(_STATIC.iterdir())}
        return {**files, "static/search-index.js": index}


def _write_ontology() -> Iterator[tuple[str, bytes]]:
    """Yield the documentation of the ontology, which is one page a language."""
    pages = collect_pages()
    for language, name in ONTOLOGY_PAGES.items():
        yield f"ontology/{name}", pages.render(language).encode()


def _write_figure_files(figures: Sequence[Figure], language: str) -> Iterator[tuple[str, bytes]]:
    for figure in figures:
        name = f"figures/{figure.name}.{language}"
        yield f"{name}.svg", f"{figure.svg}\n".encode()
        yield f"{name}.csv", figure.write_csv()
