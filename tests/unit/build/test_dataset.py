from pathlib import Path

import pytest
from tests.conftest import SLUG

from communique.build.dataset import Dataset
from communique.build.project import find_declarations, load_dataset
from communique.core.errors import InputError
from communique.core.iris import DEFAULT_BASE, NAMESPACE, Iris

CASES = Path(__file__).parents[2] / "cases"


def _iris(dataset: Dataset) -> set[str]:
    quads = (quad for graph in dataset.graphs.values() for quad in graph)
    nodes = (node for quad in quads for node in (quad.subject, quad.object, quad.graph_name))
    return {node.value for node in nodes if type(node).__name__ == "NamedNode"}


def test_another_base_moves_all_data_and_no_vocabulary():
    """Things, spans, graphs and concepts lie under it; `cq:` and others' IRIs stay."""
    iris = _iris(load_dataset([CASES / "alias"], iris=Iris("https://example.org/")))
    left = [iri for iri in iris if iri.startswith((f"{DEFAULT_BASE}id/", f"{DEFAULT_BASE}graph/"))]
    assert left == []
    assert "https://example.org/id/force/commit" in iris
    assert f"{NAMESPACE}Declaration" in iris


def test_graphs_are_named_for_what_they_hold(dataset: Dataset):
    """The snapshot of Wikidata is apart."""
    names = [name.removeprefix(f"{DEFAULT_BASE}graph/") for name in dataset.graphs]
    assert names == [SLUG, f"{SLUG}/derived", "states", "vocabularies", "ontology", "catalogue"]
    assert dataset.snapshot


def test_no_fact_stands_twice(dataset: Dataset):
    """Counts of quads count facts."""
    for name, quads in dataset.graphs.items():
        assert len(quads) == len(set(quads)), name


def test_only_parties_that_are_named_have_a_record_in_the_data_set():
    """One endorser in the case, and nobody else."""
    dataset = load_dataset([CASES / "alias"])
    states = dataset.graphs[f"{DEFAULT_BASE}graph/states"]
    assert {quad.subject.value for quad in states} == {f"{DEFAULT_BASE}id/state/PER"}


def test_two_declarations_share_the_records_of_their_parties():
    """Peru endorses both; its record is there once, its endorsements are two."""
    dataset = load_dataset([CASES / "alias", CASES / "decimal-labels"])
    states = dataset.graphs[f"{DEFAULT_BASE}graph/states"]
    assert len(states) == len(set(states))
    quads = [quad for graph in dataset.graphs.values() for quad in graph]
    endorsed = {quad.subject.value for quad in quads if quad.predicate.value.endswith("#endorser")}
    assert f"{DEFAULT_BASE}id/alias/endorsement/PER" in endorsed
    assert f"{DEFAULT_BASE}id/decimal-labels/endorsement/PER" in endorsed


def test_a_folder_without_recipe_is_refused(tmp_path: Path):
    """With the folder as the place."""
    with pytest.raises(InputError) as caught:
        find_declarations([tmp_path])
    assert caught.value.code == "C001"
    assert str(caught.value).startswith(f"{tmp_path}: C001 there is no declaration.yaml. ")


def test_a_slug_is_used_once(tmp_path: Path):
    """Two folders of one name would write over each other."""
    copy = tmp_path / "alias"
    copy.symlink_to(CASES / "alias")
    other = tmp_path / "other" / "alias"
    other.parent.mkdir()
    for name in ("declaration.yaml", "source.txt"):
        other.mkdir(exist_ok=True)
        (other / name).write_bytes((CASES / "alias" / name).read_bytes())
    with pytest.raises(InputError) as caught:
        load_dataset([CASES / "alias", other])
    assert caught.value.code == "C036"


def test_without_folders_the_shipped_declarations_are_built():
    """By name."""
    assert SLUG in [folder.name for folder in find_declarations()]
