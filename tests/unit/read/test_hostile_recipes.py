"""Whatever is written into a recipe or a review: a declaration, or an error of ours."""

import copy
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.build.dataset import build_dataset, build_declaration
from communique.build.project import Inputs, read_inputs
from communique.core.errors import InputError
from communique.core.iris import Iris
from communique.core.resources import find_resource
from communique.read.declaration import read_declaration
from communique.write.files import write_all_files, write_rdf_files
from communique.write.prefixes import read_prefixes

CASE = Path(__file__).parents[2] / "cases" / "decimal-labels"
TREES: dict[str, Any] = {
    name: yaml.load((CASE / name).read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - safe
    for name in ("declaration.yaml", "annotations.yaml")
}
VALUES: list[Any] = [
    "", "0", "1", "2", "-1", "9" * 5000, "true", "NO", "[", "{role}", "{number}{role}{names}",
    "zh", "en", "http://[", "https://a b", "a b", "state/POL", "operative/1", "chapeau", "summary",
    "preamble", "declaration", "。", "†", "\u202e", "\0x", " ", [], {}, ["x"], {"x": "y"},
    ["operative/1", "operative/1"], "points", "endorsers", "prose", "web-address", "支持", "承诺",
]  # fmt: skip
Steps = tuple[Any, ...]


def _paths(tree: Any, path: Steps = ()) -> list[Steps]:
    """Return where every value of a tree stands."""
    items: Any = tree.items() if isinstance(tree, dict) else ()
    items = enumerate(tree) if isinstance(tree, list) else items
    return [path, *(found for key, value in items for found in _paths(value, (*path, key)))]


def _at(tree: Any, path: Steps) -> Any:
    for key in path:
        tree = tree[key]
    return tree


@st.composite
def _edited(draw: st.DrawFn, name: str) -> str:
    """Return the text of a file with one value replaced, taken away, doubled or moved."""
    tree = copy.deepcopy(TREES[name])
    places = [path for path in _paths(tree) if path]
    *parents, key = draw(st.sampled_from(places))
    parent = _at(tree, tuple(parents))
    match draw(st.sampled_from(["set", "set", "delete", "double", "move"])):
        case "set":
            parent[key] = draw(st.sampled_from(VALUES))
        case "delete":
            del parent[key]
        case "double" if isinstance(parent, list):
            parent.insert(key, parent[key])
        case _:
            parent[key] = copy.deepcopy(_at(TREES[name], draw(st.sampled_from(places))))
    dumper = yaml.SafeDumper
    dumper.ignore_aliases = lambda *_: True  # type: ignore[method-assign]
    return yaml.dump(tree, allow_unicode=True, sort_keys=False, Dumper=dumper)


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    """The shipped records, vocabularies and lexicons."""
    return read_inputs()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of a valid case."""
    return Path(shutil.copytree(CASE, tmp_path_factory.mktemp("hostile") / CASE.name))


@pytest.mark.parametrize("name", TREES)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_hostile_file_is_read_or_refused(
    inputs: Inputs, folder: Path, name: str, data: st.DataObject
):
    """What is accepted can be built and written, without a doubled fact; all else is InputError."""
    shutil.copytree(CASE, folder, dirs_exist_ok=True)
    (folder / name).write_text(data.draw(_edited(name)), "utf-8")
    try:
        reading = read_declaration(
            folder,
            registry=inputs.registry,
            vocabulary=inputs.vocabulary,
            lexicons=inputs.lexicons,
        )
    except InputError:
        return
    graphs = build_declaration(reading.declaration, registry=inputs.registry, iris=Iris())
    quads = [*graphs.main, *graphs.derived]
    assert len(quads) == len(set(quads))
    dataset = build_dataset([graphs], ontology=find_resource("ontology"), iris=Iris())
    prefixes = read_prefixes(find_resource("ontology", "prefixes.yaml"))
    assert write_all_files(dataset, write_rdf_files(dataset, prefixes), software="x", check={})
