"""Server layer: the API described as an OpenAPI 3.1 document, out of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from communique import __version__
from communique.query.canned import CannedQuery, Parameter
from communique.server.media_types import GRAPH_TYPES, ROW_TYPES

_PROBLEM: Final = "application/problem+json"
_REFUSALS: Final[Mapping[str, str]] = {
    "400": "A parameter is missing, unknown, doubled or can't be resolved, or the query is wrong",
    "406": "The answer can't be had in that format",
    "413": "The query or its answer is too large",
    "429": "This client asks too much at once; Retry-After says when to come back",
    "503": "The query takes too long, or too many run; Retry-After may say when to come back",
}
_SHAPES: Final[Mapping[str, Mapping[str, Any]]] = {
    "integer": {"type": "string", "pattern": "^[+-]?[0-9]{1,18}$"},
    "date": {"type": "string", "format": "date"},
    "language": {"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"},
}
_TEXT: Final[Mapping[str, Any]] = {"type": "string", "minLength": 1, "maxLength": 500}


def describe_api(queries: Iterable[CannedQuery], *, prefix: str) -> dict[str, Any]:
    """Return the document; `prefix` is where the server stands on its host."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Communique",
            "version": __version__,
            "summary": "Multilateral declarations as linked data: canned questions and SPARQL.",
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": prefix}],
        "paths": {
            "/queries": {"get": _describe_list()},
            **{f"/queries/{one.name}": {"get": _describe_query(one)} for one in queries},
            "/sparql": {"get": _describe_sparql_get(), "post": _describe_sparql_post()},
            "/health": {"get": _describe_state("health", "The server is alive", ["200"])},
            "/ready": {"get": _describe_state("ready", "Queries are answered", ["200", "503"])},
        },
        "components": {"schemas": {"Problem": _describe_problem()}},
    }


def _describe_query(query: CannedQuery) -> dict[str, Any]:
    columns = "\n".join(f"- `{name}`: {meaning}" for name, meaning in query.returns.items())
    description = f"{query.question['zh-Hans']}\n\nColumns:\n{columns}"
    if query.note:
        description += f"\n\n{query.note}"
    return {
        "operationId": query.name,
        "summary": query.question["en"],
        "description": description,
        "tags": [query.group],
        "parameters": [*map(_describe_parameter, query.parameters), _describe_format(ROW_TYPES)],
        "responses": _describe_responses(ROW_TYPES, ["400", "406", "413", "429", "503"]),
    }


def _describe_parameter(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "in": "query",
        "required": not parameter.optional,
        "description": f"A {parameter.kind}, as one would say it.",
        "schema": dict(_SHAPES.get(parameter.kind, _TEXT)),
        "example": parameter.example,
    }


def _describe_format(types: Iterable[str]) -> dict[str, Any]:
    return {
        "name": "_format",
        "in": "query",
        "description": "A media type; it takes the place of the header Accept.",
        "schema": {"type": "string", "enum": list(types)},
    }


def _describe_list() -> dict[str, Any]:
    return {
        "operationId": "listQueries",
        "summary": "The canned questions with their parameters and columns",
        "responses": _describe_responses(["application/json"], []),
    }


def _describe_sparql_get() -> dict[str, Any]:
    types = list(dict.fromkeys([*ROW_TYPES, *GRAPH_TYPES]))
    query = {
        "name": "query",
        "in": "query",
        "description": "A query of SPARQL 1.1. Without one the answer is a service description.",
        "schema": {"type": "string"},
        "example": "SELECT * WHERE { ?s a <https://w3id.org/communique/ns#State> } LIMIT 3",
    }
    return {
        "operationId": "sparqlGet",
        "summary": "SPARQL 1.1 Protocol; the default graph is the union of the named graphs",
        "parameters": [
            query,
            _describe_graphs("default-graph-uri"),
            _describe_graphs("named-graph-uri"),
            _describe_format(types),
        ],
        "responses": _describe_responses(
            [*types, "text/html"], ["400", "403", "406", "413", "429", "503"]
        ),
    }


def _describe_graphs(name: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "description": "Names of graphs of the data set; nothing is fetched.",
        "schema": {"type": "array", "items": {"type": "string", "format": "iri"}},
    }


def _describe_sparql_post() -> dict[str, Any]:
    types = list(dict.fromkeys([*ROW_TYPES, *GRAPH_TYPES]))
    form = {
        "type": "object",
        "required": ["query"],
        "properties": {"query": {"type": "string"}, "format": {"type": "string", "enum": types}},
    }
    content = {
        "application/x-www-form-urlencoded": {"schema": form},
        "application/sparql-query": {"schema": {"type": "string"}},
    }
    refusals = ["400", "403", "406", "408", "413", "415", "429", "503"]
    return {
        "operationId": "sparqlPost",
        "summary": "The same, for long queries",
        "requestBody": {"required": True, "content": content},
        "responses": _describe_responses(types, refusals),
    }


def _describe_state(name: str, summary: str, statuses: Iterable[str]) -> dict[str, Any]:
    content = {"application/json": {"schema": {"type": "object"}}}
    responses = {status: {"description": summary, "content": content} for status in statuses}
    return {"operationId": name, "summary": summary, "responses": responses}


def _describe_responses(types: Iterable[str], refusals: Iterable[str]) -> dict[str, Any]:
    problem = {"schema": {"$ref": "#/components/schemas/Problem"}}
    refused = {_PROBLEM: problem, "text/html": {}}
    return {
        "200": {"description": "The whole answer", "content": {name: {} for name in types}},
        **{
            status: {"description": _REFUSALS.get(status, "Refused"), "content": refused}
            for status in refusals
        },
    }


def _describe_problem() -> dict[str, Any]:
    """Describe problem details. Source: RFC 9457, section 3.1."""
    return {
        "type": "object",
        "required": ["type", "title", "status", "detail", "reason"],
        "properties": {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string", "description": "What is wrong, and how to mend it"},
            "reason": {"type": "string", "description": "The kind of the problem, for programs"},
            "available": {"type": "array", "items": {"type": "object"}},
        },
    }
