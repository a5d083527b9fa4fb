"""Site layer: figures as accessible SVG, made at build time, each with its data as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from markupsafe import Markup

_ROW: Final = 26
_LABEL: Final = 190
_WIDTH: Final = 800
_FONT: Final = 14
#: Colours of the forces, told apart in light and in dark; a sign always goes with them.
FORCE_COLOURS: Final[Mapping[str, str]] = {
    "commit": "#1a7f37",
    "undertake": "#4f9d4f",
    "resolve": "#0b6b5d",
    "reaffirm": "#0a7a9b",
    "affirm": "#3a8fb7",
    "recognise": "#2f5fc4",
    "believe": "#6a7fd0",
    "support": "#8b4fc0",
    "emphasise": "#b8860b",
    "call-upon": "#c7681a",
    "demand": "#d2452b",
    "expect": "#a86a3d",
    "condemn": "#b3122f",
    "oppose": "#d0507a",
    "express-concern": "#9b3b6b",
    "should": "#6b7280",
    "assert": "#9a9a9a",
}
FORCE_SIGNS: Final[Mapping[str, str]] = {
    "commit": "●",
    "undertake": "◐",
    "resolve": "◆",
    "reaffirm": "↻",
    "affirm": "✓",
    "recognise": "◎",
    "believe": "◇",
    "support": "+",
    "emphasise": "!",
    "call-upon": "→",
    "demand": "⇒",
    "expect": "↦",
    "condemn": "✕",
    "oppose": "⊘",
    "express-concern": "△",
    "should": "§",
    "assert": "–",
}


@dataclass(frozen=True)
class Figure:
    """A figure: its file's name, its title, the drawing, and the same as a table."""

    name: str
    title: str
    svg: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def markup(self) -> Markup:
        """The drawing to stand in a page; the texts in it are escaped."""
        return Markup(self.svg)  # noqa: S704

    def write_csv(self) -> bytes:
        """Return the table as CSV, in UTF-8. Source: RFC 4180."""
        out = io.StringIO()
        csv.writer(out).writerows([self.header, *self.rows])
        return out.getvalue().encode()


def draw_bars(
    name: str, title: str, header: tuple[str, str], bars: Sequence[tuple[str, int]]
) -> Figure:
    """Return horizontal bars, one a row, each with its number beside it."""
    largest = max((value for _, value in bars), default=1) or 1
    parts = []
    for place, (label, value) in enumerate(bars):
        width = round((_WIDTH - _LABEL - 50) * value / largest)
        parts += [
            _write_text(_LABEL - 8, _baseline(place), label, anchor="end"),
            _draw_box(_LABEL, place, width, "bar", "#2f5fc4"),
            _write_text(_LABEL + width + 6, _baseline(place), str(value)),
        ]
    svg = _wrap(name, title, _WIDTH, len(bars) * _ROW + 8, parts)
    return Figure(name, title, svg, header, tuple((label, str(value)) for label, value in bars))


def draw_stacks(
    name: str,
    title: str,
    header: tuple[str, str, str],
    stacks: Sequence[tuple[str, Sequence[tuple[str, str, int]]]],
) -> Figure:
    """Return stacked bars; a piece is a force's slug, its name and a number."""
    largest = max((sum(n for _, _, n in pieces) for _, pieces in stacks), default=1) or 1
    unit = (_WIDTH - _LABEL - 20) / largest
    parts = []
    for place, (label, pieces) in enumerate(stacks):
        parts.append(_write_text(_LABEL - 8, _baseline(place), label, anchor="end"))
        left = float(_LABEL)
        for slug, force, number in pieces:
            width = round(unit * number, 1)
            parts.append(_draw_piece(left, place, width, slug, f"{label}: {force} {number}"))
            left += width
    rows = tuple((label, force, str(n)) for label, pieces in stacks for _, force, n in pieces)
    return Figure(
        name, title, _wrap(name, title, _WIDTH, len(stacks) * _ROW + 8, parts), header, rows
    )


def draw_grid(
    name: str,
    title: str,
    header: tuple[str, ...],
    rows: Sequence[tuple[str, Sequence[bool]]],
    words: tuple[str, str],
) -> Figure:
    """Return a grid of dots; `header` names the first column and the others, `words` yes and no."""
    step = (_WIDTH - _LABEL) // max(1, len(header) - 1)
    parts = [
        _write_text(_LABEL + step * place + step // 2, 18, column, anchor="middle", size=11)
        for place, column in enumerate(header[1:])
    ]
    for place, (label, marks) in enumerate(rows, 1):
        parts.append(_write_text(_LABEL - 8, _baseline(place), label, anchor="end"))
        for column, marked in enumerate(marks):
            centre = _LABEL + step * column + step // 2
            told = f"{label}, {header[column + 1]}: {words[0] if marked else words[1]}"
            parts.append(_draw_dot(centre, place * _ROW + _ROW // 2 + 4, marked, told))
    table = tuple((label, *(words[not mark] for mark in marks)) for label, marks in rows)
    svg = _wrap(name, title, _WIDTH, (len(rows) + 1) * _ROW + 8, parts)
    return Figure(name, title, svg, header, table)


def _wrap(name: str, title: str, width: int, height: int, parts: Sequence[str]) -> str:
    identifier = quoteattr(f"figure-{name}")
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby={identifier} font-family="sans-serif">\n'
        f"<title id={identifier}>{escape(title)}</title>\n{body}\n</svg>"
    )


def _baseline(place: int) -> int:
    return place * _ROW + _ROW // 2 + 9


def _write_text(x: int, y: int, text: str, *, anchor: str = "start", size: int = _FONT) -> str:
    return (
        f'<text class="ink" x="{x}" y="{y}" font-size="{size}" fill="#1b1f24" '
        f'text-anchor="{anchor}">{escape(text)}</text>'
    )


def _draw_box(x: int, place: int, width: int, kind: str, colour: str) -> str:
    return (
        f'<rect class="{kind}" x="{x}" y="{place * _ROW + 6}" width="{width}" '
        f'height="{_ROW - 8}" fill="{colour}"/>'
    )


def _draw_piece(x: float, place: int, width: float, slug: str, told: str) -> str:
    colour = FORCE_COLOURS.get(slug, "#9a9a9a")
    sign = FORCE_SIGNS.get(slug, "?")
    y = place * _ROW + 6
    return (
        f'<g><title>{escape(told)}</title><rect x="{x:.1f}" y="{y}" width="{width}" '
        f'height="{_ROW - 8}" fill="{colour}" stroke="#fff"/><text x="{x + width / 2:.1f}" '
        f'y="{y + 14}" font-size="12" fill="#fff" text-anchor="middle">{sign}</text></g>'
    )


def _draw_dot(x: int, y: int, marked: bool, told: str) -> str:
    look = 'class="dot" r="8" fill="#b3122f"' if marked else 'class="hole" r="3" fill="#9a9a9a"'
    return f'<circle cx="{x}" cy="{y}" {look}><title>{escape(told)}</title></circle>'
