"""Site layer: the documentation of the ontology: an overview, and a page for each term.

`python -m communique.site.ontology_page build/ontology` writes it without the site around it;
`make ontology-docs` does that.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from communique.check.ontology_material import ONTOLOGY_FILES
from communique.core.iris import NAMESPACE, ONTOLOGY
from communique.core.resources import find_resource
from communique.core.strict_yaml import read_yaml
from communique.query.canned import CannedQuery
from communique.query.catalogue import Catalogue
from communique.read.turtle import read_turtle
from communique.site.addresses import LANGUAGES, Addresses, page_path
from communique.site.node_index import NodeIndex
from communique.site.ontology_diagram import Diagram, draw
from communique.site.ontology_entries import Entry, Link, Vocabulary
from communique.site.ontology_uses import ShapeEntry, ShapeUses, sort_queries
from communique.site.page_writer import Page, PageWriter

#: The folder of the documentation in a site.
PLACE: Final = "ontology/"
_HERE: Final = Path(__file__).parent
#: What the pages load.
_STATIC: Final = ("icon.svg", "ontology.css", "style.css")
#: The order in which the relations of a term are told.
RELATIONS: Final = (
    "domain",
    "range",
    "above",
    "below",
    "has",
    "valueOf",
    "scheme",
    "shortcut",
    "inverse",
    "disjoint",
    "seeAlso",
)
#: The parts of the overview: their word, and the kinds of term in each.
PARTS: Final = (
    ("classes", ("class",)),
    ("properties", ("object", "datatype", "annotation")),
    ("concepts", ("concept",)),
)


@dataclass(frozen=True)
class OntologyPages:
    """All that the pages are made of; the same for each language."""

    header: Entry
    entries: Sequence[Entry]
    shapes: Mapping[str, Sequence[ShapeEntry]]
    queries: Mapping[str, Sequence[CannedQuery]]
    diagram: Diagram

    def of_kinds(self, kinds: Sequence[str]) -> list[Entry]:
        """Return the entries of some kinds, in their order."""
        return [entry for entry in self.entries if entry.kind in kinds]

    @cached_property
    def paths(self) -> Mapping[str, str]:
        """The path of each term's page, by its name."""
        return {entry.name: entry.path for entry in self.entries}


class OntologyWriter:
    """Writes the pages, within a site or by themselves."""

    def __init__(self, pages: OntologyPages, writer: PageWriter, *, alone: bool = False) -> None:
        """`alone`, the pages stand at the root, without menu and without links to questions."""
        self._pages, self._writer, self._alone = pages, writer, alone
        self._place = "" if alone else PLACE
        self._words = read_words()

    def write_all(self) -> Iterator[tuple[str, bytes]]:
        """Yield the overview and the page of each term, in each language, by file."""
        for language in LANGUAGES:
            page = Page(f"{self._place}index", language)
            title = self._pages.header.text("title", language)
            yield page.file, self._write(page, "ontology.html", title=title, parts=PARTS)
            for entry in self._pages.entries:
                page = Page(self._place + entry.path, language)
                yield page.file, self._write_term(page, entry)

    def _write_term(self, page: Page, entry: Entry) -> bytes:
        return self._write(
            page,
            "ontology-term.html",
            title=entry.text("prefLabel", page.language),
            entry=entry,
            shapes=self._pages.shapes[entry.iri],
            queries=self._pages.queries.get(entry.iri, ()),
            overview=page.way_to(page_path(f"{self._place}index", page.language)),
            relations=RELATIONS,
        )

    def _write(self, page: Page, template: str, **values: Any) -> bytes:
        def find_term(name: str) -> str:
            path = self._place + self._pages.paths[name]
            return page.way_to(page_path(path, page.language))

        def follow(link: Link) -> str:
            own = link.href.startswith("#")
            return find_term(link.href[1:]) if own else link.href

        return self._writer.write(
            template,
            page,
            layout="bare.html" if self._alone else "base.html",
            pages=self._pages,
            words=self._words[page.language],
            other=next(one for one in LANGUAGES if one != page.language),
            namespace=NAMESPACE,
            has_questions=not self._alone,
            term=find_term,
            follow=follow,
            **values,
        )


def collect_pages() -> OntologyPages:
    """Return what the pages are made of: the shipped ontology, shapes and queries.

    Errors: those of reading them.
    """
    prefixes = {
        prefix.text(): namespace.text()
        for prefix, namespace in read_yaml(find_resource("ontology", "prefixes.yaml")).entries()
    }
    folder = find_resource("ontology")
    uses = ShapeUses(_read_all(sorted(find_resource("shapes").glob("*.ttl"))))
    ontology = _read_all(folder / name for name in ONTOLOGY_FILES)
    vocabulary = Vocabulary(ontology, prefixes, uses.edges())
    entries = vocabulary.entries()
    return OntologyPages(
        header=vocabulary.header(ONTOLOGY),
        entries=entries,
        shapes={one.iri: uses.of_class(one.iri) + uses.of_property(one.iri) for one in entries},
        queries=sort_queries(Catalogue().read_all(), prefixes),
        diagram=draw(entries),
    )


def _read_all(files: Iterable[Path]) -> list[ox.Quad]:
    return [quad for path in files for quad in read_turtle(path)]


def read_words() -> Mapping[str, Mapping[str, str]]:
    """Return the pages' own words by language, from `templates/ontology-words.yaml`."""
    languages = read_yaml(_HERE / "templates" / "ontology-words.yaml").fields(list(LANGUAGES))
    return {
        name: {word.text(): said.text() for word, said in value.entries()}
        for name, value in languages.items()
    }


def write_alone(folder: Path) -> list[Path]:
    """Write the documentation by itself into a folder; return the paths of the overviews."""
    writer = PageWriter(NodeIndex([], {}), Addresses({}))
    files = dict(OntologyWriter(collect_pages(), writer, alone=True).write_all())
    files.update({f"static/{name}": (_HERE / "static" / name).read_bytes() for name in _STATIC})
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return [folder / page_path("index", language) for language in LANGUAGES]


def _main(arguments: Sequence[str]) -> None:
    for path in write_alone(Path(*arguments or ("build", "ontology"))):
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    _main(sys.argv[1:])
