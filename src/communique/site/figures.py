"""Site layer: bars, stacked bars and grids as accessible SVG, each with its data as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape

from communique.site.drawing import Figure, frame, measure_text, write_text
from communique.site.force_signs import FORCE_COLOURS, FORCE_SIGNS, OTHER_COLOUR, OTHER_SIGN

_ROW: Final = 26
_LABEL: Final = 190
_WIDTH: Final = 800

#: A piece of a stacked bar: a force's slug, its name and a number.
Piece = tuple[str, str, int]


def draw_bars(
    name: str,
    title: str,
    header: tuple[str, str],
    bars: Sequence[tuple[str, int]],
    *,
    description: str = "",
) -> Figure:
    """Return horizontal bars, one a row, each with its number beside it."""
    largest = max((value for _, value in bars), default=1) or 1
    parts = []
    for place, (label, value) in enumerate(bars):
        width = round((_WIDTH - _LABEL - 50) * value / largest)
        parts += [
            write_text(_LABEL - 8, _baseline(place), label, anchor="end"),
            _draw_bar(place, width),
            write_text(_LABEL + width + 6, _baseline(place), str(value)),
        ]
    size = (_WIDTH, len(bars) * _ROW + 8)
    svg = frame(name, title, size, parts, description=description)
    return Figure(name, title, svg, header, tuple((label, str(value)) for label, value in bars))


def draw_stacks(
    name: str,
    title: str,
    header: tuple[str, str, str],
    stacks: Sequence[tuple[str, Sequence[Piece]]],
    *,
    description: str = "",
) -> Figure:
    """Return stacked bars, with the signs and names of their pieces below."""
    largest = max((sum(n for _, _, n in pieces) for _, pieces in stacks), default=1) or 1
    unit = (_WIDTH - _LABEL - 20) / largest
    parts = []
    for place, (label, pieces) in enumerate(stacks):
        parts.append(write_text(_LABEL - 8, _baseline(place), label, anchor="end"))
        left = float(_LABEL)
        for slug, force, number in pieces:
            width = round(unit * number, 1)
            parts.append(_draw_piece(left, place, width, slug, f"{label}: {force} {number}"))
            left += width
    names = {slug: force for _, pieces in stacks for slug, force, _ in pieces}
    legend, height = _draw_legend(names, len(stacks) * _ROW + 24)
    svg = frame(name, title, (_WIDTH, height), [*parts, *legend], description=description)
    rows = tuple((label, force, str(n)) for label, pieces in stacks for _, force, n in pieces)
    return Figure(name, title, svg, header, rows)


def draw_grid(
    name: str,
    title: str,
    header: tuple[str, ...],
    rows: Sequence[tuple[str, Sequence[bool]]],
    words: tuple[str, str],
    *,
    description: str = "",
) -> Figure:
    """Return a grid of dots; `header` names the first column and the others, `words` yes and no."""
    step = (_WIDTH - _LABEL) // max(1, len(header) - 1)
    parts = [
        write_text(_LABEL + step * place + step // 2, 18, column, anchor="middle", size=12)
        for place, column in enumerate(header[1:])
    ]
    for place, (label, marks) in enumerate(rows, 1):
        parts.append(write_text(_LABEL - 8, _baseline(place), label, anchor="end"))
        for column, marked in enumerate(marks):
            centre = _LABEL + step * column + step // 2
            told = f"{label}, {header[column + 1]}: {words[0] if marked else words[1]}"
            parts.append(_draw_dot(centre, place * _ROW + _ROW // 2 + 4, marked, told))
    table = tuple((label, *(words[not mark] for mark in marks)) for label, marks in rows)
    size = (_WIDTH, (len(rows) + 1) * _ROW + 8)
    svg = frame(name, title, size, parts, description=description)
    return Figure(name, title, svg, header, table)


def _draw_bar(place: int, width: int) -> str:
    return (
        f'<rect class="bar" x="{_LABEL}" y="{place * _ROW + 6}" width="{width}" '
        f'height="{_ROW - 8}" fill="#2f5fc4"/>'
    )


def _baseline(place: int) -> int:
    return place * _ROW + _ROW // 2 + 7


def _draw_piece(x: float, place: int, width: float, slug: str, told: str) -> str:
    y = place * _ROW + 6
    box, sign = _draw_box(x, y, width, slug), _write_sign(round(x + width / 2, 1), y, slug)
    return f"<g><title>{escape(told)}</title>{box}{sign}</g>"


def _draw_legend(names: dict[str, str], top: int) -> tuple[list[str], int]:
    """Return the signs with their names in rows, in the order of the forces, and where they end."""
    order = [slug for slug in FORCE_COLOURS if slug in names]
    order += sorted(names.keys() - set(order))
    parts: list[str] = []
    x, y = 8.0, top
    for slug in order:
        width = 30 + measure_text(names[slug])
        if x + width > _WIDTH:
            x, y = 8.0, y + _ROW
        parts += _draw_key(x, y, slug, names[slug])
        x += width + 12
    return parts, y + _ROW + 4


def _draw_key(x: float, y: int, slug: str, name: str) -> Iterator[str]:
    yield _draw_box(x, y, 22, slug)
    yield _write_sign(x + 11, y, slug)
    yield write_text(x + 28, y + 14, name)


def _draw_box(x: float, y: int, width: float, slug: str) -> str:
    colour = FORCE_COLOURS.get(slug, OTHER_COLOUR)
    return (
        f'<rect class="border" x="{x:g}" y="{y}" width="{width:g}" height="{_ROW - 8}" '
        f'fill="{colour}" stroke="#fff"/>'
    )


def _write_sign(x: float, y: int, slug: str) -> str:
    sign = FORCE_SIGNS.get(slug, OTHER_SIGN)
    return write_text(x, y + 14, sign, anchor="middle", size=12, colour="#fff")


def _draw_dot(x: int, y: int, marked: bool, told: str) -> str:
    look = 'class="dot" r="8" fill="#b3122f"' if marked else 'class="hole" r="3" fill="#9a9a9a"'
    return f'<circle cx="{x}" cy="{y}" {look}><title>{escape(told)}</title></circle>'
