"""Site layer: the diagram of the main classes, as SVG that screen readers can read, too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from communique.site.ontology_entries import Entry

#: Where each class stands: its column and row. Where nothing stands, lines may pass.
PLACES: Final = {
    "Event": (0, 0),
    "Summary": (1, 0),
    "SummaryPoint": (2, 0),
    "Correspondence": (3, 0),
    "Endorsement": (4, 0),
    "Declaration": (0, 1),
    "Paragraph": (2, 1),
    "Reservation": (3, 1),
    "Party": (4, 1),
    "Expression": (0, 2),
    "Statement": (2, 2),
    "Act": (3, 2),
    "Passage": (4, 2),
    "SourceDocument": (1, 3),
    "Citation": (2, 3),
    "TopicAssignment": (3, 3),
    "Instrument": (2, 4),
}
_COLUMN, _ROW, _LEFT, _TOP = 272, 112, 112, 60
_WIDTH, _HEIGHT = 164, 48
_MARGIN: Final = 14
_RIGHT: Final = _LEFT + 4 * _COLUMN
#: Lines that go round by these points, as there is no straight way.
_DETOURS: Final = {
    ("Endorsement", "declaration", "Declaration"): (
        (_RIGHT, _MARGIN),
        (_MARGIN, _MARGIN),
        (_MARGIN, _TOP + _ROW),
    ),
}
#: The size of the drawing.
VIEW_BOX: Final = f"0 0 {_RIGHT + _LEFT} {_TOP + 4 * _ROW + 44}"
Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A class with its centre, and the names of the classes below it."""

    name: str
    x: float
    y: float
    below: Sequence[str]
    width: int = _WIDTH
    height: int = _HEIGHT


@dataclass(frozen=True)
class Line:
    """A property that leads from one class to another: its path, and where its name stands."""

    source: str
    name: str
    target: str
    path: str
    x: float
    y: float


@dataclass(frozen=True)
class Diagram:
    """Boxes and lines; `lines` are also what is read out."""

    boxes: Sequence[Box]
    lines: Sequence[Line]
    view_box: str = VIEW_BOX


def draw(entries: Iterable[Entry]) -> Diagram:
    """Return the diagram of the placed classes.

    A line is drawn for each property from a placed class to another; shortcuts are left out.
    """
    known = list(entries)
    boxes = [_place(one) for one in known if one.name in PLACES]
    triples = sorted(
        (source, one.name, target)
        for one in known
        if one.kind == "object" and "shortcut" not in one.relations
        for target in _own(one, "range")
        for source in _own(one, "domain")
        if source in PLACES and target in PLACES
    )
    return Diagram(boxes, [_join(*triple) for triple in triples])


def _place(entry: Entry) -> Box:
    column, row = PLACES[entry.name]
    below = _own(entry, "below")
    return Box(entry.name, _LEFT + column * _COLUMN, _TOP + row * _ROW, below)


def _own(entry: Entry, relation: str) -> list[str]:
    """Return the names of our own terms that a relation leads to."""
    links = entry.relations.get(relation, ())
    return [link.href[1:] for link in links if link.href.startswith("#")]


def _centre(name: str) -> Point:
    column, row = PLACES[name]
    return (_LEFT + column * _COLUMN, _TOP + row * _ROW)


def _join(source: str, name: str, target: str) -> Line:
    if source == target:
        x, y = _centre(source)
        left, low = x - _WIDTH / 2, y + _HEIGHT / 2
        path = f"M{left + 28},{low} v26 h-44 V{y} h12"
        return Line(source, name, target, path, left + 40, low + 38)
    detour = _DETOURS.get((source, name, target), ())
    points = [_centre(source), *detour, _centre(target)]
    start, end = _leave(points[0], points[1]), _leave(points[-1], points[-2])
    stops = [start, *detour, end]
    middle = (detour[0], detour[1]) if detour else (start, end)
    x, y = ((middle[0][0] + middle[1][0]) / 2, (middle[0][1] + middle[1][1]) / 2)
    path = "M" + " L".join(f"{one[0]:.0f},{one[1]:.0f}" for one in stops)
    return Line(source, name, target, path, round(x), round(y))


def _leave(centre: Point, towards: Point) -> Point:
    """Return where the line from a box's centre towards a point crosses the box's edge."""
    across, down = towards[0] - centre[0], towards[1] - centre[1]
    scale = min(
        (_WIDTH / 2) / abs(across) if across else float("inf"),
        (_HEIGHT / 2) / abs(down) if down else float("inf"),
    )
    return (centre[0] + across * scale, centre[1] + down * scale)
