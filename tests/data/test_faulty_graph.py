"""A graph with a fault put into it is refused, with a finding that points at the source's line."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.conftest import SLUG, Communique

from communique.build.dataset import Dataset
from communique.check.build_check import check_built
from communique.core.model import Declaration

CQ = "https://w3id.org/communique/ns#"
OA = "http://www.w3.org/ns/oa#"
STATEMENT = f"https://w3id.org/communique/id/{SLUG}/zh-Hans/operative/8/statement/1"
Triples = Sequence[ox.Triple]
Fault = Callable[[Triples, str], Triples]


def _change(triples: Triples, subject: str, predicate: str, value: ox.Literal | None) -> Triples:
    """Return the triples with another value (or without one) at a subject and predicate."""
    changed = []
    for triple in triples:
        hit = (triple.subject.value, triple.predicate.value) == (subject, predicate)
        if not hit:
            changed.append(triple)
        elif value is not None:
            changed.append(ox.Triple(triple.subject, triple.predicate, value))
    assert changed != list(triples)
    return changed


def _shift_end(triples: Triples, span: str) -> Triples:
    end = int(span.rpartition(",")[2])
    return _change(triples, span, f"{OA}end", ox.Literal(end - 1))


def _change_words(triples: Triples, span: str) -> Triples:
    exact = next(
        t.object.value
        for t in triples
        if t.subject.value == span and t.predicate.value == f"{OA}exact"
    )
    return _change(triples, span, f"{OA}exact", ox.Literal(exact.replace("人权", "王权", 1)))


def _drop_acts(triples: Triples, _: str) -> Triples:
    return _change(triples, STATEMENT, f"{CQ}act", None)


@pytest.fixture(scope="module")
def triples(built: Path) -> Triples:
    """The stand-alone graph as it was written."""
    quads = ox.parse(path=built / f"{SLUG}.ttl", format=ox.RdfFormat.TURTLE)
    return [quad.triple for quad in quads]


@pytest.fixture(scope="module")
def span(triples: Triples) -> str:
    """The span of the only statement of operative paragraph 8."""
    return next(
        t.object.value
        for t in triples
        if t.subject.value == STATEMENT and t.predicate.value == f"{CQ}span"
    )


@pytest.fixture(params=[_shift_end, _change_words, _drop_acts], ids=lambda fault: fault.__name__)
def faulty(request: pytest.FixtureRequest, triples: Triples, span: str) -> Triples:
    """The same graph with one fault in operative paragraph 8."""
    fault: Fault = request.param
    return fault(triples, span)


@pytest.fixture(scope="module")
def line(declaration: Declaration) -> int:
    """The line of the page on which that paragraph is printed."""
    lines = declaration.source.path.read_bytes().decode("utf-8").split("\n")
    return next(number for number, text in enumerate(lines, 1) if text.startswith("第八、"))


def test_check_points_at_the_line(
    communique: Communique, faulty: Triples, line: int, tmp_path: Path
):
    """`communique check` of a file ends with 1 and names the line of the source."""
    path = tmp_path / "faulty.nt"
    path.write_bytes(ox.serialize(faulty, format=ox.RdfFormat.N_TRIPLES))
    result = communique("check", path)
    violations = [text for text in result.stdout.splitlines() if ": Violation " in text]
    assert result.returncode == 1, result.stderr
    assert all(text.startswith(f"{path}: Violation ") for text in violations)
    assert any(f"(source line {line})" in text for text in violations), violations


def test_a_build_refuses_a_faulty_graph_at_the_line(dataset: Dataset, faulty: Triples, line: int):
    """The check of a build names file, line and column of the source, not of the graph."""
    turtle = ox.serialize(faulty, format=ox.RdfFormat.TURTLE)
    outcome = check_built(dataset, {f"{SLUG}.ttl": turtle})
    found = [str(one) for one in outcome.findings if one.result.severity == "Violation"]
    assert outcome.has_violation
    assert any(re.match(rf".*source\.txt:{line}:\d+: Violation \w", one) for one in found), found


def test_the_graph_as_built_passes(communique: Communique, built: Path):
    """The control: the same commands find nothing in the graph without a fault."""
    result = communique("check", "--out", built)
    assert result.returncode == 0
    assert "Sources rebuilt byte for byte: 1." in result.stderr
    assert "Violation" not in result.stdout


def test_a_leaf_that_is_missing_breaks_the_round_trip(
    communique: Communique, triples: Triples, tmp_path: Path
):
    """A graph that no longer gives the source back is refused for that."""
    leaf = next(
        t.subject
        for t in triples
        if t.object == ox.NamedNode(f"{CQ}Leaf") and t.subject.value.endswith("#char=0,8")
    )
    rest = [triple for triple in triples if leaf not in (triple.subject, triple.object)]
    path = tmp_path / "faulty.nt"
    path.write_bytes(ox.serialize(rest, format=ox.RdfFormat.N_TRIPLES))
    result = communique("check", path)
    assert result.returncode == 1
    assert "Sources rebuilt byte for byte: 0." in result.stderr
    assert "Violation round-trip: " in result.stdout
