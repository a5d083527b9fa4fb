"""Read layer: paragraphs with their printed labels, and the sentences they are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.core.errors import InputError
from communique.core.model import Paragraph, Statement
from communique.core.source import Line, Source, Span
from communique.read.numerals import NUMERALS
from communique.read.page_recipe import Take


def read_paragraphs(
    source: Source, take: Take, lines: Sequence[Line], *, sentence_end: str
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of one role, numbered from 1 (the chapeau has no number).

    Their positions, and their statements', are 0 until `number_positions` sets them. Errors: C022
    for a label that is missing, doubled or out of order.
    """
    found = []
    for number, line in enumerate(lines, 1):
        label, body = _split_label(source, take, line, number)
        chapeau = take.role == "chapeau"
        paragraph = Paragraph(
            role=take.role,
            number=None if chapeau else number,
            position=0,
            label=label,
            span=body,
            statements=() if chapeau else tuple(_split_sentences(source, body, sentence_end)),
        )
        found.append(paragraph)
    return tuple(found)


def number_positions(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the paragraphs with the positions of themselves and their statements, from 1."""
    numbered, count = [], 0
    for position, paragraph in enumerate(paragraphs, 1):
        statements = tuple(
            replace(statement, position=count + offset)
            for offset, statement in enumerate(paragraph.statements, 1)
        )
        count += len(statements)
        numbered.append(replace(paragraph, position=position, statements=statements))
    return tuple(numbered)


def refuse_doubles(source: Source, paragraphs: Iterable[Paragraph]) -> None:
    """Refuse a second paragraph of the same role and number, out of another step; C022."""
    seen: dict[str, Paragraph] = {}
    for paragraph in paragraphs:
        if paragraph.identifier in seen:
            where = source.place(seen[paragraph.identifier].span.start)
            raise InputError(
                "C022",
                f"a second {paragraph.identifier}",
                mend=f"Take the paragraphs of a role in one step; see {where}.",
                place=source.place(paragraph.span.start),
            )
        seen[paragraph.identifier] = paragraph


def _split_label(source: Source, take: Take, line: Line, number: int) -> tuple[Span | None, Span]:
    """Return the spans of the printed label and of the words behind it."""
    content = line.content
    if take.label is None:
        return None, content
    match = take.label.match(source.text, content.start, content.end)
    found = NUMERALS[take.numerals].read(match["number"]) if match else None
    if match is None or found != number:
        what = "has no label" if found is None else f"is labelled {found}"
        raise InputError(
            "C022",
            f"paragraph {number} of the {take.role} part {what}",
            mend="Number the paragraphs from 1, each once and in order.",
            place=source.place(content.start),
        )
    return Span(match.start(), match.end()), Span(match.end(), content.end)


def _split_sentences(source: Source, body: Span, sentence_end: str) -> Iterator[Statement]:
    """Yield a paragraph's sentences, each with the mark that closes it."""
    start, number = body.start, 0
    while start < body.end:
        found = source.text.find(sentence_end, start, body.end)
        end = body.end if found < 0 else found + len(sentence_end)
        number += 1
        yield Statement(number=number, position=0, span=Span(start, end))
        start = end
