"""The shapes and the real declaration: all look at something, and find what is put into it."""

from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import RDF, SH
from tests.conftest import SLUG
from tests.shapes.constraints import shapes_graph
from tests.shapes.fixtures import keys_of, write_faulty
from tests.shapes.real_faults import FAULTS, Fault

from communique.check.compiled import validate_compiled
from communique.check.reference import validate_reference
from communique.check.shapes import ShapesFolder
from communique.core.resources import find_resource
from communique.core.source import read_text

SHAPES = ShapesFolder(find_resource("shapes"))
#: Classes that shapes look at, but the first declaration has none of.
ABSENT = {rdflib.URIRef("https://w3id.org/communique/ns#Organisation")}


@pytest.fixture(scope="session")
def turtle(built: Path) -> Path:
    """The declaration's own Turtle."""
    return built / f"{SLUG}.ttl"


def test_every_shape_finds_a_focus_node(turtle: Path):
    """A misspelt target class would conform in silence."""
    data = rdflib.Graph().parse(turtle)
    shapes = shapes_graph()
    targets = set(shapes.objects(None, SH.targetClass)) - ABSENT
    assert len(targets) > 20
    assert [one for one in targets if (None, RDF.type, one) not in data] == []
    nodes = set(shapes.objects(None, SH.targetNode))
    assert [
        one for one in nodes if (one, None, None) not in data and (None, None, one) not in data
    ] == []


@pytest.mark.xdist_group("pyshacl")
def test_the_real_graph_has_no_violation_for_the_reference_engine(turtle: Path):
    """Over all of it, what pySHACL finds the compiled engine finds, and nothing is violated."""
    text = read_text(turtle)
    found = validate_reference(text, SHAPES)
    assert [one for one in found if one.severity == "Violation"] == []
    assert keys_of(found) == keys_of(validate_compiled(text, SHAPES))


def test_there_are_at_least_sixty_faults_of_different_kinds():
    """No two have the same name, and they are meant for many shapes."""
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 60
    assert len({fault.shape for fault in FAULTS}) >= 60


@pytest.mark.full
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_both_engines_agree_on_a_fault_of_the_real_graph(fault: Fault, turtle: Path):
    """Only in `make test-full`: pySHACL takes half a minute for each."""
    faulty = write_faulty(fault.update, turtle)
    compiled, reference = (run(faulty, SHAPES) for run in (validate_compiled, validate_reference))
    assert keys_of(compiled) == keys_of(reference)
