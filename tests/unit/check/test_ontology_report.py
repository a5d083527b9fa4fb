"""The quality report on the shipped ontology, as the command prints it."""

import json
import re
from pathlib import Path

import pytest
from tests.conftest import Communique

from communique.check.ontology import OntologyReport, check_ontology
from communique.check.ontology_material import Material, load_material
from communique.core.resources import find_resource

ONTOLOGY = find_resource("ontology")


@pytest.fixture(scope="module")
def material() -> Material:
    """The shipped ontology with all that uses it."""
    return load_material()


@pytest.fixture(scope="module")
def report(material: Material) -> OntologyReport:
    """The report on it."""
    return check_ontology(material)


def test_the_shipped_ontology_has_no_error_and_no_warning(report: OntologyReport):
    """What is left are notes."""
    assert [str(one) for one in report.findings if one.check.severity != "info"] == []
    assert not report.has_error


def test_nothing_is_checked_against_emptiness(material: Material):
    """Each graph that checks look into holds something."""
    graphs = ("vocabularies", "shapes", "data", "uses", "external-terms")
    assert len(material.ontology) > 1000
    assert [name for name in graphs if len(material.graph(name)) < 100] == []


def test_each_note_stands_on_the_line_where_its_term_begins(report: OntologyReport):
    """`file:line` leads to the term."""
    assert report.findings
    for finding in report.findings:
        line = finding.place.path.read_text("utf-8").split("\n")[(finding.place.line or 0) - 1]
        assert finding.row.term.rpartition("#")[2].rpartition("/")[2] in line


def test_the_closing_line_counts_what_passed_and_what_was_not_run(report: OntologyReport):
    """Passed and found add up to all checks; those that need a network are in neither."""
    counts = [int(number) for number in re.findall(r"\d+", report.closing_line)]
    passed, checks, findings, errors, warnings, not_run = counts
    found = {finding.check.code for finding in report.findings}
    assert passed + len(found) == checks
    assert (findings, errors, warnings) == (len(report.findings), 0, 0)
    assert not_run == len(report.not_run) > 0


def test_the_command_prints_the_report(communique: Communique):
    """A finding a line, then what wasn't run; the closing line on standard error; exit code 0."""
    result = communique("check", "--ontology", cwd=ONTOLOGY.parent)
    lines = result.stdout.splitlines()
    assert result.returncode == 0
    assert lines[0].startswith("ontology/communique.ttl:")
    assert [
        line for line in lines if ": info " not in line and not line.startswith("not run")
    ] == []
    assert re.search(r"\d+ of \d+ checks passed, .* not run \(need a network\)\.$", result.stderr)


def test_the_report_as_json(communique: Communique):
    """For machines, with the mend in the language asked for."""
    told = json.loads(communique("check", "--ontology", "--json", "--language", "zh-Hans").stdout)
    assert told.keys() == {"passed", "findings", "not_run"}
    assert "U03" in told["passed"]
    assert "FOOPS! URI1" in told["not_run"]
    assert re.search(r"[一-鿿]", told["findings"][0]["mend"])


@pytest.mark.parametrize(
    ("change", "code", "term"),
    [
        (("prov:hadPlan", "prov:wasQuotedFrm"), "U03", "prov#wasQuotedFrm"),
        (("eli:legal_value", "eli:legalValue"), "U03", "ontology#legalValue"),
        (("cq:host rdfs:sub", "cq:hosst rdfs:sub"), "U01", "cq:hosst"),
        (("alignments/0.1.0> ;", "alignments> ;"), "H06", "ns/alignments"),
        (("cq:Group rdfs:subClassOf", "cq:Group owl:equivalentClass"), "S11", "cq:Group"),
    ],
)
def test_a_fault_in_the_real_alignments_is_found(
    communique: Communique, tmp_path: Path, change: tuple[str, str], code: str, term: str
):
    """FILES stand in for the shipped ontology; the error names check and term; exit code 1."""
    old, new = change
    text = (ONTOLOGY / "alignments.ttl").read_text("utf-8")
    assert text.count(old) == 1
    faulty = tmp_path / "alignments.ttl"
    faulty.write_text(text.replace(old, new), "utf-8")
    result = communique("check", "--ontology", ONTOLOGY / "communique.ttl", faulty)
    errors = [line for line in result.stdout.splitlines() if ": error " in line]
    assert result.returncode == 1
    assert [line for line in errors if f" {code} " in line and term in line]


def test_the_reasoner_goes_with_the_ontology(communique: Communique):
    """`--reasoner` alone would be silently ignored: it is refused."""
    result = communique("check", "--reasoner")
    assert (result.returncode, "--ontology" in result.stderr) == (2, True)
