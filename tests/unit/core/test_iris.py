import pytest

from communique.core.iris import DEFAULT_BASE, NAMESPACE, Iris
from communique.core.source import Span


def test_the_base_is_a_setting_and_the_vocabulary_is_fixed():
    """Things, graphs and spans lie under the base; `cq:` doesn't move with it."""
    iris = Iris("https://example.org/x/")
    assert iris.thing("d", "operative/8") == "https://example.org/x/id/d/operative/8"
    assert iris.graph("d") == "https://example.org/x/graph/d"
    assert iris.span("https://example.org/s", Span(0, 1)) == "https://example.org/s#char=0,1"
    assert NAMESPACE == "https://w3id.org/communique/ns#"


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        (f"{DEFAULT_BASE}id/force/commit", "https://example.org/id/force/commit"),
        (f"{DEFAULT_BASE}graph/states", "https://example.org/graph/states"),
        (f"{DEFAULT_BASE}ns#Act", f"{DEFAULT_BASE}ns#Act"),
        ("https://example.com/id/x", "https://example.com/id/x"),
    ],
)
def test_only_data_of_the_default_base_is_moved(iri: str, expected: str):
    """Not the vocabulary, not the IRIs of others."""
    assert Iris("https://example.org/").rebase(iri) == expected
