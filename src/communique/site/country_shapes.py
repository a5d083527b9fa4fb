"""Site layer: the outlines of countries, projected, as the map draws them.

They come from `data/shapes/countries.geojson`, whose README says from where and how.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby, pairwise
from typing import Any, Final

from communique.core.resources import find_resource
from communique.site.projection import project

#: Units of a path in one pixel of the map: whole numbers keep the drawing small.
UNITS: Final = 10
#: The map's width in pixels, and how far north and south it reaches (degrees).
WIDTH: Final = 960
NORTH, SOUTH = 83.7, -56.0
#: A ring with fewer is too small to be drawn; the country has a circle.
_FEWEST_POINTS: Final = 3
_SCALE: Final = WIDTH / 2 / project(180, 0)[0]
_TOP: Final = project(0, NORTH)[1]
#: The map's height in pixels.
HEIGHT: Final = round((_TOP - project(0, SOUTH)[1]) * _SCALE)

Point = tuple[int, int]


@dataclass(frozen=True)
class CountryShape:
    """A country on the map: where its sign stands, and its rings, in units of a path."""

    code: str
    place: Point
    rings: tuple[tuple[Point, ...], ...]

    @property
    def path(self) -> str:
        """The rings as the data of an SVG path, in relative steps."""
        return "".join(_write_ring(ring) for ring in self.rings)

    @cached_property
    def area(self) -> float:
        """What it covers, in square pixels."""
        return abs(sum(_measure(ring) for ring in self.rings)) / UNITS**2


@cache
def load_shapes() -> dict[str, CountryShape]:
    """Return the shapes by alpha-3 code (XKX for Kosovo)."""
    text = find_resource("data", "shapes", "countries.geojson").read_text("utf-8")
    return {one["id"]: _read_feature(one) for one in json.loads(text)["features"]}


def _read_feature(feature: Mapping[str, Any]) -> CountryShape:
    polygons = feature["geometry"]["coordinates"]
    placed = (_place_ring(ring) for polygon in polygons for ring in polygon)
    rings = tuple(ring for ring in placed if len(ring) >= _FEWEST_POINTS)
    return CountryShape(feature["id"], _place(*feature["properties"]["label"]), rings)


def _place(longitude: float, latitude: float) -> Point:
    east, north = project(longitude, latitude)
    return (
        round((WIDTH / 2 + east * _SCALE) * UNITS),
        round((_TOP - north) * _SCALE * UNITS),
    )


def _place_ring(ring: Sequence[Sequence[float]]) -> tuple[Point, ...]:
    """Return a ring's distinct points on the map, in order; the last repeated the first."""
    return tuple(point for point, _ in groupby(_place(*one) for one in ring[:-1]))


def _measure(ring: Sequence[Point]) -> float:
    """Return the area of a ring, negative for a hole. Source: the shoelace formula."""
    return sum(x * v - u * y for (x, y), (u, v) in pairwise([*ring, ring[0]])) / 2


def _write_ring(ring: Sequence[Point]) -> str:
    steps = (f"{u - x} {v - y}" for (x, y), (u, v) in pairwise(ring))
    return f"M{ring[0][0]} {ring[0][1]}l{' '.join(steps)}z".replace(" -", "-")
