"""HermiT finds ontology and data consistent, and finds contradictions that are planted."""

import json
import os
import shutil
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.conftest import Communique

from communique.check import reasoner
from communique.check.ontology_material import Material, load_material
from communique.check.reasoner import reason, reason_over
from communique.core.errors import ServiceError

NAMESPACE = "https://w3id.org/communique/ns#"
THINGS = "https://w3id.org/communique/id/"
PREFIXES = f"""
@prefix cq: <{NAMESPACE}> .
@prefix id: <{THINGS}> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


@pytest.fixture(scope="module")
def java() -> None:
    """Java, which HermiT runs on; in continuous integration it must be there."""
    if shutil.which("java") is None:
        if os.environ.get("CI"):
            pytest.fail("HermiT needs Java, and continuous integration has to have it")
        pytest.skip("HermiT needs Java, and there is none here")


@pytest.fixture(scope="module")
def material() -> Material:
    """The shipped ontology with the built data."""
    return load_material()


def _parse(turtle: str) -> list[ox.Quad]:
    return list(ox.parse(PREFIXES + turtle, format=ox.RdfFormat.TURTLE))


@pytest.mark.usefixtures("java")
def test_ontology_and_data_are_consistent(material: Material):
    """No contradiction, no class that can't have members; only dates and imports are left out."""
    outcome = reason_over(material)
    assert (outcome.is_consistent, outcome.unsatisfiable) == (True, ())
    assert outcome.triples > 20_000
    assert outcome.left_out < 300


@pytest.mark.usefixtures("java")
@pytest.mark.parametrize(
    "turtle",
    [
        "<{id}state/POL> a cq:Event .",
        "<{id}summit-for-democracy-2023> cq:hasParagraph <{id}state/POL> .",
        "<{id}summit-for-democracy-2023/operative/8> cq:number 'eight' .",
    ],
    ids=["types-that-exclude-each-other", "range-against-type", "value-outside-its-datatype"],
)
def test_a_planted_contradiction_is_found(material: Material, turtle: str):
    """A state that is an event, or a paragraph; a number that is a word."""
    planted = _parse(turtle.replace("{id}", THINGS))
    quads = [*material.ontology, *material.graph("data")]
    assert not reason([*quads, *planted]).is_consistent


@pytest.mark.usefixtures("java")
def test_an_unsatisfiable_class_is_found(material: Material):
    """A class below two that exclude each other is no contradiction yet, but can have no member."""
    planted = _parse("cq:Hybrid a owl:Class ; rdfs:subClassOf cq:State , cq:Event .")
    outcome = reason([*material.ontology, *planted])
    assert (outcome.is_consistent, outcome.unsatisfiable) == (True, (f"{NAMESPACE}Hybrid",))
    assert not outcome.is_clean


@pytest.mark.usefixtures("java")
def test_the_command_asks_the_reasoner(communique: Communique):
    """The verdict is part of the report."""
    told = json.loads(communique("check", "--ontology", "--reasoner", "--json").stdout)
    assert told["reasoning"]["consistent"]
    assert told["reasoning"]["unsatisfiable"] == []


@pytest.mark.usefixtures("java")
def test_the_command_ends_with_1_on_a_contradiction(communique: Communique, tmp_path: Path):
    """An ontology by which no state is a party, though the data say that each is."""
    path = tmp_path / "bad.ttl"
    path.write_text(
        PREFIXES + "cq:State a owl:Class ; owl:disjointWith cq:Party . cq:Party a owl:Class .",
        "utf-8",
    )
    result = communique("check", "--ontology", "--reasoner", path)
    assert result.returncode == 1
    assert "HermiT: error inconsistent" in result.stdout


@pytest.mark.usefixtures("java")
@pytest.mark.parametrize("value", ["'x'^^<https://example.org/datatype>", "'x'^^xsd:integer"])
def test_what_the_reasoner_cannot_take_is_told_in_one_line(value: str):
    """A datatype of nobody's, or a number that is none: C082 with the reasoner's own words."""
    triples = (
        f"cq:length a owl:DatatypeProperty . id:it a owl:NamedIndividual ; cq:length {value} ."
    )
    with pytest.raises(ServiceError, match="HermiT failed") as caught:
        reason(_parse(triples))
    assert caught.value.code == "C082"
    assert "\n" not in str(caught.value)


def test_without_java_the_error_says_so(
    communique: Communique, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """C082, exit code 3, nothing else."""
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(ServiceError, match="Java") as caught:
        reasoner.reason([])
    assert caught.value.code == "C082"
    result = communique("check", "--ontology", "--reasoner", env={"PATH": str(tmp_path)})
    assert (result.returncode, result.stderr[:4]) == (3, "C082")


def test_without_the_extra_the_error_says_so(monkeypatch: pytest.MonkeyPatch):
    """The package is there without the extra `reasoner`, too."""
    monkeypatch.setitem(sys.modules, "owlready2", None)
    with pytest.raises(ServiceError, match="isn't installed") as caught:
        reasoner.reason([])
    assert caught.value.code == "C082"
