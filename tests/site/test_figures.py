"""Figures as files: each as SVG, PNG and CSV; nothing is drawn with words missing."""

import csv
import io
import struct
from collections.abc import Mapping
from xml.etree import ElementTree as ET

import pytest
from tests.conftest import SLUG

from communique.core.model import Declaration
from communique.site import rasteriser
from communique.site.addresses import LANGUAGES
from communique.site.drawing import Figure
from communique.site.figures import draw_bars, draw_stacks
from communique.site.force_signs import FORCE_COLOURS, FORCE_SIGNS
from communique.site.rasteriser import ZOOM, draw_png, list_missing_signs
from communique.site.words import say

KINDS = ("map", "matrix", "by-paragraph", "by-state", "forces")
#: A sign that no typeface has: the last but one for private use.
NOBODYS = "\U0010fffc"
LEAST_CONTRAST = 4.5


def read_rows(site: Mapping[str, bytes], kind: str) -> list[list[str]]:
    """Return the table of an English figure, without its head."""
    text = site[f"figures/{SLUG}-{kind}.en.csv"].decode()
    return list(csv.reader(io.StringIO(text)))[1:]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_each_figure_is_there_in_three_forms(site: Mapping[str, bytes], kind: str, language: str):
    """The drawing says its language; the picture has its size, or the page says why it isn't."""
    name = f"figures/{SLUG}-{kind}.{language}"
    prefix = "" if language == "en" else f"{language}/"
    page = site[f"{prefix}{'map' if kind == 'map' else 'reservations'}.html"].decode()
    svg = site[f"{name}.svg"].decode()
    root = ET.fromstring(svg)  # noqa: S314 - our own file
    assert root.get("lang") == language
    for ending in ("svg", "csv"):
        assert f"{name}.{ending}" in page
    if list_missing_signs(svg):
        assert f"{name}.png" not in site
        assert say("no_picture", language) in page
    else:
        assert f"{name}.png" in page
        width, height = struct.unpack(">II", site[f"{name}.png"][16:24])
        size = [float(one) for one in (root.get("viewBox") or "").split()[2:]]
        assert [width, height] == [pytest.approx(one * ZOOM, abs=1) for one in size]


def test_a_picture_is_the_same_each_time():
    """The same drawing gives the same bytes."""
    figure = draw_bars("x", "Title", ("State", "Number"), [("Peru", 2), ("Norway", 1)])
    assert draw_png(figure.svg) == draw_png(figure.svg) is not None


def test_no_picture_is_drawn_with_a_sign_missing():
    """Where no typeface has a sign, or there is no resvg, there is no picture."""
    figure = draw_bars("x", "Title", ("State", "Number"), [(f"Peru {NOBODYS}", 2)])
    assert list_missing_signs(figure.svg) == [NOBODYS]
    assert draw_png(figure.svg) is None


def test_without_resvg_there_is_no_picture(monkeypatch: pytest.MonkeyPatch):
    """The site is made all the same."""
    figure = draw_bars("x", "Title", ("State", "Number"), [("Peru", 2)])
    monkeypatch.setattr(rasteriser, "find_spec", lambda _: None)
    assert draw_png(figure.svg) is None


def test_reservations_are_ranked(site: Mapping[str, bytes], declaration: Declaration):
    """By paragraph and by state, the most first; either way they are all there."""
    for kind in ("by-paragraph", "by-state"):
        numbers = [int(number) for _, number in read_rows(site, kind)]
        assert numbers == sorted(numbers, reverse=True)
        assert sum(numbers) == len(list(declaration.reservations())) == 19
    assert read_rows(site, "by-paragraph")[0] == ["Operative paragraph 8", "7"]
    assert [row[0] for row in read_rows(site, "by-state")[:2]] == ["India", "Poland"]


def test_the_matrix_has_each_reservation(site: Mapping[str, bytes]):
    """13 states, 7 paragraphs, 19 reservations; what isn't recorded is not called a yes or no."""
    cells = [cell for row in read_rows(site, "matrix") for cell in row[1:]]
    assert len(cells) == 13 * 7
    assert cells.count("reserved") == 19
    assert cells.count("not recorded") == 13 * 7 - 19


def test_the_forces_are_all_acts(site: Mapping[str, bytes], declaration: Declaration):
    """Each act counts once, in its paragraph."""
    acts = [act for _, one in declaration.statements() for act in one.acts]
    assert sum(int(row[2]) for row in read_rows(site, "forces")) == len(acts) == 135


def test_no_force_is_told_by_colour_alone():
    """Each has a sign of its own, white on its colour can be read, and the legend names it."""
    assert len(set(FORCE_SIGNS.values())) == len(FORCE_SIGNS)
    assert FORCE_SIGNS.keys() == FORCE_COLOURS.keys()
    assert {one: c for one, c in FORCE_COLOURS.items() if contrast(c) < LEAST_CONTRAST} == {}
    figure = draw_stacks("x", "T", ("P", "F", "N"), [("1", [("commit", "promise", 2)])])
    assert figure.svg.count(">●<") == 2
    assert ">promise<" in figure.svg


def contrast(colour: str) -> float:
    """Return a colour's contrast with white. Source: WCAG 2.2, contrast ratio."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_names_in_a_figure_do_not_run():
    """What the data says is text in the drawing, whatever it is."""
    hostile = '"><script>alert(1)</script>'
    figure: Figure = draw_bars("x", hostile, ("a", "b"), [(hostile, 1)])
    assert "<script" not in figure.svg
    ET.fromstring(figure.write_svg("en"))  # noqa: S314 - our own file
