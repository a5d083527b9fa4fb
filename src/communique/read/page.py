"""Read layer: a page cut into parts at its anchors, and each part's lines given to their steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.core.errors import InputError
from communique.core.source import Line, Source
from communique.core.strict_yaml import Value
from communique.read.page_recipe import PartRecipe, Take


@dataclass(frozen=True, kw_only=True)
class LaidPart:
    """A part of the page with all its lines, and the lines that each of its steps takes."""

    recipe: PartRecipe
    lines: tuple[Line, ...]
    taken: tuple[tuple[Take, tuple[Line, ...]], ...]


def lay_out_page(source: Source, parts: Sequence[PartRecipe]) -> tuple[LaidPart, ...]:
    """Return the parts of a page in order; together they hold every line once.

    Errors: C020 an anchor or expected line that isn't there, C021 one that stands twice, C023
    more or fewer lines in a part than its steps take.
    """
    starts = [_find_start(source, part) for part in parts]
    if starts != sorted(starts):
        late = next(i for i in range(1, len(starts)) if starts[i] < starts[i - 1])
        raise InputError(
            "C020",
            f"the part '{parts[late].name}' begins before the one above it",
            mend="Put the parts in the order of the page.",
            place=parts[late].place,
        )
    ends = [*starts[1:], len(source.lines)]
    laid = zip(parts, starts, ends, strict=True)
    return tuple(_lay_out_part(source, part, source.lines[a:b]) for part, a, b in laid)


def _find_start(source: Source, part: PartRecipe) -> int:
    """Return the index of the first line of a part."""
    if part.starts_at:
        return _find_anchor(source, part.starts_at)
    if part.starts_after:
        return _find_anchor(source, part.starts_after) + 1
    return 0


def _find_anchor(source: Source, anchor: Value) -> int:
    words = anchor.text()
    found = [i for i, line in enumerate(source.lines) if line.text == words]
    if len(found) == 1:
        return found[0]
    if not found:
        mend = f"Write a line of {source.path.name} exactly as it stands there."
        anchor.fail("C020", f"no line is '{words}'", mend=mend)
    numbers = ", ".join(str(source.lines[index].number) for index in found[:5])
    mend = f"Choose a line that stands once in {source.path.name}."
    anchor.fail("C021", f"the anchor '{words}' stands on lines {numbers}", mend=mend)


def _lay_out_part(source: Source, part: PartRecipe, lines: tuple[Line, ...]) -> LaidPart:
    filled = [line for line in lines if not line.is_blank]
    if part.furniture is not None:
        return LaidPart(recipe=part, lines=lines, taken=())
    wanted = sum(take.lines for take in part.takes)
    if wanted != len(filled):
        at = lines[0].start if lines else len(source.text)
        raise InputError(
            "C023",
            f"the part '{part.name}' has {len(filled)} lines of text, its steps take {wanted}",
            mend=f"Compare it with the steps at {part.place}.",
            place=source.place(at),
        )
    return LaidPart(recipe=part, lines=lines, taken=tuple(_hand_out(part.takes, filled, source)))


def _hand_out(
    takes: Sequence[Take], filled: Sequence[Line], source: Source
) -> Iterator[tuple[Take, tuple[Line, ...]]]:
    at = 0
    for take in takes:
        lines = tuple(filled[at : at + take.lines])
        at += take.lines
        if take.words and source.exact(lines[0].content) != take.words.text():
            raise InputError(
                "C020",
                f"expected the line '{take.words.text()}'",
                mend=f"Compare the page with {take.place}.",
                place=source.place(lines[0].start),
            )
        yield take, lines
