"""Check layer: the ontology with its data put before an OWL 2 DL reasoner, HermiT by owlready2.

What HermiT can't read is left out: values of datatypes that OWL 2 doesn't have (dates), and
`owl:imports`, which it would look up on the web; what is imported is already there.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from communique.check.ontology_material import Material
from communique.core.errors import ServiceError
from communique.core.iris import ONTOLOGY

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_IMPORTS: Final = "http://www.w3.org/2002/07/owl#imports"
_NOTHING: Final = "http://www.w3.org/2002/07/owl#Nothing"
#: Datatypes of XML Schema that OWL 2 lacks. Source: OWL 2 Structural Specification, section 4.
_NOT_OWL: Final = frozenset(
    _XSD + name
    for name in (
        "QName",
        "NOTATION",
        "date",
        "dayTimeDuration",
        "duration",
        "gDay",
        "gMonth",
        "gMonthDay",
        "gYear",
        "gYearMonth",
        "time",
        "yearMonthDuration",
    )
)


@dataclass(frozen=True)
class Reasoning:
    """What the reasoner says; `left_out` counts the triples that it wasn't given."""

    is_consistent: bool
    unsatisfiable: tuple[str, ...]
    triples: int
    left_out: int

    @property
    def is_clean(self) -> bool:
        """Whether there is no contradiction and every class can have a member."""
        return self.is_consistent and not self.unsatisfiable

    def summary(self) -> dict[str, Any]:
        """Return the outcome for machines."""
        return {
            "reasoner": "HermiT",
            "consistent": self.is_consistent,
            "unsatisfiable": list(self.unsatisfiable),
            "triples": self.triples,
            "left_out": self.left_out,
        }


def reason_over(material: Material) -> Reasoning:
    """Return what HermiT says on the ontology, its alignments, its vocabularies and the data.

    Errors: C082 without Java or the extra `reasoner`, or where the reasoner itself fails.
    """
    quads = [*material.ontology, *material.graph("vocabularies"), *material.graph("data")]
    return reason(quads)


def reason(quads: Iterable[ox.Quad]) -> Reasoning:
    """Return what HermiT says on some triples; errors as `reason_over`."""
    owlready2 = _load_owlready2()
    given = {quad.triple for quad in quads}
    kept = sorted((triple for triple in given if _is_readable(triple)), key=str)
    left_out = len(given) - len(kept)
    world = owlready2.World()
    try:
        _fill(world, kept)
        owlready2.sync_reasoner_hermit(world, infer_property_values=False, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError:
        return Reasoning(False, (), len(kept), left_out)
    except owlready2.OwlReadyError as error:
        mend = "Mend the literal or axiom that it can't take."
        raise ServiceError("C082", f"HermiT failed: {_shorten(str(error))}", mend=mend) from error
    return Reasoning(True, tuple(sorted(_find_empty(world))), len(kept), left_out)


def _fill(world: Any, triples: Iterable[ox.Triple]) -> None:
    """Read the triples into a world; from an open file, so that no IRI is looked up."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ontology.nt")
        path.write_bytes(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"")
        with path.open("rb") as file:
            world.get_ontology(ONTOLOGY).load(fileobj=file)


def _load_owlready2() -> Any:
    mend = "Install Java 17, and the package with its extra, communique[reasoner]."
    try:
        import owlready2
    except ImportError as error:
        raise ServiceError("C082", "the reasoner isn't installed", mend=mend) from error
    if shutil.which("java") is None:
        raise ServiceError("C082", "the reasoner needs Java, and there is none", mend=mend)
    return owlready2


def _is_readable(triple: ox.Triple) -> bool:
    value = triple.object
    foreign = isinstance(value, ox.Literal) and value.datatype.value in _NOT_OWL
    return triple.predicate.value != _IMPORTS and not foreign


def _find_empty(world: Any) -> Iterator[str]:
    """Yield the classes that can have no member; owl:Nothing itself is meant to be one."""
    for empty in world.inconsistent_classes():
        if empty.iri != _NOTHING:
            yield empty.iri


def _shorten(text: str) -> str:
    """Return the first line that says something of Java's or owlready2's message."""
    lines = [line.strip() for line in text.splitlines()]
    told = [line for line in lines if line and line != "Java error message is:"]
    return told[0].removeprefix('Exception in thread "main" ').rstrip(".") if told else "no message"
