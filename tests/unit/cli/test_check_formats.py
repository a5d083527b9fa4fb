import json
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import SH
from tests.conftest import Communique
from tests.shapes.fixtures import FOLDER, keys_of, read_fixtures, write_fixture

from communique.check.reference import read_report

#: rdflib's serializers use what rdflib itself deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")

#: File format by rdflib's name for it, file name, and the fault that is planted.
FOREIGN = [
    ("turtle", "a.ttl", "Paragraph.closed"),
    ("trig", "a.trig", "Act-force.minCount"),
    ("nquads", "a.nq", "ReservationMeansAsterisk.or"),
    ("json-ld", "a.jsonld", "Party-wikidata.pattern"),
]


def _write(path: Path, text: str, file_format: str) -> Path:
    """Write a graph as another program would: named, where the format has names for graphs."""
    dataset = rdflib.Dataset()
    dataset.graph(rdflib.URIRef("https://example.org/graph")).parse(data=text, format="turtle")
    (named,) = [graph for graph in dataset.graphs() if len(graph)]
    (named if file_format == "turtle" else dataset).serialize(path, format=file_format)
    return path


@pytest.mark.parametrize(("file_format", "name", "fault"), FOREIGN)
def test_a_fault_is_found_in_files_of_others(
    communique: Communique, tmp_path: Path, file_format: str, name: str, fault: str
):
    """In each format: one finding a line, with the file's name, and exit code 1."""
    (fixture,) = [one for one in read_fixtures() if one.name == fault]
    path = _write(tmp_path / name, write_fixture(fixture), file_format)
    result = communique("check", path)
    shapes = {key[4] for key in fixture.results}
    lines = [line for line in result.stdout.splitlines() if " round-trip: " not in line]
    assert result.returncode == 1, result.stderr
    assert {line.split(": ")[1].split()[1] for line in lines} == shapes
    assert all(line.startswith(f"{path}: Violation ") for line in lines)


@pytest.mark.parametrize(("file_format", "name"), [row[:2] for row in FOREIGN])
def test_the_same_graph_without_fault_passes(
    communique: Communique, tmp_path: Path, file_format: str, name: str
):
    """The control: what is found above is the fault, not the format."""
    valid = (FOLDER / "valid.ttl").read_text("utf-8")
    result = communique("check", _write(tmp_path / name, valid, file_format))
    assert (result.returncode, result.stdout) == (0, "")


def test_findings_come_as_text_json_or_report(communique: Communique, tmp_path: Path):
    """The same findings each time, and the same exit code."""
    fixture = next(one for one in read_fixtures() if one.name == "Act-force.minCount")
    path = tmp_path / "a.nt"
    path.write_text(write_fixture(fixture), "utf-8")
    runs = {
        form: communique("check", "--format", form, path) for form in ("text", "json", "report")
    }
    told = json.loads(runs["json"].stdout)
    report = rdflib.Graph().parse(data=runs["report"].stdout, format="turtle")
    assert [run.returncode for run in runs.values()] == [1, 1, 1]
    assert len(runs["text"].stdout.splitlines()) == len(told["results"]) == len(fixture.results)
    assert {one["shape"] for one in told["results"]} == {key[4] for key in fixture.results}
    assert keys_of(read_report(report)) == fixture.results
    assert (None, SH.conforms, rdflib.Literal(False)) in report
    assert communique("check", "--json", path).stdout == runs["json"].stdout


@pytest.mark.parametrize("mode", ["--review", "--ontology"])
def test_a_report_is_of_shapes_only(communique: Communique, mode: str):
    """The other modes check no shapes; asking for a report there is refused."""
    result = communique("check", mode, "--format", "report")
    assert result.returncode == 2
    assert "--format report" in result.stderr
