"""No constraint can be deleted without its fixture noticing."""

import pytest
import rdflib
from rdflib.namespace import SH
from tests.shapes.constraints import COMPONENTS, list_constraints, shapes_graph
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
def shapes() -> rdflib.Graph:
    """A copy of the shapes, for deleting in it."""
    graph = rdflib.Graph()
    graph += shapes_graph()
    return graph


@pytest.mark.parametrize("fixture", read_fixtures(), ids=lambda fixture: fixture.name)
def test_a_deleted_constraint_turns_its_fixture_red(shapes: rdflib.Graph, fixture: Fixture):
    """Without it the results differ, and its own is not among them."""
    constraint = list_constraints()[fixture.name]
    gone = [constraint]
    if fixture.constraint in ("qualifiedMinCount", "qualifiedMaxCount"):
        other = {SH.qualifiedMinCount, SH.qualifiedMaxCount} - {constraint[1]}
        if not any((constraint[0], one, None) in shapes for one in other):
            gone += list(shapes.triples((constraint[0], SH.qualifiedValueShape, None)))
    for triple in gone:
        shapes.remove(triple)
    try:
        text = shapes.serialize(format="nt")
        results = keys_of(validate_compiled(write_fixture(fixture), _Shapes(text)))
    finally:
        for triple in gone:
            shapes.add(triple)
    own = {
        key
        for key in results
        if (key[4], key[2]) == (fixture.shape, COMPONENTS[fixture.constraint])
    }
    assert results != fixture.results
    assert not own
