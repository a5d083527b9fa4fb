"""A fault of the real declaration is found at the nodes that it touches, and nowhere else.

`real_places.tsv` has a line for each fault and each shape that finds it: the nodes at fault, which
are the focus nodes, or the values where a rule looks at the whole. Beyond twelve they are counted.
"""

from pathlib import Path

import pytest
from tests.conftest import SLUG
from tests.shapes.fixtures import FOLDER, write_faulty
from tests.shapes.real_faults import FAULTS, Fault

from communique.check.compiled import validate_compiled
from communique.check.results import Result
from communique.check.shapes import ShapesFolder
from communique.core.iris import DEFAULT_BASE
from communique.core.resources import find_resource
from communique.core.source import read_text

SHAPES = ShapesFolder(find_resource("shapes"))
MOST_NODES = 12


def test_the_faults_of_the_table_are_those_that_are_put_in():
    """None is missing, and none is left over."""
    assert {name for name, _, _ in _read_places()} == {fault.name for fault in FAULTS}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_found_by_the_shapes_meant_for_it_where_it_is(fault: Fault, built: Path):
    """By the named shape and those that rely on the same fact, at the nodes of the table."""
    faulty = write_faulty(fault.update, built / f"{SLUG}.ttl")
    nodes: dict[str, set[str]] = {}
    for result in validate_compiled(faulty, SHAPES):
        nodes.setdefault(result.shape, set()).add(_find_node(result))
    assert set(nodes) == {fault.shape, *fault.also}
    told = {shape: _tell(found) for shape, found in nodes.items()}
    assert told == {shape: where for name, shape, where in _read_places() if name == fault.name}


def _read_places() -> list[list[str]]:
    return [line.split("\t") for line in read_text(FOLDER / "real_places.tsv").splitlines()]


def _find_node(result: Result) -> str:
    """Return the short name of the node at fault."""
    by_query = result.component.startswith("SPARQL")
    term = result.value if by_query and result.value else result.focus
    if term.startswith("_:"):
        return "_:b"
    short = term.partition("^^")[0].strip('<>"').removeprefix(f"{DEFAULT_BASE}id/")
    return short.replace(f"{SLUG}/zh-Hans/", "zh:").replace(f"{SLUG}/", "d:")


def _tell(nodes: set[str]) -> str:
    return " ".join(sorted(nodes)) if len(nodes) <= MOST_NODES else f"{len(nodes)} nodes"
