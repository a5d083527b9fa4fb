"""Edge layer (curate): outlines of countries for the map, `data/shapes/countries.geojson`.

`python -m communique.curate.outlines` simplifies Natural Earth's countries, which a package of the
extra `curate` carries. Neighbours keep the same border: it is simplified once, for both.
Source of the form: RFC 7946 (GeoJSON).
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import click

from communique.core.resources import find_resource
from communique.curate.claims import natural_earth_origin
from communique.curate.packages import find_natural_earth, name_origin
from communique.site.projection import project

#: How coarse: the square root of the largest triangle left out, on a globe of radius 1.
TOLERANCE: Final = 0.006
#: Islands smaller than this (on a globe of radius 1) are left out, but for a country's largest.
SMALLEST: Final = 0.0001
#: Natural Earth's own code where it has no ISO code, and ours.
_OWN_CODES: Final[Mapping[str, str]] = {"KOS": "XKX"}
#: Lies outside the map: no declaration lists it.
_LEFT_OUT: Final = frozenset(["ATA"])

Point = tuple[float, float]
Ring = list[Point]


@dataclass(frozen=True)
class Country:
    """A shape of the package: its code, where its name is best written, and the polygons."""

    code: str
    label: Point
    shape: Any
    #: Whether its own code is the country's: islands apart have another.
    is_main: bool


def read_countries() -> list[Country]:
    """Return Natural Earth's countries in its own order, those without a code as ''."""
    import shapefile
    from shapely.geometry import shape

    countries = []
    with shapefile.Reader(str(find_natural_earth()), encoding="utf-8") as reader:
        for row in reader.iterShapeRecords():
            data = row.record.as_dict()
            own = data["ADM0_A3"]
            code = _OWN_CODES.get(own, data["ISO_A3_EH"])
            label = (round(data["LABEL_X"], 2), round(data["LABEL_Y"], 2))
            geometry = shape(row.shape.__geo_interface__)
            countries.append(Country(code, label, geometry, own == code))
    return countries


def simplify_shapes(shapes: Sequence[Any], tolerance: float) -> list[list[list[Ring]]]:
    """Return each shape's polygons as rings of degrees, coarser, without the smallest islands.

    What is left out is measured in the map's projection, so that the far north isn't finer than
    the tropics. A point that is kept keeps its place.
    """
    import shapely
    from numpy import array

    places: dict[Point, Point] = {}

    def flatten(points: Any) -> Any:
        flat = [project(*point) for point in points]
        places.update(zip(flat, map(tuple, points), strict=True))
        return array(flat)

    flat_shapes = [shapely.transform(one, flatten) for one in shapes]
    coarse = shapely.coverage_simplify(flat_shapes, tolerance)
    return [[_read_rings(one, places) for one in _choose_polygons(shape)] for shape in coarse]


def _choose_polygons(shape: Any) -> list[Any]:
    """Return the polygons that are large enough, the largest first, and that one at least."""
    polygons = sorted(getattr(shape, "geoms", [shape]), key=lambda one: -one.area)
    return [one for place, one in enumerate(polygons) if place == 0 or one.area >= SMALLEST]


def _read_rings(polygon: Any, places: Mapping[Point, Point]) -> list[Ring]:
    from shapely.geometry.polygon import orient

    turned = orient(polygon)  # RFC 7946, section 3.1.6: outer rings run against the clock
    return [
        [(round(x, 2), round(y, 2)) for x, y in (places[point] for point in ring.coords)]
        for ring in (turned.exterior, *turned.interiors)
    ]


def make_features(countries: Sequence[Country], codes: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield a feature for each code that has a shape, sorted.

    A country may have several rows: its own is drawn, its remote islands are too small to be.
    """
    simple = simplify_shapes([one.shape for one in countries], TOLERANCE)
    found: defaultdict[str, list[tuple[Country, list[list[Ring]]]]] = defaultdict(list)
    for country, polygons in zip(countries, simple, strict=True):
        found[country.code].append((country, polygons))
    for code in sorted(set(codes) & set(found) - _LEFT_OUT):
        rows = sorted(found[code], key=lambda row: not row[0].is_main)
        yield {
            "type": "Feature",
            "id": code,
            "properties": {"label": rows[0][0].label},
            "geometry": {"type": "MultiPolygon", "coordinates": rows[0][1]},
        }


def render_outlines(features: Iterable[Mapping[str, Any]], origin: str) -> str:
    """Return a GeoJSON document, one feature a line."""
    lines = ",\n".join(json.dumps(one, separators=(",", ":")) for one in features)
    head = {"origin": origin, "license": "https://creativecommons.org/publicdomain/mark/1.0/"}
    members = "".join(f'"{key}": {json.dumps(value)},\n' for key, value in head.items())
    return f'{{"type": "FeatureCollection",\n{members}"features": [\n{lines}\n]}}\n'


def read_codes() -> list[str]:
    """Return the codes of the records of states."""
    with find_resource("data", "states", "states.csv").open(encoding="utf-8", newline="") as file:
        return [row["id"] for row in csv.DictReader(file)]


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=find_resource("data", "shapes"),
    help="Where to write countries.geojson; data/shapes/ if not given.",
)
def main(out: Path) -> None:
    """Make the outlines of the map from Natural Earth's countries."""
    origin = f"{natural_earth_origin()}; simplified by {name_origin('shapely')}"
    text = render_outlines(make_features(read_countries(), read_codes()), origin)
    out.mkdir(parents=True, exist_ok=True)
    path = out / "countries.geojson"
    path.write_text(text, "utf-8", newline="\n")
    click.echo(f"{path}: {text.count('Feature') - 1} countries, {len(text)} bytes")


if __name__ == "__main__":
    main()
