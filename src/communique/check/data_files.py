"""Check layer: RDF files to be checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from communique.build.terms import cq
from communique.core.errors import InputError, Place
from communique.core.iris import DEFAULT_BASE
from communique.core.source import read_text

#: The RDF formats that files may have, by the ending of their name.
FORMATS: Final = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".json": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
}


@dataclass(frozen=True)
class DataFile:
    """An RDF file to be checked, read when it is looked at; its graphs are merged."""

    path: Path

    @cached_property
    def turtle(self) -> str:
        """The file as Turtle; errors as `read_quads`."""
        if self.path.suffix == ".ttl":
            return read_text(self.path)
        triples = dict.fromkeys(quad.triple for quad in self.quads)
        return (ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"").decode()

    @cached_property
    def quads(self) -> Sequence[ox.Quad]:
        """The file's quads; errors as `read_quads`."""
        return read_quads(self.path)


def load_store(path: Path) -> ox.Store:
    """Return a store with a file's quads; nothing of it waits for the interpreter's lock.

    A store rewrites the lexical forms of numbers and times, so its literals of these kinds are
    not what the file says. Errors: C001, C016, C080.
    """
    rdf_format, store = _format_of(path), ox.Store()
    try:
        store.bulk_load(path=path, format=rdf_format, base_iri=path.absolute().as_uri())
    except SyntaxError as error:
        raise _explain(error, path) from error
    except OSError as error:
        mend = "Check the name and the permissions."
        raise InputError(
            "C001", f"can't read the file: {error}", mend=mend, place=Place(path)
        ) from error
    return store


def read_quads(path: Path) -> list[ox.Quad]:
    """Return the quads of an RDF file, its format told by its name; C001, C016, C080."""
    rdf_format = _format_of(path)
    text = read_text(path)
    try:
        return list(ox.parse(text, format=rdf_format, base_iri=path.absolute().as_uri()))
    except SyntaxError as error:
        raise _explain(error, path) from error


def find_base(triples: Iterable[ox.Triple | ox.Quad]) -> str:
    """Return the base of the data's IRIs, as the IRI of a declaration shows it, or the default."""
    for triple in triples:
        if triple.object == cq("Declaration") and isinstance(triple.subject, ox.NamedNode):
            return triple.subject.value.rpartition("id/")[0]
    return DEFAULT_BASE


def _format_of(path: Path) -> ox.RdfFormat:
    rdf_format = FORMATS.get(path.suffix)
    if rdf_format is None:
        mend = f"Name it with one of: {', '.join(FORMATS)}."
        raise InputError("C016", f"unknown ending '{path.suffix}'", mend=mend, place=Place(path))
    return rdf_format


def _explain(error: SyntaxError, path: Path) -> InputError:
    place = Place(path, error.lineno, error.offset)
    problem = str(error.msg).removeprefix("Parser error ")
    return InputError("C080", problem, mend="Mend the syntax.", place=place)
