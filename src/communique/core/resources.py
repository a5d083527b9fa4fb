"""Core layer: where the files that ship with the package are: ontology, data, shapes, queries.

In a wheel they lie in `communique/resources/`; in a checkout at the root of the repository.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

Folder = Literal["ontology", "data", "shapes", "queries"]


def find_resource(folder: Folder, *names: str) -> Path:
    """Return the path of a shipped folder, or of a file in it (whether or not it exists).

    >>> find_resource("ontology", "prefixes.yaml").name
    'prefixes.yaml'
    """
    return _root().joinpath(folder, *names)


def _root() -> Path:
    package = Path(__file__).resolve().parents[1]
    shipped = package / "resources"
    return shipped if shipped.is_dir() else package.parents[1]
