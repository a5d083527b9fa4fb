from pathlib import Path

import pytest
import rdflib

from communique.check.outcome import ENGINES, Engine, validate
from communique.check.reference import render_path
from communique.check.shapes import ShapesFolder, local_name
from communique.core.errors import InputError

SHAPES = """
@prefix cqsh: <https://w3id.org/communique/shapes#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix ex: <https://example.org/> .
cqsh:Act a sh:NodeShape ; sh:targetClass ex:Act ; sh:property cqsh:Act-force .
cqsh:Act-force a sh:PropertyShape ; sh:path ex:force ; sh:minCount 1 ;
  sh:in ( <https://w3id.org/communique/id/force/commit> ) ;
  sh:message "Add a force."@en , "请添加语力。"@zh-Hans ; sh:severity sh:Violation .
"""
DATA = """
@prefix ex: <https://example.org/> .
ex:good a ex:Act ; ex:force <{base}id/force/commit> .
ex:bare a ex:Act .
ex:odd a ex:Act ; ex:force ex:other .
"""


def _folder(tmp_path: Path, text: str = SHAPES) -> ShapesFolder:
    (tmp_path / "Act.ttl").write_text(text, "utf-8")
    return ShapesFolder(tmp_path)


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_finds_the_faults_and_only_them(tmp_path: Path, engine: Engine):
    """Focus node, path, component, severity and shape, in one form for all engines."""
    data = DATA.format(base="https://w3id.org/communique/")
    results = validate(data, _folder(tmp_path), engine=engine)
    assert [(*one.key, one.shape) for one in results] == [
        ("<https://example.org/bare>", "<https://example.org/force>",
         "MinCountConstraintComponent", "Violation", "Act-force"),
        ("<https://example.org/odd>", "<https://example.org/force>",
         "InConstraintComponent", "Violation", "Act-force"),
    ]  # fmt: skip


@pytest.mark.parametrize("engine", ENGINES)
def test_shapes_name_the_concepts_of_the_base_that_is_set(tmp_path: Path, engine: Engine):
    """Under another base the same data is as good."""
    base = "https://example.com/x/"
    folder = ShapesFolder(_folder(tmp_path).path, base)
    focus = {one.focus for one in validate(DATA.format(base=base), folder, engine=engine)}
    assert focus == {"<https://example.org/bare>", "<https://example.org/odd>"}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_failure_of_an_engine_is_no_finding(tmp_path: Path, engine: Engine):
    """It is told as C081; the data counts neither as good nor as bad."""
    broken = SHAPES.replace("sh:path ex:force", "sh:path ( )").replace(
        "sh:minCount 1", "sh:minCount -1"
    )
    with pytest.raises(InputError) as caught:
        validate(DATA.format(base="urn:x:"), _folder(tmp_path, broken), engine=engine)
    assert caught.value.code == "C081"


def test_messages_come_in_the_language_asked_for(tmp_path: Path):
    """The engine's own where the shape has none."""
    folder = _folder(tmp_path)
    assert folder.message("Act-force", "zh-Hans", "x") == "请添加语力。"
    assert folder.message("Act-force", "fr", "x") == "x"
    assert folder.message("Absent", "en", "x") == "x"
    assert local_name("<https://w3id.org/communique/shapes#Act>") == "Act"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("ex:a", "<urn:a>"),
        ("( ex:a ex:b )", "(<urn:a>/<urn:b>)"),
        ("[ sh:inversePath ex:a ]", "^<urn:a>"),
        ("[ sh:alternativePath ( ex:a ex:b ) ]", "(<urn:a>|<urn:b>)"),
        ("[ sh:zeroOrMorePath ex:a ]", "(<urn:a>)*"),
        ("( [ sh:inversePath ex:a ] [ sh:oneOrMorePath ex:b ] )", "(^<urn:a>/(<urn:b>)+)"),
    ],
)
def test_paths_are_written_as_in_sparql(path: str, expected: str):
    """So that engines can be compared."""
    text = f"@prefix ex: <urn:> . @prefix sh: <http://www.w3.org/ns/shacl#> . ex:s sh:path {path} ."
    graph = rdflib.Graph().parse(data=text, format="turtle")
    node = graph.value(rdflib.URIRef("urn:s"), rdflib.URIRef("http://www.w3.org/ns/shacl#path"))
    assert render_path(graph, node) == expected


def test_a_path_that_is_none_is_refused():
    """Not passed over."""
    with pytest.raises(InputError) as caught:
        render_path(rdflib.Graph(), rdflib.BNode())
    assert caught.value.code == "C081"
