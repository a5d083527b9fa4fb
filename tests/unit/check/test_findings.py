from pathlib import Path

import pyoxigraph as ox
import pytest

from communique.build.terms import START, cq
from communique.check.places import PlaceFinder
from communique.check.results import Finding, Result, has_violation
from communique.core.source import Source

STATEMENT = "https://example.org/id/d/zh-Hans/operative/8/statement/1"
SPAN = "https://example.org/id/d/zh-Hans/source#char=4,6"


def _finder(start: int = 4) -> PlaceFinder:
    triples = [
        ox.Triple(ox.NamedNode(STATEMENT), cq("span"), ox.NamedNode(SPAN)),
        ox.Triple(ox.NamedNode(SPAN), START, ox.Literal(start)),
    ]
    return PlaceFinder(triples, Source(Path("s.txt"), "ab\nc甲乙\n"))


@pytest.mark.parametrize(
    ("focus", "value", "place"),
    [
        (STATEMENT, "", "s.txt:2:2"),
        (f"{STATEMENT}/act/1", "", "s.txt:2:2"),
        (SPAN, "", "s.txt:2:2"),
        ("https://example.org/id/d/zh-Hans/source", f"<{SPAN}>", "s.txt:2:2"),
        ("https://example.org/id/d", '"7"^^<http://www.w3.org/2001/XMLSchema#integer>', "s.txt"),
        ("https://example.org/id/d", "", "s.txt"),
    ],
)
def test_a_finding_is_placed_by_the_nearest_span(focus: str, value: str, place: str):
    """Of the node, of what it is in, or of the value where the node stands for the whole page."""
    assert str(_finder().find(f"<{focus}>", value)) == place


def test_an_offset_beyond_the_page_is_placed_at_its_end():
    """A fault in the offsets must not break the report of it."""
    assert str(_finder(start=999).find(f"<{STATEMENT}>")) == "s.txt:3:1"


@pytest.mark.parametrize("offset", ["x", "²", "9" * 5000])
def test_an_offset_that_is_no_number_is_no_place(offset: str):
    """The page as a whole is the place then."""
    triples = [ox.Triple(ox.NamedNode(SPAN), START, ox.Literal(offset))]
    assert str(PlaceFinder(triples, Source(Path("s.txt"), "ab")).find(f"<{SPAN}>")) == "s.txt"


def _finding(severity: str, shape: str = "Act-force") -> Finding:
    told = Result("<urn:x>", "", "MinCount", severity, shape, "", "Add one.")
    return Finding(Path("s.txt"), 3, 7, told)


def test_a_finding_is_one_line():
    """Place, severity, shape, message, focus."""
    assert str(_finding("Violation")) == "s.txt:3:7: Violation Act-force: Add one. <urn:x>"
    assert str(_finding("Warning", shape="")) == "s.txt:3:7: Warning MinCount: Add one. <urn:x>"


def test_warnings_leave_data_acceptable():
    """One violation doesn't."""
    assert not has_violation([_finding("Warning"), _finding("Info")])
    assert has_violation([_finding("Warning"), _finding("Violation")])
