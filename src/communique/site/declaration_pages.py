"""Site layer: a declaration as text, with its forces and who held back; and its figures."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from communique.build.dataset import DeclarationGraphs
from communique.build.labels import label_paragraph
from communique.core.iris import Iris
from communique.core.model import Act, Declaration, Paragraph, Statement
from communique.site.declaration_figures import DeclarationFigures
from communique.site.drawing import Figure
from communique.site.force_signs import FORCE_COLOURS, FORCE_SIGNS, OTHER_SIGN
from communique.site.page_writer import Page, PageWriter
from communique.site.words import say


@dataclass(frozen=True)
class Siblings:
    """The paths of one declaration's pages."""

    text: str
    reservations: str
    map: str


class DeclarationPages:
    """Writes the text, the figures and the map of one declaration, each a page and its file."""

    def __init__(
        self, writer: PageWriter, graphs: DeclarationGraphs, iris: Iris, siblings: Siblings
    ) -> None:
        """Point at a declaration and the writer of pages."""
        self._writer, self._iris, self._siblings = writer, iris, siblings
        self._declaration: Declaration = graphs.declaration
        held = self._declaration.held
        self._source = iris.thing(self._declaration.slug, held.language, "source")

    def write_text(self, page: Page) -> tuple[str, bytes]:
        """Return the declaration's words, statement by statement."""
        declaration = self._declaration
        forces = {act.force for _, one in declaration.statements() for act in one.acts}
        return self._write(
            "text.html",
            page,
            title=self._title(page.language),
            text_language=declaration.held.language,
            originals=[
                one
                for one in declaration.expressions
                if one.language == declaration.held.translation_of
            ],
            paragraphs=[self._show_paragraph(one, page) for one in declaration.paragraphs],
            legend=[self._show_force(slug) for slug in FORCE_COLOURS if slug in forces],
        )

    def write_figures(
        self, page: Page, figures: Sequence[Figure], files: Collection[str]
    ) -> tuple[str, bytes]:
        """Return the page of the declaration's figures; `files` are those of the site so far."""
        title = f"{say('reservations', page.language)}: {self._title(page.language)}"
        return self._write("figures.html", page, title=title, figures=figures, files=files)

    def write_map(
        self, page: Page, world: Figure, drawn: DeclarationFigures, files: Collection[str]
    ) -> tuple[str, bytes]:
        """Return the page of the map, with the same facts as a table."""
        title = f"{say('map', page.language)}: {self._title(page.language)}"
        return self._write(
            "map.html",
            page,
            title=title,
            figure=world,
            files=files,
            parties=drawn.parties,
            off_map=drawn.name_off_map(),
        )

    def _write(self, template: str, page: Page, **values: Any) -> tuple[str, bytes]:
        work = self._iris.thing(self._declaration.slug)
        html = self._writer.write(template, page, work=work, siblings=self._siblings, **values)
        return page.file, html

    def _title(self, language: str) -> str:
        return self._writer.nodes.label(self._iris.thing(self._declaration.slug), language)

    def _show_force(self, slug: str) -> dict[str, str]:
        sign = FORCE_SIGNS.get(slug, OTHER_SIGN)
        return {"iri": self._iris.thing("force", slug), "slug": slug, "sign": sign}

    def _show_paragraph(self, paragraph: Paragraph, page: Page) -> dict[str, Any]:
        slug = self._declaration.slug
        reservations = [
            one for one in self._declaration.reservations() if one.paragraph == paragraph.identifier
        ]
        return {
            "iri": self._iris.thing(slug, paragraph.identifier),
            "anchor": paragraph.identifier.replace("/", "-"),
            "label": label_paragraph(paragraph.identifier)[page.language],
            "text": self._declaration.source.exact(paragraph.span),
            "statements": [self._show_statement(paragraph, one) for one in paragraph.statements],
            "reservations": [
                {
                    "party": self._iris.thing(one.party),
                    "iri": self._iris.thing(
                        slug, "reservation", one.party.partition("/")[2], one.paragraph
                    ),
                }
                for one in reservations
            ],
        }

    def _show_statement(self, paragraph: Paragraph, statement: Statement) -> dict[str, Any]:
        held = self._declaration.held.language
        path = (paragraph.identifier, "statement", str(statement.number))
        return {
            "iri": self._iris.thing(self._declaration.slug, held, *path),
            "number": statement.number,
            "text": self._declaration.source.exact(statement.span),
            "commitment": statement.is_commitment,
            "first": self._show_force(statement.acts[0].force) if statement.acts else None,
            "acts": [self._show_act(act) for act in statement.acts],
            "cites": [
                self._iris.thing("instrument", one.instrument) for one in statement.citations
            ],
            "span": self._iris.span(self._source, statement.span),
            "characters": f"{statement.span.start}–{statement.span.end}",
        }

    def _show_act(self, act: Act) -> dict[str, Any]:
        marker = self._declaration.source.exact(act.marker) if act.marker else ""
        return {**self._show_force(act.force), "marker": marker, "binding": act.binding}
