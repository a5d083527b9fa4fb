"""Read layer: the slugs of forces, topics, instruments and addressees."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from communique.core.iris import DEFAULT_BASE
from communique.read.review import Vocabulary
from communique.read.turtle import read_turtle

#: The vocabulary files, each with the folder of its slugs below `id/`.
VOCABULARY_FILES: Final = {
    "forces.ttl": "force",
    "topics.ttl": "topic",
    "instruments.ttl": "instrument",
    "addressees.ttl": "addressee",
}


def read_vocabulary(folder: Path, parties: Iterable[str]) -> Vocabulary:
    """Return the slugs that the vocabulary files of a folder define, and the known addressees."""
    slugs = {name: _read_slugs(folder / name, kind) for name, kind in VOCABULARY_FILES.items()}
    groups = [f"addressee/{slug}" for slug in slugs["addressees.ttl"]]
    return Vocabulary(
        forces=slugs["forces.ttl"],
        topics=slugs["topics.ttl"],
        instruments=slugs["instruments.ttl"],
        parties=[*parties, *groups],
    )


def _read_slugs(path: Path, kind: str) -> list[str]:
    """Return the slugs of the subjects `<base>id/<kind>/<slug>`, in the file's order."""
    start = f"{DEFAULT_BASE}id/{kind}/"
    subjects = (quad.subject for quad in read_turtle(path))
    iris = dict.fromkeys(node.value for node in subjects if isinstance(node, ox.NamedNode))
    return [iri.removeprefix(start) for iri in iris if iri.startswith(start)]
