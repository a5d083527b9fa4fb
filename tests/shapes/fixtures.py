"""The fixtures of the shapes: a valid graph, and one fault of it for every constraint."""

import os
import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox

from communique.check.results import Result
from communique.core.iris import DEFAULT_BASE
from communique.core.source import read_text
from communique.core.strict_yaml import parse_yaml

FOLDER = Path(__file__).parent
Key = tuple[str, str, str, str, str]
Item = TypeVar("Item")


@dataclass(frozen=True)
class Fixture:
    """One fault: the constraint that it breaks, and all results that it must give."""

    path: Path
    shape: str
    constraint: str
    results: frozenset[Key]

    @property
    def name(self) -> str:
        """The constraint's name, as the file has it."""
        return f"{self.shape}.{self.constraint}"


@cache
def read_fixtures() -> tuple[Fixture, ...]:
    """Return all fixtures, by file name."""
    return tuple(_read_fixture(path) for path in sorted(FOLDER.glob("*/*.ru")))


def _read_fixture(path: Path) -> Fixture:
    lines = [line[3:] for line in read_text(path).split("\n") if line.startswith("#+")]
    keys = parse_yaml("\n".join(lines), path).fields(["shape", "constraint", "results"])
    rows = ([cell.scalar or "" for cell in row.items()] for row in keys["results"].items())
    return Fixture(
        path,
        keys["shape"].text(),
        keys["constraint"].text(),
        frozenset((focus, where, what, how, who) for focus, where, what, how, who in rows),
    )


def write_faulty(update: str, turtle: Path) -> str:
    """Return a graph as N-Triples after a SPARQL update."""
    store = ox.Store()
    store.bulk_load(path=turtle, format=ox.RdfFormat.TURTLE)
    store.update(update)
    triples = [quad.triple for quad in store]
    return (ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"").decode()


@cache
def write_fixture(fixture: Fixture) -> str:
    """Return a fixture's faulty graph as N-Triples."""
    return write_faulty(read_text(fixture.path), FOLDER / "valid.ttl")


def keys_of(results: Iterable[Result]) -> frozenset[Key]:
    """Return results as fixtures write them: short IRIs, paths without brackets."""
    return frozenset(
        (
            re.sub(r"_:\S+", "_:b", one.focus).replace(f"<{DEFAULT_BASE}", "<"),
            _shorten_path(one.path),
            one.component.removesuffix("ConstraintComponent"),
            one.severity,
            one.shape,
        )
        for one in results
    )


def _shorten_path(path: str) -> str:
    for prefix, namespace in _PREFIXES.items():
        path = re.sub(f"<{re.escape(namespace)}([A-Za-z]+)>", rf"{prefix}:\1", path)
    return re.sub(r"[() ]", "", path)


_PREFIXES = {
    "cq": "https://w3id.org/communique/ns#",
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}


def sample(items: Sequence[Item], size: int) -> list[Item]:
    """Return a seeded sample, or all where COMMUNIQUE_MATRIX is 'full'."""
    whole = os.environ.get("COMMUNIQUE_MATRIX") == "full"
    return list(items) if whole else random.Random(2023).sample(list(items), size)  # noqa: S311 (no secret)
