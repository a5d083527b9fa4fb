from pathlib import Path

import pytest
from tests.conftest import SLUG

from communique.build.project import load_dataset
from communique.core.errors import InputError
from communique.core.iris import Iris
from communique.core.resources import find_resource
from communique.write.files import count_things, read_manifest, write_all_files, write_rdf_files
from communique.write.generation import write_generation
from communique.write.prefixes import read_prefixes

CASES = Path(__file__).parents[2] / "cases"
PREFIXES = read_prefixes(find_resource("ontology", "prefixes.yaml"))


def test_prefixes_come_from_the_one_table():
    """In its order; each is a namespace that ends in a sign of its own."""
    assert PREFIXES["cq"] == "https://w3id.org/communique/ns#"
    assert all(name.endswith(("#", "/", ":")) for name in PREFIXES.values())


def test_a_broken_table_of_prefixes_is_refused(tmp_path: Path):
    """Like any other YAML."""
    path = tmp_path / "prefixes.yaml"
    path.write_text("cq: [x]\n", "utf-8")
    with pytest.raises(InputError):
        read_prefixes(path)


def test_each_declaration_has_files_of_its_own():
    """Two declarations: two Turtle files, two JSON-LD files, one of everything else."""
    dataset = load_dataset([CASES / "alias", CASES / "decimal-labels"])
    names = set(write_rdf_files(dataset, PREFIXES))
    assert names == {
        "communique.nq", "communique.trig", "communique.ttl", "context.jsonld",
        "wikidata-snapshot.nq", "alias.ttl", "alias.jsonld", "decimal-labels.ttl",
        "decimal-labels.jsonld",
    }  # fmt: skip
    assert list(count_things(dataset)) == ["alias", "decimal-labels"]


def test_the_manifest_comes_back_from_the_folder(tmp_path: Path):
    """With the base, the software and the outcome of the check that it was given."""
    dataset = load_dataset([CASES / "alias"], iris=Iris("https://example.org/"))
    rdf_files = write_rdf_files(dataset, PREFIXES)
    files = write_all_files(dataset, rdf_files, software="x 1", check={"engine": "none"})
    write_generation(tmp_path / "dist", files)
    manifest = read_manifest(tmp_path / "dist")
    assert (manifest["software"], manifest["base"]) == ("x 1", "https://example.org/")
    assert manifest["shacl"] == {"engine": "none"}
    assert manifest["declarations"]["alias"]["endorsements"] == 1


def test_a_declarations_own_file_does_not_depend_on_its_neighbours():
    """Built alone or with others: the same bytes."""
    alone = write_rdf_files(load_dataset([CASES / "alias"]), PREFIXES)
    both = write_rdf_files(load_dataset([CASES / "alias", CASES / "decimal-labels"]), PREFIXES)
    for name in ("alias.ttl", "alias.jsonld"):
        assert alone[name] == both[name]
    assert f"{SLUG}.ttl" not in both
