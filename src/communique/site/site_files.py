"""Site layer: all files of the site of a data set, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from communique.build.dataset import Dataset
from communique.core.iris import Iris
from communique.site.addresses import LANGUAGES, allot_addresses, page_path, write_address_table
from communique.site.citations import CITATION_FILES, write_citations
from communique.site.declaration_files import DeclarationFiles
from communique.site.editor.page import write_editor_files, write_sparql_page
from communique.site.hosting.files import write_hosting
from communique.site.hosting.rules import PLACEHOLDER, collect_rules
from communique.site.list_pages import write_list_pages
from communique.site.metadata import describe_dataset, write_site_map
from communique.site.node_index import NodeIndex
from communique.site.ontology_page import OntologyWriter, collect_pages
from communique.site.page_writer import Page, PageWriter
from communique.site.question_pages import answer_all, write_question_pages
from communique.site.resource_page import write_resource_page
from communique.site.search_index import write_search_index
from communique.site.serialisations import DocumentWriter
from communique.site.standing_pages import StandingPages
from communique.site.versions.history import History
from communique.site.versions.pages import VersionPages
from communique.write.rdf_text import TurtleWriter, write_nquads

_STATIC: Final = Path(__file__).parent / "static"


@dataclass(frozen=True)
class Built:
    """What a build left: its files by name, the manifest among them, read, and the versions.

    The last version of the history is this build's graph.
    """

    files: Mapping[str, bytes]
    manifest: Mapping[str, Any]
    history: History


def write_site(
    dataset: Dataset,
    built: Built,
    prefixes: Mapping[str, str],
    *,
    path: str = "/",
    host: str | None = None,
    editor: Mapping[str, bytes] | None = None,
) -> dict[str, bytes]:
    """Return the files of the whole site; `path` is where a host serves it, for the 404 page.

    `host` is the address of the host, for the rules of w3id.org.
    `editor` has the packed files of the SPARQL editor, which is left out without them.

    The pages link each other relatively and work wherever the folder lies. Errors: those of the
    canned queries.
    """
    site = _Site(dataset, built, prefixes, path, editor or {})
    rules = collect_rules(site.addresses, dataset.iris, path=path, host=host or PLACEHOLDER)
    return {**site.write(), **write_hosting(rules)}


class _Site:
    """Writes the parts of one site, which share the index of nodes and the addresses."""

    def __init__(
        self,
        dataset: Dataset,
        built: Built,
        prefixes: Mapping[str, str],
        path: str,
        editor: Mapping[str, bytes],
    ) -> None:
        self._editor = editor
        self._dataset, self._built, self._prefixes, self._path = dataset, built, prefixes, path
        self._iris: Iris = dataset.iris
        self._quads: Sequence[ox.Quad] = [q for graph in dataset.graphs.values() for q in graph]
        self._nodes = NodeIndex(self._quads, prefixes)
        self.addresses = allot_addresses([*self._nodes.outgoing, *dataset.graphs], self._iris)
        self._pages = PageWriter(self._nodes, self.addresses, host_path=path)
        self._declarations = DeclarationFiles(self._pages, dataset)

    def write(self) -> dict[str, bytes]:
        """Return all files by name."""
        answers = answer_all(self._quads, self._dataset.snapshot)
        files: dict[str, bytes] = {}
        files.update(self._write_resources())
        files.update(self._write_graphs())
        files.update(OntologyWriter(collect_pages(), self._pages).write_all())
        for language in LANGUAGES:
            files.update(write_question_pages(self._pages, answers, language))
            files.update(
                write_sparql_page(self._pages, answers, language, editor=bool(self._editor))
            )
            files.update(write_list_pages(self._pages, language, self._iris))
            files.update(self._declarations.write(language))
            standing = StandingPages(
                self._pages, self._built.manifest, self._built.history, self._iris, language
            )
            files.update(standing.write_all(self._declarations))
        if self._editor:
            files.update(
                write_editor_files(
                    self._editor,
                    self._pages,
                    answers,
                    self._quads,
                    prefixes=self._prefixes,
                    iris=self._iris,
                )
            )
        files.update(
            VersionPages(self._pages, self._built.history, self._prefixes, self._iris).write()
        )
        files.update(self._write_metadata())
        files.update({f"files/{name}": data for name, data in self._built.files.items()})
        files.update(self._read_static())
        missing = {page_path("404", language) for language in LANGUAGES}
        html = sorted(name for name in files if name.endswith(".html") and name not in missing)
        return {**files, "sitemap.xml": write_site_map(html, self._iris)}

    def _write_resources(self) -> Iterator[tuple[str, bytes]]:
        """Yield the pages and the RDF files of every document."""
        writer = DocumentWriter(prefixes=self._prefixes, base=self._iris.base)
        for document, path in self.addresses.paths.items():
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
        """Yield each named graph that is described, whole, in every format of RDF.

        What is said about a graph stands in the graph of the catalogue, and on its page.
        """
        writer = TurtleWriter(prefixes=self._prefixes, base=self._iris.base)
        triples = DocumentWriter(prefixes=self._prefixes, base=self._iris.base)
        for graph, quads in self._dataset.graphs.items():
            path = self.addresses.paths.get(graph)
            if path is not None:
                files = triples.write([quad.triple for quad in quads])
                yield from ((f"{path}.{ending}", data) for ending, data in files.items())
                yield f"{path}.nq", write_nquads(quads)
                yield f"{path}.trig", writer.write_trig({graph: quads})

    def _write_metadata(self) -> dict[str, bytes]:
        history = self._built.history
        quads = describe_dataset(self._quads, self._built.manifest, history, self._iris)
        turtle = TurtleWriter(prefixes=self._prefixes, base=self._iris.base).write_turtle([quads])
        citations = write_citations(self._built.manifest, history)
        return {
            "addresses.json": write_address_table(self.addresses, self._iris),
            "void.ttl": turtle,
            ".well-known/void": turtle,
            **{file: citations[form].encode() for form, file in CITATION_FILES.items()},
            "robots.txt": f"User-agent: *\nSitemap: {self._iris.base}sitemap.xml\n".encode(),
        }

    def _read_static(self) -> dict[str, bytes]:
        index = write_search_index(self._nodes, self.addresses, self._iris)
        files = {f"static/{one.name}": one.read_bytes() for one in sorted(_STATIC.iterdir())}
        return {**files, "static/search-index.js": index}
