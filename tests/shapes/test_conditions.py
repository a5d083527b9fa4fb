"""The table of conditions, the shapes and the fixtures say the same; the shapes are valid SHACL."""

import re
from pathlib import Path

import pyshacl
import rdflib
from rdflib.namespace import DCTERMS
from tests.shapes.constraints import list_constraints, shapes_graph
from tests.shapes.fixtures import FOLDER

from communique.check.dataset_rules import read_dataset_rules
from communique.check.shapes import SHAPES_NAMESPACE
from communique.core.resources import find_resource
from communique.core.source import read_text

TABLE = Path(__file__).resolve().parents[2] / "docs" / "conditions.md"


def _rows() -> list[tuple[str, str]]:
    """Return each condition's number with the text of its row."""
    return re.findall(r"^\| *([CD]\d+) *\|(.*)$", read_text(TABLE), re.MULTILINE)


def test_the_conditions_are_numbered_without_a_gap():
    """C01, C02 … and D01, D02 …, each once."""
    for letter in "CD":
        numbers = [int(number[1:]) for number, _ in _rows() if number[0] == letter]
        assert numbers == list(range(1, len(numbers) + 1))
    assert len(_rows()) > 63


def test_every_condition_is_that_of_a_shape_with_a_constraint():
    """A shape carries the number as its identifier, and the row names that shape."""
    graph, constrained = shapes_graph(), {name.partition(".")[0] for name in list_constraints()}
    for number, text in _rows():
        if number[0] == "D":
            continue
        shapes = graph.subjects(DCTERMS.identifier, rdflib.Literal(number))
        names = {shape.removeprefix(SHAPES_NAMESPACE) for shape in shapes}
        assert names & constrained, number
        assert any(name in text for name in names), number


def test_every_dataset_rule_is_in_the_table():
    """And the table names no other."""
    rules = [rule.name for rule in read_dataset_rules(find_resource("shapes"))]
    assert rules == [number for number, _ in _rows() if number[0] == "D"]


def test_the_shapes_are_valid_shacl():
    """By SHACL's own shapes (SHACL-SHACL), which pySHACL brings along."""
    valid = rdflib.Graph().parse(FOLDER / "valid.ttl")
    conforms, _, text = pyshacl.validate(
        valid, shacl_graph=shapes_graph(), meta_shacl=True, inference="none"
    )
    assert conforms, text
