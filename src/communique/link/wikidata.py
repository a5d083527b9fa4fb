"""Link layer: the terms of Wikidata's vocabulary that are asked for, and how a question is written.

Source: Wikibase RDF dump format, https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from communique.query.answer import Value
from communique.read.links import WIKIDATA_ENTITY

#: Wikidata's own endpoint.
ENDPOINT: Final = "https://query.wikidata.org/sparql"
DIRECT: Final = "http://www.wikidata.org/prop/direct/"
LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"
SAME_AS: Final = "http://www.w3.org/2002/07/owl#sameAs"
#: The properties of the snapshot, in this order.
PROPERTIES: Final = ("P297", "P298", "P299", "P30", "P463")
#: Wikidata's tags of the languages of our records; it has Chinese names under two of them.
LANGUAGES: Final = ("ar", "en", "es", "fr", "ru", "zh", "zh-hans")
#: Country, state, dependent territory, administrative territorial entity.
TERRITORIES: Final = ("Q6256", "Q7275", "Q161243", "Q56061")

PREFIXES: Final = """PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX wikibase: <http://wikiba.se/ontology#>
"""


@dataclass(frozen=True)
class Question:
    """A SELECT about many subjects at once, which `VALUES` binds to the first of its variables.

    All that `pattern` asks is OPTIONAL, so that every subject comes back: one that doesn't has not
    been answered. The pattern is a constant or written by pyoxigraph, never a user's text.
    """

    variables: tuple[str, ...]
    pattern: str
    prologue: str = PREFIXES

    def write(self, subjects: Iterable[Value]) -> str:
        """Return the query about these subjects."""
        names = " ".join(f"?{name}" for name in self.variables)
        terms = " ".join(str(subject) for subject in subjects)
        return (
            f"{self.prologue}SELECT DISTINCT {names} WHERE {{\n"
            f"  VALUES ?{self.variables[0]} {{ {terms} }}\n{self.pattern}}}\n"
        )


def item_iri(item: str) -> ox.NamedNode:
    """Return the IRI of an item.

    >>> item_iri("Q36").value
    'http://www.wikidata.org/entity/Q36'
    """
    return ox.NamedNode(WIKIDATA_ENTITY + item)


def list_languages(languages: Sequence[str] = LANGUAGES) -> str:
    """Return language tags for SPARQL's IN.

    >>> list_languages(("en", "zh-hans"))
    '"en", "zh-hans"'
    """
    return ", ".join(f'"{language}"' for language in languages)


def list_items(items: Iterable[str]) -> str:
    """Return items for SPARQL's VALUES.

    >>> list_items(["Q36", "Q35"])
    'wd:Q36 wd:Q35'
    """
    return " ".join(f"wd:{item}" for item in items)
