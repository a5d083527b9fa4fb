"""Check layer: the shapes as one Turtle text, and what each one says to a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from communique.core.iris import DEFAULT_BASE
from communique.core.source import read_text
from communique.read.turtle import read_turtle

SHAPES_NAMESPACE: Final = "https://w3id.org/communique/shapes#"
_MESSAGE: Final = "http://www.w3.org/ns/shacl#message"


@dataclass(frozen=True)
class ShapesFolder:
    """A folder with one Turtle file a class; the concepts that shapes name are under `base`."""

    path: Path
    base: str = DEFAULT_BASE

    @cached_property
    def files(self) -> tuple[Path, ...]:
        """The shapes' files by name."""
        return tuple(sorted(self.path.glob("*.ttl")))

    @cached_property
    def text(self) -> str:
        """All files as one Turtle document."""
        text = "\n".join(read_text(path) for path in self.files)
        return text.replace(f"<{DEFAULT_BASE}id/", f"<{self.base}id/")

    @cached_property
    def messages(self) -> Mapping[str, Mapping[str, str]]:
        """The messages of each shape by its local name and by language (lower case)."""
        found: dict[str, dict[str, str]] = {}
        for path in self.files:
            for quad in read_turtle(path):
                if quad.predicate.value == _MESSAGE and isinstance(quad.object, ox.Literal):
                    name = local_name(str(quad.subject))
                    found.setdefault(name, {})[quad.object.language or ""] = quad.object.value
        return found

    def message(self, shape: str, language: str, fallback: str) -> str:
        """Return a shape's message in a language; the engine's own where the shape has none."""
        return self.messages.get(shape, {}).get(language.lower(), fallback)


def local_name(term: str) -> str:
    """Return a shape's local name from its IRI in N-Triples syntax.

    >>> local_name("<https://w3id.org/communique/shapes#Act-force>")
    'Act-force'
    """
    return term.strip("<>").removeprefix(SHAPES_NAMESPACE)
