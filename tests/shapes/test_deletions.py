"""No constraint can be deleted without its fixture noticing."""

import pytest
import rdflib
from rdflib.namespace import SH
from tests.shapes.constraints import COMPONENTS, Triple, list_constraints, shapes_graph
from tests.shapes.fixtures import Fixture, keys_of, read_fixtures, write_fixture

from communique.check.compiled import validate_compiled
from communique.check.shapes import ShapesFolder
from communique.core.resources import find_resource


class _Shapes(ShapesFolder):
    """Shapes whose text is given."""

    text = ""

    def __init__(self, text: str) -> None:
        super().__init__(find_resource("shapes"))
        self.__dict__["text"] = text


@pytest.fixture(scope="module")
def lines() -> dict[Triple, str]:
    """Each triple of the shapes as a line of N-Triples: leaving one out is quick, writing not."""
    return {triple: _write_line(triple) for triple in shapes_graph()}


def _write_line(triple: Triple) -> str:
    one = rdflib.Graph()
    one.add(triple)
    return one.serialize(format="nt")


@pytest.mark.parametrize("fixture", read_fixtures(), ids=lambda fixture: fixture.name)
def test_a_deleted_constraint_turns_its_fixture_red(lines: dict[Triple, str], fixture: Fixture):
    """Without it the results differ, and its own is not among them."""
    constraint = list_constraints()[fixture.name]
    gone = {constraint}
    if fixture.constraint in ("qualifiedMinCount", "qualifiedMaxCount"):
        other = {SH.qualifiedMinCount, SH.qualifiedMaxCount} - {constraint[1]}
        shape = {triple for triple in lines if triple[0] == constraint[0]}
        if not any(predicate in other for _, predicate, _ in shape):
            gone |= {triple for triple in shape if triple[1] == SH.qualifiedValueShape}
    assert gone <= lines.keys()
    text = "".join(line for triple, line in lines.items() if triple not in gone)
    results = keys_of(validate_compiled(write_fixture(fixture), _Shapes(text)))
    own = {
        key
        for key in results
        if (key[4], key[2]) == (fixture.shape, COMPONENTS[fixture.constraint])
    }
    assert results != fixture.results
    assert not own
