"""Server layer: the formats of documents and of answers, with their media types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from communique.server.job import QueryForm, ResultFormat

#: The formats of a document by the ending of their files, in the order of preference.
DOCUMENT_TYPES: Final[Mapping[str, str]] = {
    "html": "text/html",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "trig": "application/trig",
    "nq": "application/n-quads",
}
#: What the other endings of a site's files mean.
FILE_TYPES: Final[Mapping[str, str]] = {
    **DOCUMENT_TYPES,
    "atom": "application/atom+xml",
    "bib": "application/x-bibtex",
    "cff": "application/yaml",
    "css": "text/css",
    "csv": "text/csv",
    "gz": "application/gzip",
    "ico": "image/vnd.microsoft.icon",
    "js": "text/javascript",
    "json": "application/json",
    "map": "application/json",
    "md": "text/markdown",
    "patch": "text/plain",
    "png": "image/png",
    "rq": "application/sparql-query",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "wasm": "application/wasm",
    "woff2": "font/woff2",
    "xml": "application/xml",
    "zip": "application/zip",
}
#: Files without an ending, whose place is fixed. Source: VoID, section 7.2.
NAMED_FILES: Final[Mapping[str, str]] = {".well-known/void": "text/turtle"}

#: The formats of an answer with rows, in the order of preference; plain names are second choice.
ROW_TYPES: Final[Mapping[str, ResultFormat]] = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
#: The formats of the yes or no of ASK. Source: the CSV and TSV formats are for SELECT alone.
VERDICT_TYPES: Final[Mapping[str, ResultFormat]] = {
    name: form for name, form in ROW_TYPES.items() if form in ("json", "xml")
}
#: The formats of an answer with triples.
GRAPH_TYPES: Final[Mapping[str, ResultFormat]] = {
    "text/turtle": "turtle",
    "application/ld+json": "jsonld",
    "application/n-triples": "nt",
    "application/rdf+xml": "rdfxml",
}
#: Short names for `?format=`, besides the media types themselves.
SHORT_NAMES: Final[Mapping[str, str]] = {
    **DOCUMENT_TYPES,
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
    "nquads": "application/n-quads",
    "json-ld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
#: Every media type that can be asked for.
KNOWN_TYPES: Final = frozenset([*SHORT_NAMES.values(), *ROW_TYPES, *GRAPH_TYPES])


def answer_types(form: QueryForm) -> Mapping[str, ResultFormat]:
    """Return the media types that a query's answer can have, the preferred one first.

    >>> list(answer_types("ask"))[0]
    'application/sparql-results+json'
    """
    if form == "select":
        return ROW_TYPES
    return VERDICT_TYPES if form == "ask" else GRAPH_TYPES


def type_of_file(name: str) -> str:
    """Return the media type of a file of the site, by its place or its ending.

    >>> type_of_file("doc/state/POL.ttl"), type_of_file("files/x.unknown")
    ('text/turtle', 'application/octet-stream')
    """
    if name in NAMED_FILES:
        return NAMED_FILES[name]
    return FILE_TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")


def with_charset(media_type: str) -> str:
    """Return the value of Content-Type: text says that it is in UTF-8.

    Source: RDF 1.1 Turtle, N-Triples, JSON-LD and SPARQL results in JSON are in UTF-8 always.

    >>> with_charset("text/csv"), with_charset("application/ld+json")
    ('text/csv; charset=utf-8', 'application/ld+json')
    """
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
