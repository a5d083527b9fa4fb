"""Each constraint has a fault that it finds, with exactly the results that are written down."""

import pytest
from rdflib.namespace import SH
from tests.shapes.constraints import COMPONENTS, NEUTRAL, list_constraints, shapes_graph
from tests.shapes.fixtures import (
    FOLDER,
    Fixture,
    keys_of,
    read_fixtures,
    sample,
    write_fixture,
)

from communique.check.compiled import validate_compiled
from communique.check.reference import validate_reference
from communique.check.shapes import ShapesFolder
from communique.core.resources import find_resource
from communique.core.source import read_text

SHAPES = ShapesFolder(find_resource("shapes"))


def test_every_constraint_has_a_fixture_and_no_fixture_is_without_one():
    """The names of the files are those of the constraints."""
    assert {fixture.name for fixture in read_fixtures()} == set(list_constraints())


def test_no_parameter_of_shacl_is_overlooked():
    """What the shapes use of SHACL is either a constraint that is counted or constrains nothing."""
    used = {p.removeprefix(str(SH)) for p in shapes_graph().predicates() if p in SH}
    assert used <= {*COMPONENTS, *NEUTRAL}


def test_a_fixture_expects_the_constraint_that_it_is_named_for():
    """Among its results is the named shape's, by the named constraint's component."""
    for fixture in read_fixtures():
        found = {(shape, component) for _, _, component, _, shape in fixture.results}
        assert (fixture.shape, COMPONENTS[fixture.constraint]) in found, fixture.name


def test_the_valid_graph_has_no_finding():
    """Neither engine finds anything in it."""
    turtle = read_text(FOLDER / "valid.ttl")
    assert validate_compiled(turtle, SHAPES) == validate_reference(turtle, SHAPES) == []


@pytest.mark.parametrize("fixture", read_fixtures(), ids=lambda fixture: fixture.name)
def test_the_compiled_engine_gives_exactly_the_results(fixture: Fixture):
    """Focus node, path, component, severity and shape of each, and no further ones."""
    assert keys_of(validate_compiled(write_fixture(fixture), SHAPES)) == fixture.results


@pytest.mark.parametrize("fixture", sample(read_fixtures(), 6), ids=lambda fixture: fixture.name)
def test_the_reference_engine_gives_exactly_the_results(fixture: Fixture):
    """The same as the compiled one; a sample here, all of them in `make test-full`."""
    assert keys_of(validate_reference(write_fixture(fixture), SHAPES)) == fixture.results
