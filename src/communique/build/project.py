"""Build layer: from the folders of a project to its data set in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from communique.build.dataset import Dataset, build_dataset, build_declaration
from communique.core.errors import InputError, Place
from communique.core.iris import Iris
from communique.core.resources import find_resource
from communique.read.declaration import Reading, read_declaration
from communique.read.registry import Registry, read_registry
from communique.read.review import Vocabulary
from communique.read.vocabulary import read_vocabulary


@dataclass(frozen=True)
class Inputs:
    """What every declaration is read with: authority records, vocabularies, lexicons."""

    registry: Registry
    vocabulary: Vocabulary
    lexicons: Path


def read_inputs() -> Inputs:
    """Return the shipped authority records and vocabularies; errors C001, C050, C080."""
    registry = read_registry(find_resource("data", "states"))
    vocabulary = read_vocabulary(find_resource("ontology"), registry.records)
    return Inputs(registry, vocabulary, find_resource("data", "lexicon"))


def find_declarations(folders: Sequence[Path] = ()) -> list[Path]:
    """Return the folders of the declarations to build, by name: those given, or the shipped ones.

    Errors: C001 a folder without `declaration.yaml`.
    """
    if not folders:
        return sorted(path.parent for path in find_resource("data").glob("*/declaration.yaml"))
    for folder in folders:
        if not (folder / "declaration.yaml").is_file():
            mend = "Name a folder with declaration.yaml and its source."
            problem = "there is no declaration.yaml"
            raise InputError("C001", problem, mend=mend, place=Place(folder))
    return sorted(set(folders), key=lambda folder: folder.resolve().name)


def read_declarations(folders: Sequence[Path], inputs: Inputs) -> Iterator[Reading]:
    """Yield the declarations one at a time; errors C001 to C050, C036 for a slug used twice."""
    seen: dict[str, Path] = {}
    for folder in folders:
        reading = read_declaration(
            folder,
            registry=inputs.registry,
            vocabulary=inputs.vocabulary,
            lexicons=inputs.lexicons,
        )
        slug = reading.declaration.slug
        if slug in seen:
            mend = f"Rename it; the other one is {seen[slug]}."
            raise InputError("C036", f"the slug '{slug}' twice", mend=mend, place=Place(folder))
        seen[slug] = folder
        yield reading


def load_dataset(folders: Sequence[Path] = (), *, iris: Iris | None = None) -> Dataset:
    """Read and build the declarations of some folders, or the shipped ones, in memory."""
    iris = iris or Iris()
    inputs = read_inputs()
    graphs = [
        build_declaration(reading.declaration, registry=inputs.registry, iris=iris)
        for reading in read_declarations(find_declarations(folders), inputs)
    ]
    return build_dataset(graphs, ontology=find_resource("ontology"), iris=iris)
