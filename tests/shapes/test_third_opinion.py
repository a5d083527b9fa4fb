"""Jena's SHACL engine, a third opinion that shares no code with the other two."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping

import pytest
from tests.shapes.fixtures import FOLDER, Key, keys_of, read_fixtures, sample, write_fixture
from tests.stores.jena import find_jena

from communique.check.results import Result
from communique.check.shapes import ShapesFolder, local_name
from communique.core.resources import find_resource
from communique.core.source import read_text

TIMEOUT_SECONDS = 300
VALID = "the valid graph"
FIXTURES = sample(read_fixtures(), 60)


@pytest.fixture(scope="module")
def jena_results(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, frozenset[Key]]:
    """What Jena finds in the valid graph and in the fixtures, all in one Java machine."""
    class_path = find_jena(tmp_path_factory.mktemp("jena")).class_path
    graphs = {VALID: read_text(FOLDER / "valid.ttl")}
    graphs |= {fixture.name: write_fixture(fixture) for fixture in FIXTURES}
    shapes = ShapesFolder(find_resource("shapes")).text
    result = subprocess.run(
        [_find_python(), FOLDER / "jena_shacl.py", class_path],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        input=json.dumps({"shapes": shapes, "graphs": list(graphs.values())}),
        timeout=TIMEOUT_SECONDS,
    )
    assert result.returncode == 0, result.stderr
    lines = result.stdout.splitlines()
    return {name: _read_results(line) for name, line in zip(graphs, lines, strict=True)}


def _find_python() -> str:
    """Return Debian's Python, if it has JPype; in CI it has to."""
    path = shutil.which("python3", path="/usr/bin")
    words = [path or "", "-c", "import jpype"]
    if path and subprocess.run(words, check=False, capture_output=True).returncode == 0:
        return path
    mend = "Debian's JPype isn't installed: apt-get install python3-jpype"
    if os.environ.get("CI") == "true":
        pytest.fail(mend)
    pytest.skip(mend)


def _read_results(line: str) -> frozenset[Key]:
    found = (Result(*told[:4], shape=local_name(told[4])) for told in json.loads(line))
    return keys_of(found)


@pytest.mark.xdist_group("jena")
def test_jena_finds_nothing_in_the_valid_graph(jena_results: Mapping[str, frozenset[Key]]):
    """Neither do the other engines."""
    assert jena_results[VALID] == frozenset()


@pytest.mark.xdist_group("jena")
def test_jena_gives_the_same_results_on_the_fixtures(
    jena_results: Mapping[str, frozenset[Key]],
):
    """The same focus nodes, paths, components, severities and shapes."""
    differing = {
        one.name: sorted(one.results ^ jena_results[one.name])
        for one in FIXTURES
        if one.results != jena_results[one.name]
    }
    assert differing == {}
