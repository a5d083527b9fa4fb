"""Read layer: Turtle files of the project's own: ontology, vocabularies, shapes."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from communique.core.errors import InputError, Place
from communique.core.iris import DEFAULT_BASE
from communique.core.source import read_text


def read_turtle(path: Path) -> list[ox.Quad]:
    """Return the triples of a Turtle file in its order, in the default graph; C080 on syntax."""
    text = read_text(path)
    try:
        return list(ox.parse(text, format=ox.RdfFormat.TURTLE, base_iri=DEFAULT_BASE))
    except SyntaxError as error:
        place = Place(path, error.lineno, error.offset)
        mend = "Mend the Turtle."
        raise InputError("C080", f"Turtle syntax: {error.msg}", mend=mend, place=place) from error
