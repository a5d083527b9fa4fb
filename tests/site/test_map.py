"""The map: every endorser is on it, told by more than colour, with the same facts as a table."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from xml.etree import ElementTree as ET

import html5lib
import pytest
from tests.conftest import SLUG

from communique.core.model import Declaration
from communique.core.resources import find_resource
from communique.site.addresses import LANGUAGES
from communique.site.country_shapes import HEIGHT, UNITS, WIDTH, load_shapes
from communique.site.words import say
from communique.site.world_map import SMALLEST_AREA, MapParty, MapWords, draw_map

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = find_resource("data", "shapes", "countries.geojson")
WORDS = MapWords(("Name", "Code", "Number", "On"), "none", "held", "unlisted", "circle", "on")
LARGEST_FILE = 200_000


def read_svg(site: Mapping[str, bytes], language: str = "en") -> ET.Element:
    """Return the map as a file."""
    return ET.fromstring(site[f"figures/{SLUG}-map.{language}.svg"])  # noqa: S314 - our own file


def test_the_shapes_are_few_and_their_origin_is_told():
    """The file is small, says where it comes from, and has every reviewed state and authority."""
    data = SHAPES.read_bytes()
    document = json.loads(data)
    assert len(data) < LARGEST_FILE
    assert document["origin"].startswith("Natural Earth 5.1.1 via ")
    with find_resource("data", "states", "states.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    shapes = load_shapes()
    assert [row["id"] for row in rows if row["reviewed"] == "yes" and row["id"] not in shapes] == []
    assert set(shapes) <= {row["id"] for row in rows}
    assert {"TWN", "XKX", "ESH", "PSE"} <= set(shapes)


def test_the_note_names_the_edition_that_was_drawn(site: Mapping[str, bytes]):
    """In both languages it tells of Taiwan, Kosovo and disputed borders, and the release."""
    release = " ".join(json.loads(SHAPES.read_bytes())["origin"].split()[:3])
    for language, names in (
        ("en", ["Taiwan", "Kosovo", "disputed"]),
        ("zh-Hans", ["台湾", "科索沃"]),
    ):
        prefix = "" if language == "en" else f"{language}/"
        page = site[f"{prefix}map.html"].decode()
        assert say("map_note", language) in page
        assert all(one in page for one in [release, *names])


def test_neighbours_share_their_border():
    """Simplified once for both: most points of a land-locked country are its neighbours' too."""
    shapes = load_shapes()
    for code in ("CHE", "LUX", "BOL", "MNG", "LSO"):
        own = {point for ring in shapes[code].rings for point in ring}
        others = {
            point
            for other, shape in shapes.items()
            if other != code
            for ring in shape.rings
            for point in ring
        }
        assert len(own - others) <= 1, code


def test_every_place_is_on_the_map():
    """No point lies outside the drawing, and no ring repeats a point."""
    for shape in load_shapes().values():
        for x, y in (shape.place, *(point for ring in shape.rings for point in ring)):
            assert 0 <= x <= WIDTH * UNITS
            assert -UNITS <= y <= HEIGHT * UNITS * 1.1
        assert all(a != b for ring in shape.rings for a, b in pairwise(ring))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_endorser_is_drawn_once(
    site: Mapping[str, bytes], declaration: Declaration, language: str
):
    """Those with reservations are hatched and bear the number; each says its facts in words."""
    root = read_svg(site, language)
    groups = [one for one in root.iter(f"{SVG}g") if one.find(f"{SVG}title") is not None]
    kinds = Counter(one.get("class") for one in groups)
    assert kinds == {"listed border": 60, "held border": 13}
    names = {one.findtext(f"{SVG}title", "").partition(": ")[0] for one in groups}
    assert len(names) == 73
    held = [one for one in groups if one.get("class") == "held border"]
    assert all((one.get("fill") or "").startswith("url(#hatch-") for one in held)
    numbers = [one.text for one in root.iter(f"{SVG}text") if (one.text or "").isdigit()]
    wanted = [str(len(one.reservations)) for one in declaration.endorsements if one.reservations]
    assert sorted(numbers, key=str) == sorted(wanted)


def test_what_is_too_small_is_a_circle(site: Mapping[str, bytes], declaration: Declaration):
    """Malta, Liechtenstein and Palau can be seen."""
    root = read_svg(site)
    circled = {
        one.findtext(f"{SVG}title", "").partition(": ")[0]
        for one in root.iter(f"{SVG}g")
        if one.find(f"{SVG}title") is not None and one.find(f"{SVG}circle") is not None
    }
    assert {"Malta", "Liechtenstein", "Palau", "Kosovo", "Luxembourg"} <= circled
    codes = [one.party.partition("/")[2] for one in declaration.endorsements]
    small = [code for code in codes if load_shapes()[code].area < SMALLEST_AREA]
    assert len(circled) == len(small)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_says_what_the_map_says(
    site: Mapping[str, bytes], declaration: Declaration, language: str
):
    """Each party once, with its code, the number of its reservations, and their paragraphs."""
    prefix = "" if language == "en" else f"{language}/"
    tree = html5lib.parse(site[f"{prefix}map.html"].decode(), namespaceHTMLElements=False)
    table = [["".join(cell.itertext()) for cell in row] for row in tree.iter("tr")][1:]
    rows = list(csv.reader(io.StringIO(site[f"figures/{SLUG}-map.{language}.csv"].decode())))[1:]
    assert [row[:2] for row in table] == [row[:2] for row in rows]
    assert len(rows) == 73
    assert sum(int(row[2]) for row in rows) == 19
    wanted = {
        one.party.partition("/")[2]: len(one.reservations) for one in declaration.endorsements
    }
    assert {row[1]: int(row[2]) for row in rows} == wanted
    assert all(len(row[3].split("; ")) == int(row[2]) for row in rows if row[2] != "0")


def test_the_map_is_told_to_those_who_do_not_see_it(site: Mapping[str, bytes]):
    """It is an image with a title and a description that has the main facts."""
    root = read_svg(site)
    assert root.get("role") == "img"
    told = {
        one.get("id"): one.text or "" for one in root if one.tag in (f"{SVG}title", f"{SVG}desc")
    }
    assert told[root.get("aria-labelledby")] == "Who endorses, and who with reservations"
    described = told[root.get("aria-describedby")]
    assert described.startswith("73 are listed, 13 of them with reservations: India 3, Poland 3, ")


def test_a_party_without_a_shape_is_in_the_table():
    """An organisation can't be drawn, and isn't lost."""
    union = MapParty(
        "https://example.org/id/organisation/x", "", "The <Union>", ("Paragraph 1",), ()
    )
    figure = draw_map("x", "Title", "", [union], WORDS)
    assert figure.rows == (("The <Union>", "", "1", "Paragraph 1"),)
    assert "Union" not in figure.svg
    assert len(re.findall(r"<g [^>]*class=\"(?:listed|held) ", figure.svg)) == 0
