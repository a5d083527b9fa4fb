from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.conftest import SLUG

from communique.check.data_files import find_base, read_quads
from communique.check.last_build import check_files, find_last_build
from communique.core.errors import InputError
from communique.core.iris import DEFAULT_BASE

TURTLE = "@prefix ex: <https://example.org/> . ex:s ex:p ex:o ."
FORMATS = {
    "a.ttl": TURTLE,
    "a.trig": TURTLE,
    "a.nt": "<https://example.org/s> <https://example.org/p> <https://example.org/o> .",
    "a.nq": "<https://example.org/s> <https://example.org/p> <https://example.org/o> .",
    "a.jsonld": '{"@id": "https://example.org/s", "https://example.org/p": '
    '{"@id": "https://example.org/o"}}',
    "a.rdf": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:ex="https://example.org/"><rdf:Description rdf:about="https://example.org/s">'
    '<ex:p rdf:resource="https://example.org/o"/></rdf:Description></rdf:RDF>',
}


@pytest.mark.parametrize("name", FORMATS)
def test_rdf_is_read_in_the_format_that_its_name_tells(tmp_path: Path, name: str):
    """The same triple from each."""
    (tmp_path / name).write_text(FORMATS[name], "utf-8")
    (quad,) = read_quads(tmp_path / name)
    assert [node.value for node in quad.triple] == [f"https://example.org/{x}" for x in "spo"]


@pytest.mark.parametrize(
    ("code", "name", "text"),
    [
        ("C080", "a.ttl", "@prefix ex: <https://example.org/> .\nex:s ex:p ."),
        ("C080", "a.jsonld", "{"),
        ("C016", "a.doc", ""),
        ("C004", "a.ttl", "\ufeff" + TURTLE),
    ],
)
def test_other_files_are_refused(tmp_path: Path, code: str, name: str, text: str):
    """A mistake, another format, a byte order mark; with the file's name."""
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        read_quads(tmp_path / name)
    assert caught.value.code == code
    assert str(caught.value).startswith(str(tmp_path / name))


def test_a_build_is_found_by_its_manifest(built: Path, tmp_path: Path):
    """The stand-alone file of each declaration; no manifest, no build."""
    assert find_last_build(built).declarations == (built / f"{SLUG}.ttl",)
    with pytest.raises(InputError) as caught:
        find_last_build(tmp_path)
    assert caught.value.code == "C063"


@pytest.mark.parametrize("name", [f"{SLUG}.ttl", f"{SLUG}.jsonld"])
def test_each_form_of_the_declaration_passes_alone(built: Path, name: str):
    """No violation, and the source comes back from either."""
    outcome = check_files([built / name], engine="compiled", language="en")
    assert (outcome.has_violation, outcome.sources) == (False, 1)
    assert outcome.summary()["conforms"] is True


@pytest.mark.parametrize("base", [DEFAULT_BASE, "https://example.org/grid/"])
def test_the_base_is_told_by_a_declarations_iri(base: str):
    """Also where the base ends in the letters that things' paths begin with."""
    kind = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    declaration = ox.NamedNode("https://w3id.org/communique/ns#Declaration")
    assert find_base([ox.Triple(ox.NamedNode(f"{base}id/d"), kind, declaration)]) == base
    assert find_base([]) == DEFAULT_BASE
