"""Site layer: the SPARQL page in both languages, and the files of its editor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from communique.core.iris import Iris
from communique.site.addresses import LANGUAGES
from communique.site.editor.catalogue import group_questions, write_catalogue, write_endpoint
from communique.site.editor.words import say_all
from communique.site.page_writer import Page, PageWriter
from communique.site.question_pages import Answered
from communique.site.words import say

_SCRIPTS: Final = Path(__file__).parent / "page"
_FOLDER: Final = "static/editor"


def write_sparql_page(
    writer: PageWriter, answers: Sequence[Answered], language: str, *, editor: bool
) -> dict[str, bytes]:
    """Return the page by file: the plain form and the questions, and the editor if it is packed."""
    page = Page("sparql", language)
    html = writer.write(
        "sparql.html",
        page,
        title=say("sparql", language),
        words=say_all(language),
        editor=editor,
        groups=group_questions(answers),
    )
    return {page.file: html}


def write_editor_files(
    packed: Mapping[str, bytes],
    writer: PageWriter,
    answers: Sequence[Answered],
    quads: Sequence[ox.Quad],
    *,
    prefixes: Mapping[str, str],
    iris: Iris,
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the editor: the packed ones, our scripts, its catalogues and settings."""
    for name, data in packed.items():
        yield f"{_FOLDER}/{name}", data
    for one in sorted(_SCRIPTS.iterdir()):
        yield f"{_FOLDER}/{one.name}", one.read_bytes()
    for tag in LANGUAGES:
        yield (
            f"{_FOLDER}/catalogue.{tag}.json",
            write_catalogue(
                answers,
                quads,
                prefixes=prefixes,
                addresses=writer.addresses,
                iris=iris,
                language=tag,
            ),
        )
    yield f"{_FOLDER}/endpoint.json", write_endpoint()
