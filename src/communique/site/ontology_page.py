"""Site layer: the documentation of the ontology, one HTML page a language.

`python -m communique.site.ontology_page build/ontology` writes it; `make ontology-docs` does that.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from communique.check.ontology_material import Material, load_material
from communique.core.iris import NAMESPACE, ONTOLOGY
from communique.core.resources import find_resource
from communique.core.strict_yaml import read_yaml
from communique.query.canned import CannedQuery
from communique.query.catalogue import Catalogue
from communique.site.ontology_diagram import Diagram, draw
from communique.site.ontology_entries import Entry, Vocabulary
from communique.site.ontology_uses import ShapeEntry, ShapeUses, sort_queries

TEMPLATES: Final = Path(__file__).parent / "templates"
#: The page of each language; the first is what a browser gets for the folder.
PAGES: Final = {"en": "index.html", "zh-Hans": "index.zh-Hans.html"}
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
#: The parts of the page: their word, and the kinds of term in each.
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

    def render(self, language: str) -> str:
        """Return the page of a language."""
        import jinja2

        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        template = environment.get_template("ontology.html")
        return template.render(
            pages=self,
            language=language,
            words=read_words()[language],
            other=next(one for one in PAGES if one != language),
            files=PAGES,
            parts=PARTS,
            relations=RELATIONS,
            namespace=NAMESPACE,
            asked=self._asked(),
        )

    def of_kinds(self, kinds: Sequence[str]) -> list[Entry]:
        """Return the entries of some kinds, in their order."""
        return [entry for entry in self.entries if entry.kind in kinds]

    def _asked(self) -> list[CannedQuery]:
        """Return each query that some term shows, once, by its name."""
        found = {query.name: query for queries in self.queries.values() for query in queries}
        return [found[name] for name in sorted(found)]


def collect_pages(material: Material | None = None) -> OntologyPages:
    """Return what the pages are made of: the shipped ontology, shapes and queries.

    Errors: those of `load_material` and of reading the queries.
    """
    given = material or load_material()
    prefixes = {
        prefix.text(): namespace.text()
        for prefix, namespace in read_yaml(find_resource("ontology", "prefixes.yaml")).entries()
    }
    uses = ShapeUses(given.graph("shapes"))
    vocabulary = Vocabulary(given.ontology, prefixes, uses.edges())
    entries = vocabulary.entries()
    return OntologyPages(
        header=vocabulary.header(ONTOLOGY),
        entries=entries,
        shapes={one.iri: uses.of_class(one.iri) + uses.of_property(one.iri) for one in entries},
        queries=sort_queries(Catalogue().read_all(), prefixes),
        diagram=draw(entries),
    )


def read_words() -> Mapping[str, Mapping[str, str]]:
    """Return the page's own words by language, from `templates/ontology-words.yaml`."""
    languages = read_yaml(TEMPLATES / "ontology-words.yaml").fields(list(PAGES))
    return {
        name: {word.text(): said.text() for word, said in value.entries()}
        for name, value in languages.items()
    }


def write_pages(folder: Path) -> list[Path]:
    """Write the page of each language into a folder; return their paths."""
    pages = collect_pages()
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for language, name in PAGES.items():
        path = folder / name
        path.write_text(pages.render(language), "utf-8", newline="\n")
        written.append(path)
    return written


def _main(arguments: Sequence[str]) -> None:
    for path in write_pages(Path(*arguments or ("build", "ontology"))):
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    _main(sys.argv[1:])
