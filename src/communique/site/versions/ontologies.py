"""Site layer: each version of the ontology under its version IRI, as it was published last."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import pyoxigraph as ox

from communique.build.terms import LABEL
from communique.core.iris import ONTOLOGY, Iris
from communique.site.addresses import LANGUAGES, document_of
from communique.site.page_writer import Page, PageWriter
from communique.site.serialisations import DocumentWriter
from communique.site.versions.change import GraphState
from communique.site.versions.sentences import clean
from communique.site.words import say

_VERSION_IRI: Final = "http://www.w3.org/2002/07/owl#versionIRI"
_DEFINITION: Final = ox.NamedNode("http://www.w3.org/2004/02/skos/core#definition")
#: The version IRIs that have files here, behind the ontology's own IRI.
_PLACE: Final = re.compile(r"/(?:[a-z]{1,20}/)?[0-9]{1,4}(?:\.[0-9]{1,4}){1,2}")


class OntologyPages:
    """Collects the ontologies of all versions of the graph; the latest one of a version stays."""

    def __init__(self, writer: PageWriter, prefixes: Mapping[str, str], iris: Iris) -> None:
        """Begin without any."""
        self._writer = writer
        self._documents = DocumentWriter(prefixes=prefixes, base=iris.base)
        self._found: dict[str, tuple[str, str, GraphState]] = {}

    def collect(self, state: GraphState) -> None:
        """Take the ontologies of one version of the graph."""
        for quad in state.find(_VERSION_IRI):
            place = quad.value.value.removeprefix(ONTOLOGY)
            if place != quad.value.value and _PLACE.fullmatch(place):
                self._found[f"ns{place}"] = (quad.value.value, quad.subject, state)

    def write(self) -> dict[str, bytes]:
        """Return the pages and the RDF files of the version IRIs."""
        files: dict[str, bytes] = {}
        for path, (iri, subject, state) in self._found.items():
            described = self._documents.write(_read_document(state, subject))
            files |= {f"{path}.{ending}": data for ending, data in described.items()}
            for language in LANGUAGES:
                page = Page(path, language)
                files[page.file] = self._write_page(page, iri, subject, state, described)
        return files

    def _write_page(
        self, page: Page, iri: str, subject: str, state: GraphState, described: Mapping[str, bytes]
    ) -> bytes:
        version = iri.rpartition("/")[2]
        label = state.labels(subject).get(page.language.lower(), "Communique")
        title = say("ontology_version", page.language, label=clean(label), version=version)
        return self._writer.write(
            "ontology-version.html",
            page,
            title=title,
            iri=iri,
            terms=_list_terms(state, subject, page.language),
            alternates={ending: page.way_to(f"{page.path}.{ending}") for ending in described},
        )


def _read_document(state: GraphState, document: str) -> list[ox.Triple]:
    """Return the triples of a document's subjects, with or without fragment, each once."""
    return list(
        dict.fromkeys(
            ox.Triple(ox.NamedNode(subject), ox.NamedNode(quad.predicate), quad.value)
            for subject in state.subjects
            if document_of(subject) == document
            for quad in state.quads_of(subject)
        )
    )


def _list_terms(state: GraphState, document: str, language: str) -> list[dict[str, str]]:
    """Return the terms that a document defines, by name."""
    tag = language.lower()
    found = []
    for subject in sorted(one for one in state.subjects if one.startswith(f"{document}#")):
        words = {
            key: next(
                (
                    value.value
                    for value in state.values(subject, predicate)
                    if isinstance(value, ox.Literal) and (value.language or "").lower() == tag
                ),
                "",
            )
            for key, predicate in (("label", LABEL), ("definition", _DEFINITION))
        }
        found.append({"name": subject.partition("#")[2], **words})
    return found
