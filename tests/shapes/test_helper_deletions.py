"""Nothing can be deleted in a shape that only serves others without a fixture noticing.

These shapes stand within `sh:or`, `sh:not` and `sh:qualifiedValueShape`, and report nothing under
their own names; their constraints show in the results of the shapes that they serve.
"""

from pathlib import Path

import pytest
import rdflib
from tests.shapes.constraints import list_helper_triples, list_served, shapes_graph
from tests.shapes.fixtures import FOLDER, keys_of, read_fixtures, write_fixture

from communique.check.compiled import validate_compiled
from communique.check.shapes import ShapesFolder
from communique.core.source import read_text

HELPER_TRIPLES = list_helper_triples()


def test_there_are_such_shapes():
    """The test below has something to delete, and each shape serves another."""
    assert len(HELPER_TRIPLES) > 50
    assert [name for name, (shape, _, _) in HELPER_TRIPLES.items() if not list_served(shape)] == []


@pytest.mark.parametrize("name", HELPER_TRIPLES)
def test_a_deletion_shows_in_the_results_of_the_shapes_served(name: str, tmp_path: Path):
    """Something is found in the valid graph, or a fixture's results are others."""
    graph, triple = rdflib.Graph(), HELPER_TRIPLES[name]
    graph += shapes_graph()
    graph.remove(triple)
    graph.serialize(tmp_path / "shapes.ttl", format="nt", encoding="utf-8")
    shapes, served = ShapesFolder(tmp_path), list_served(triple[0])
    expected = {write_fixture(one): one.results for one in read_fixtures() if one.shape in served}
    expected[read_text(FOLDER / "valid.ttl")] = frozenset()
    noticed = [
        text for text in expected if keys_of(validate_compiled(text, shapes)) != expected[text]
    ]
    assert noticed
