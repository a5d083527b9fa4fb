"""Site layer: the map of who endorses and who does with reservations, as accessible SVG.

What a colour says, a pattern or a sign says too: reservations are hatched and bear their number.
A country too small to see is a circle. Borders are those of the shapes' package, nothing of ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from communique.site.country_shapes import (
    HEIGHT,
    UNITS,
    WIDTH,
    CountryShape,
    load_shapes,
)
from communique.site.drawing import Figure, frame, write_text

#: A country that covers fewer square pixels is drawn as a circle.
SMALLEST_AREA: Final = 26
_CIRCLE: Final = 45
_BADGE: Final = 75
_LAND, _LISTED, _HELD, _STRIPE = "#d9d5ca", "#3f74c4", "#f0b34a", "#8a4b00"
_LEGEND_TOP: Final = HEIGHT + 14
_ROW: Final = 26


@dataclass(frozen=True)
class MapParty:
    """A party as the map shows it: its alpha-3 code is '' if it has none.

    `reserved` names the paragraphs that it reserves on, `paragraphs` has their IRIs.
    """

    iri: str
    code: str
    label: str
    reserved: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True)
class MapWords:
    """The words of a map: in its table's head, in its legend, and of each place."""

    header: tuple[str, ...]
    listed: str
    held: str
    unlisted: str
    circle: str
    reserves_on: str


def draw_map(
    name: str, title: str, description: str, parties: Sequence[MapParty], words: MapWords
) -> Figure:
    """Return the map; parties without a shape stand in its table alone."""
    shapes = load_shapes()
    drawn = {one.code: one for one in parties if one.code in shapes}
    parts = [
        _write_pattern(name),
        f'<g transform="scale({1 / UNITS:g})" stroke-width="{UNITS // 2}">',
        *_draw_land(shapes, drawn),
        *(_draw_country(name, shapes[code], one, words) for code, one in drawn.items()),
        *(_draw_number(shapes[code], len(one.reserved)) for code, one in drawn.items()),
        "</g>",
        *_draw_legend(name, words),
    ]
    size = (WIDTH, _LEGEND_TOP + 2 * _ROW)
    svg = frame(name, title, size, list(filter(None, parts)), description=description)
    rows = tuple(
        (one.label, one.code, str(len(one.reserved)), "; ".join(one.reserved)) for one in parties
    )
    return Figure(name, title, svg, words.header, rows)


def _write_pattern(name: str) -> str:
    """Return the hatching of those with reservations; its colours stay in light and in dark."""
    side = 6 * UNITS
    return (
        f'<defs><pattern id="hatch-{name}" width="{side}" height="{side}" '
        f'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="{side}" height="{side}" fill="{_HELD}"/>'
        f'<rect width="{side // 3}" height="{side}" fill="{_STRIPE}"/></pattern></defs>'
    )


def _draw_land(shapes: Mapping[str, CountryShape], drawn: Mapping[str, MapParty]) -> Iterator[str]:
    paths = "".join(shape.path for code, shape in shapes.items() if code not in drawn)
    yield f'<path class="land border" fill="{_LAND}" stroke="#fff" d="{paths}"/>'


def _draw_country(name: str, shape: CountryShape, party: MapParty, words: MapWords) -> str:
    held = bool(party.reserved)
    look = f'fill="url(#hatch-{name})"' if held else f'fill="{_LISTED}"'
    kind = "held" if held else "listed"
    told = _tell(party, words)
    title = f"<title>{escape(told)}</title>"
    path = f'<path d="{shape.path}"/>' if shape.path else ""
    if shape.area < SMALLEST_AREA:
        x, y = shape.place
        path += f'<circle cx="{x}" cy="{y}" r="{_CIRCLE}"/>'
    return f'<g class="{kind} border" {look} stroke="#fff">{title}{path}</g>'


def _tell(party: MapParty, words: MapWords) -> str:
    if not party.reserved:
        return f"{party.label}: {words.listed}"
    return f"{party.label}: {words.reserves_on} {', '.join(party.reserved)}"


def _draw_number(shape: CountryShape, count: int) -> str:
    """Return the number of reservations in a disc, or nothing where there are none."""
    if not count:
        return ""
    x, y = shape.place
    return (
        f'<g><circle cx="{x}" cy="{y}" r="{_BADGE}" fill="#fff" stroke="{_STRIPE}" '
        f'stroke-width="{UNITS}"/><text x="{x}" y="{y + 40}" font-size="110" font-weight="700" '
        f'text-anchor="middle" fill="#4a2800">{count}</text></g>'
    )


def _draw_legend(name: str, words: MapWords) -> Iterator[str]:
    left, right, first, second = 8, WIDTH // 2, _LEGEND_TOP, _LEGEND_TOP + _ROW
    circle = f'<circle cx="{right + 11}" cy="{second + 8}" r="5"/>'
    yield '<g class="border" stroke="#fff">'
    yield f'<g class="listed" fill="{_LISTED}">{_draw_key(left, first)}{circle}</g>'
    yield f'<g class="land" fill="{_LAND}">{_draw_key(left, second)}</g>'
    yield (
        f'<g transform="scale({1 / UNITS:g})" fill="url(#hatch-{name})">'
        f"{_draw_key(right, first, scale=UNITS)}</g></g>"
    )
    yield write_text(left + 30, first + 13, words.listed)
    yield write_text(left + 30, second + 13, words.unlisted)
    yield write_text(right + 30, first + 13, words.held)
    yield write_text(right + 30, second + 13, words.circle)


def _draw_key(x: int, y: int, *, scale: int = 1) -> str:
    return f'<rect x="{x * scale}" y="{y * scale}" width="{22 * scale}" height="{16 * scale}"/>'
