"""What many tests share: the command, one finished build of the shipped declarations, its graph."""

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

import pyoxigraph as ox
import pytest

from communique.build.dataset import Dataset
from communique.build.project import load_dataset
from communique.core.model import Declaration

SLUG = "summit-for-democracy-2023"
TIMEOUT_SECONDS = 120
PREFIXES = """
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX id: <https://w3id.org/communique/id/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""


class Communique(Protocol):
    """Runs the command in a process of its own and returns how it went."""

    def __call__(
        self, *args: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run `communique` with these arguments."""


@pytest.fixture(scope="session")
def communique() -> Communique:
    """The command line, run by the Python that runs the tests; settings of the machine are off."""

    def run(
        *args: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if name != "COMMUNIQUE_BASE"}
        return subprocess.run(
            [sys.executable, "-m", "communique.cli.main", *map(str, args)],
            cwd=cwd,
            env={**kept, "PYTHONUTF8": "1", **(env or {})},
            check=False,
            capture_output=True,
            encoding="utf-8",
            timeout=TIMEOUT_SECONDS,
        )

    return run


@pytest.fixture(scope="session")
def built(communique: Communique, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of one finished build of the shipped declarations; tests only read it."""
    out = tmp_path_factory.mktemp("built") / "dist"
    result = communique("build", "--out", out)
    assert result.returncode == 0, result.stderr
    return out


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The shipped declarations, built in this process."""
    return load_dataset()


@pytest.fixture(scope="session")
def declaration(dataset: Dataset) -> Declaration:
    """The 2023 declaration as it was read."""
    return next(one.declaration for one in dataset.declarations if one.declaration.slug == SLUG)


@pytest.fixture(scope="session")
def source_text(declaration: Declaration) -> str:
    """The published page, decoded by the test itself."""
    return declaration.source.path.read_bytes().decode("utf-8")


class Graph:
    """A graph to put questions to; terms come back as plain strings, unbound ones as ''."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        """Load the quads; queries see the union of all graphs."""
        self.store = ox.Store()
        self.store.bulk_extend(quads)

    def select(self, query: str) -> list[tuple[str, ...]]:
        """Return the rows of a SELECT without its PREFIXes, in the order of the answer."""
        solutions = self.store.query(PREFIXES + query, use_default_graph_as_union=True)
        assert isinstance(solutions, ox.QuerySolutions)
        return [tuple(term.value if term else "" for term in row) for row in solutions]

    def column(self, query: str) -> list[str]:
        """Return the one column of a SELECT."""
        return [value for (value,) in self.select(query)]


@pytest.fixture(scope="session")
def graph(built: Path) -> Graph:
    """All graphs of the build, as written to `communique.nq`."""
    return Graph(ox.parse(path=built / "communique.nq", format=ox.RdfFormat.N_QUADS))
