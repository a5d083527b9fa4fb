"""Site layer: the catalogue of canned questions, each with its answer computed at build time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pyoxigraph as ox

from communique.build.terms import LABEL
from communique.core.errors import InputError
from communique.query.answer import Table
from communique.query.answer import Value as Bound
from communique.query.asking import ask_canned
from communique.query.canned import CannedQuery
from communique.query.catalogue import Catalogue
from communique.query.catalogue_markdown import write_call
from communique.query.embedded import EmbeddedStore
from communique.query.labels import choose_label
from communique.query.parameters import Resolver
from communique.site.node_index import write_tag
from communique.site.page_writer import Page, PageWriter, Value
from communique.site.words import say

#: How many rows of an answer a page shows, so that it stays small.
SHOWN_ROWS = 120


@dataclass(frozen=True)
class Answered:
    """A question and its answer; None where its example names nothing here.

    `snapshot` says, by language, what the part that Wikidata would answer was answered from.
    """

    query: CannedQuery
    table: Table | None
    values: Mapping[str, Bound] = field(default_factory=dict)
    snapshot: Mapping[str, str] = field(default_factory=dict)


def answer_all(quads: Sequence[ox.Quad], snapshot: Sequence[ox.Quad]) -> list[Answered]:
    """Return every question of the catalogue, asked with the values of its example.

    Those joined with Wikidata are asked of the graph with the snapshot beside it, the others of
    the graph alone. A graph of other declarations may lack what an example names: such a question
    has no answer.
    """
    labels = read_snapshot_labels(snapshot)
    alone, joined = _open_store(quads), _open_store([*quads, *snapshot])
    return [
        replace(_answer(joined, query), snapshot=labels)
        if query.asks_wikidata
        else _answer(alone, query)
        for query in Catalogue().read_all()
    ]


def read_snapshot_labels(snapshot: Sequence[ox.Quad]) -> dict[str, str]:
    """Return what the snapshot calls itself, by language tag in lower case."""
    return {
        quad.object.language or "": quad.object.value
        for quad in snapshot
        if quad.subject == quad.graph_name
        and quad.predicate == LABEL
        and isinstance(quad.object, ox.Literal)
    }


def _open_store(quads: Sequence[ox.Quad]) -> EmbeddedStore:
    store = ox.Store()
    store.bulk_extend(quads)
    return EmbeddedStore(store)


def _answer(engine: EmbeddedStore, query: CannedQuery) -> Answered:
    try:
        values = Resolver(engine).resolve_all(query, query.example)
    except InputError:  # C071: the example names something that isn't in these declarations
        return Answered(query, None)
    return Answered(query, ask_canned(engine, query, values), values)


def write_question_pages(
    writer: PageWriter, answers: Sequence[Answered], language: str
) -> dict[str, bytes]:
    """Return the list of questions and a page for each, by file."""
    page = Page("questions", language)
    groups: dict[str, list[CannedQuery]] = {}
    for one in answers:
        groups.setdefault(one.query.group, []).append(one.query)
    listed = writer.write("questions.html", page, title=say("questions", language), groups=groups)
    pages = {page.file: listed}
    for one in answers:
        page = Page(f"questions/{one.query.name}", language)
        pages[page.file] = _write_question(writer, page, one)
    return pages


def _write_question(writer: PageWriter, page: Page, answered: Answered) -> bytes:
    table = answered.table
    rows = [] if table is None else [[_show(term) for term in row] for row in table.rows]
    return writer.write(
        "question.html",
        page,
        title=answered.query.question[page.language],
        query=answered.query,
        call=write_call(answered.query),
        answered=table is not None,
        snapshot=choose_label(answered.snapshot, page.language) if answered.snapshot else "",
        rows=rows[:SHOWN_ROWS],
        count=len(rows),
    )


def _show(term: object) -> Value:
    if isinstance(term, ox.NamedNode):
        return Value(term.value, "", "")
    if isinstance(term, ox.Literal):
        return Value(None, term.value, write_tag(term.language or ""))
    return Value(None, "" if term is None else str(term), "")
