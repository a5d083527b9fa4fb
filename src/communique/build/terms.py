"""Build layer: the terms of the vocabularies that the quads are made of."""

from __future__ import annotations

from functools import cache
from typing import Final

import pyoxigraph as ox

from communique.core.iris import NAMESPACE

_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_DCTERMS: Final = "http://purl.org/dc/terms/"
_OA: Final = "http://www.w3.org/ns/oa#"
_VOID: Final = "http://rdfs.org/ns/void#"
_ELI: Final = "http://data.europa.eu/eli/ontology#"

TYPE: Final = ox.NamedNode(_RDF + "type")
LABEL: Final = ox.NamedNode(_RDFS + "label")
PREF_LABEL: Final = ox.NamedNode(_SKOS + "prefLabel")
ALT_LABEL: Final = ox.NamedNode(_SKOS + "altLabel")
SAME_AS: Final = ox.NamedNode("https://schema.org/sameAs")
PRIMARY_TOPIC: Final = ox.NamedNode("http://xmlns.com/foaf/0.1/primaryTopic")
START: Final = ox.NamedNode(_OA + "start")
END: Final = ox.NamedNode(_OA + "end")
EXACT: Final = ox.NamedNode(_OA + "exact")
DATASET: Final = ox.NamedNode(_VOID + "Dataset")
TRIPLES: Final = ox.NamedNode(_VOID + "triples")
DATE: Final = ox.NamedNode(_XSD + "date")
TRUE: Final = ox.Literal(True)
FALSE: Final = ox.Literal(False)


@cache
def cq(name: str) -> ox.NamedNode:
    """Return a term of Communique's own vocabulary.

    >>> cq("Act").value
    'https://w3id.org/communique/ns#Act'
    """
    return ox.NamedNode(NAMESPACE + name)


@cache
def dcterms(name: str) -> ox.NamedNode:
    """Return a term of DCMI Metadata Terms."""
    return ox.NamedNode(_DCTERMS + name)


@cache
def legal_value(name: str) -> ox.NamedNode:
    """Return a legal value of ELI, such as `LegalValue-unofficial`. Source: ELI ontology 1.5."""
    return ox.NamedNode(f"{_ELI}LegalValue-{name}")


def boolean(value: bool) -> ox.Literal:
    """Return an xsd:boolean literal."""
    return TRUE if value else FALSE
