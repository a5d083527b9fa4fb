"""Write layer: the JSON-LD context: how each property's values are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from communique.core.iris import NAMESPACE

Kind = Literal["iri", "words", "string", "integer", "boolean", "date"]

_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_DCTERMS: Final = "http://purl.org/dc/terms/"
_OA: Final = "http://www.w3.org/ns/oa#"
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"


@dataclass(frozen=True)
class ContextTerm:
    """A property's name in JSON and the kind of its values."""

    name: str
    kind: Kind


def _own(kind: Kind, names: str) -> dict[str, ContextTerm]:
    return {NAMESPACE + name: ContextTerm(name, kind) for name in names.split()}


def _outside(namespace: str, kind: Kind, names: str) -> dict[str, ContextTerm]:
    return {namespace + name: ContextTerm(name, kind) for name in names.split()}


#: Every property that a stand-alone file may hold, by IRI.
TERMS: Final[Mapping[str, ContextTerm]] = {
    **_outside(_RDFS, "words", "label comment"),
    **_outside(_RDFS, "iri", "seeAlso isDefinedBy"),
    **_outside(_SKOS, "words", "prefLabel altLabel definition scopeNote example note"),
    **_outside(_SKOS, "iri", "inScheme topConceptOf hasTopConcept broader narrower related"),
    **_outside(_DCTERMS, "words", "title description"),
    **_outside(_DCTERMS, "string", "identifier language"),
    **_outside(_DCTERMS, "date", "issued created"),
    **_outside(_DCTERMS, "iri", "isPartOf subject license"),
    **_outside(_OA, "integer", "start end"),
    **_outside(_OA, "string", "exact"),
    "https://schema.org/sameAs": ContextTerm("sameAs", "iri"),
    **_own("words", "issuer place reason text marker citedPart nameAsListed"),
    **_own("string", "sha256 fileName rule overriddenRule alpha2 alpha3 m49 unRegion"),
    **_own("integer", "preambleCount operativeCount statementCount endorsementCount"),
    **_own("integer", "reservationCount length number position"),
    **_own("boolean", "negated binding reviewed asterisk"),
    **_own("date", "listedAsOf endorsedOn"),
    **_own("iri", "adoptedAt hasExpression hasParagraph hasSource publishedAt translationOf"),
    **_own("iri", "hasStatement authority retrievedFrom span asteriskSpan role mentions act"),
    **_own("iri", "citation topicAssignment force forceSource addressee origin instrument topic"),
    **_own("iri", "declaration endorser hasReservation paragraph state kind kindSource hasPoint"),
    **_own("iri", "correspondence primaryForce cites endorses reservesOn reservedBy summarises"),
    **_own("iri", "host wikidata"),
}

#: Names for properties read against their direction, so that the file is one tree.
REVERSE: Final[Mapping[str, str]] = {
    "endorsements": NAMESPACE + "declaration",
    "summaries": NAMESPACE + "declaration",
    "endorsers": NAMESPACE + "endorses",
    "contents": _DCTERMS + "isPartOf",
}


def make_context(base: str) -> dict[str, object]:
    """Return the context; `communique:` abbreviates the base of the data's IRIs."""
    context: dict[str, object] = {
        "@version": 1.1,
        "@vocab": NAMESPACE,
        "communique": base,
        "id": "@id",
        "type": "@type",
        "included": "@included",
    }
    context |= {term.name: _define(iri, term.kind) for iri, term in TERMS.items()}
    context |= {name: {"@reverse": iri} for name, iri in REVERSE.items()}
    return context


def _define(iri: str, kind: Kind) -> dict[str, object]:
    definition: dict[str, object] = {"@id": iri}
    if kind == "iri":
        definition["@type"] = "@id"
    elif kind == "words":
        definition["@container"] = "@language"
    elif kind == "date":
        definition["@type"] = _XSD + "date"
    return definition
