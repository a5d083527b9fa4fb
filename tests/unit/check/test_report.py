from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import RDF, SH
from tests.shapes.constraints import shapes_graph
from tests.shapes.fixtures import Fixture, keys_of, read_fixtures, write_fixture

from communique.check.outcome import BuildCheck, validate
from communique.check.reference import read_report, render_path
from communique.check.report import write_path, write_report
from communique.check.results import Finding, Result
from communique.check.shapes import ShapesFolder
from communique.core.resources import find_resource


def _report(*results: Result) -> str:
    findings = tuple(Finding(Path("x.ttl"), None, None, one) for one in results)
    return write_report(BuildCheck("compiled", findings, 1))


@pytest.mark.parametrize("fixture", read_fixtures()[::40], ids=lambda fixture: fixture.name)
def test_a_report_says_what_the_engine_said(fixture: Fixture):
    """Read again as SHACL, by another parser, it gives the same results."""
    shapes = ShapesFolder(find_resource("shapes"))
    results = validate(write_fixture(fixture), shapes, engine="compiled")
    report = rdflib.Graph().parse(data=_report(*results), format="turtle")
    assert keys_of(read_report(report)) == fixture.results
    assert {one.value for one in read_report(report)} == {
        str(rdflib.util.from_n3(one.value).n3()) if one.value else "" for one in results
    }


def test_every_path_of_the_shapes_is_written_back():
    """From SHACL to SPARQL's form, and from that to SHACL again."""
    shapes = shapes_graph()
    for path in shapes.objects(None, SH.path):
        text = render_path(shapes, path)
        turtle = f"@prefix sh: <{SH}> . <urn:s> sh:path {write_path(text)} ."
        again = rdflib.Graph().parse(data=turtle, format="turtle")
        assert render_path(again, again.value(rdflib.URIRef("urn:s"), SH.path)) == text


@pytest.mark.parametrize(
    ("path", "turtle"),
    [
        ("^(<urn:a>)+", "[ sh:inversePath [ sh:oneOrMorePath <urn:a> ] ]"),
        ("(<urn:a>)?", "[ sh:zeroOrOnePath <urn:a> ]"),
        ("(<urn:a/?>|^<urn:c>)", "[ sh:alternativePath ( <urn:a/?> [ sh:inversePath <urn:c> ] ) ]"),
    ],
)
def test_paths_that_no_shape_has_yet_are_written_too(path: str, turtle: str):
    """The operators of an IRI's own characters are none."""
    assert write_path(path) == turtle


@pytest.mark.parametrize(("severity", "conforms"), [("Violation", "false"), ("Warning", "false")])
def test_a_report_with_any_result_does_not_conform(severity: str, conforms: str):
    """So SHACL has it; our exit code looks at violations alone."""
    report = _report(Result("<urn:x>", "", "dataset", severity, "D01", "", 'Say "no".\n'))
    graph = rdflib.Graph().parse(data=report, format="turtle")
    assert str(next(graph.objects(None, SH.conforms))) == conforms
    assert [str(one) for one in graph.objects(None, SH.resultMessage)] == ['Say "no".\n']
    assert [str(one) for one in graph.objects(None, SH.sourceShape)] == [
        "https://w3id.org/communique/shapes#D01"
    ]


def test_a_report_without_results_conforms():
    """And is a report all the same."""
    graph = rdflib.Graph().parse(data=_report(), format="turtle")
    (node,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(node, SH.conforms) == rdflib.Literal(True)
    assert len(graph) == 2
