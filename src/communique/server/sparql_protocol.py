"""Server layer: what a request to the endpoint asks for, by the SPARQL 1.1 Protocol.

Source: SPARQL 1.1 Protocol, sections 2.1 (query operation) and 2.1.4 (data set). Updates (section
2.2) are understood, and refused.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qs

import pyoxigraph as ox
from starlette.requests import ClientDisconnect, Request

from communique.server.problems import Problem
from communique.server.replies import expand_format
from communique.server.response_headers import QUERY_METHODS

_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"
_UPDATE_PARAMETERS: Final = ("update", "using-graph-uri", "using-named-graph-uri")
_MOST_PARAMETERS: Final = 200
#: A form writes each byte with three.
_ESCAPED: Final = 3
_MARGIN_BYTES: Final = 16 * 2**10


@dataclass(frozen=True)
class Bounds:
    """How large a request may be, and how long its body may take to arrive."""

    query_bytes: int
    body_seconds: float


@dataclass(frozen=True)
class Operation:
    """A query operation; `query` is None where none is given (a GET for the description)."""

    query: str | None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    #: The media type that a parameter asks for.
    media_type: str | None = None


async def read_operation(request: Request, bounds: Bounds) -> Operation:
    """Return what a request asks for.

    Problem: 400 for a parameter that is missing, doubled or malformed; 403 for an update; 405, 408,
    413 and 415 for what the names of these say.
    """
    if request.method in ("GET", "HEAD"):
        return _read_parameters(_parse(request.scope["query_string"]), None)
    if request.method != "POST":
        allow = QUERY_METHODS.decode()
        detail = "A query is sent with GET or POST."
        raise Problem(405, "method-not-allowed", detail, headers={"Allow": allow})
    media_type = _read_content_type(request)
    body = await _read_body(request, bounds)
    if media_type == _QUERY:
        return _read_parameters(_parse(request.scope["query_string"]), _decode(body))
    operation = _read_parameters(_parse(body), None)
    if operation.query is None:
        raise Problem(400, "no-query", "The parameter 'query' is missing.")
    return operation


def _read_content_type(request: Request) -> str:
    """Return the media type of a body that can be a query; Problem for every other."""
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        # A megabyte may unfold to a thousand: nobody has to send a query compressed.
        headers = {"Accept-Encoding": "identity"}
        detail = "The body is compressed. Send it as it is."
        raise Problem(415, "compressed-body", detail, headers=headers)
    media_type, _, parameters = request.headers.get("content-type", "").partition(";")
    media_type = media_type.strip().lower()
    if media_type == _UPDATE:
        raise _refuse_update()
    if media_type not in (_FORM, _QUERY):
        detail = f"A query is posted as {_QUERY} or {_FORM}."
        raise Problem(415, "content-type", detail, headers={"Accept-Post": f"{_QUERY}, {_FORM}"})
    for one in parameters.split(";"):
        name, _, value = one.partition("=")
        charset = value.strip().strip('"').lower()
        if name.strip().lower() == "charset" and charset not in ("utf-8", "utf8", "us-ascii"):
            raise Problem(415, "charset", "Send the query in UTF-8.")
    return media_type


async def _read_body(request: Request, bounds: Bounds) -> bytes:
    """Return a request's body, never holding more of it than a query may have."""
    largest = bounds.query_bytes * _ESCAPED + _MARGIN_BYTES
    too_large = Problem(
        413,
        "request-too-large",
        f"A query may have {bounds.query_bytes} bytes.",
        headers={"Connection": "close"},
    )
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared[:18]) > largest:
        raise too_large
    pieces: list[bytes] = []
    held = 0
    try:
        async with asyncio.timeout(bounds.body_seconds):
            async for piece in request.stream():
                held += len(piece)
                if held > largest:
                    raise too_large
                pieces.append(piece)
    except TimeoutError as error:
        detail = f"The body didn't arrive within {bounds.body_seconds:g} seconds."
        raise Problem(408, "slow-body", detail, headers={"Connection": "close"}) from error
    except ClientDisconnect as error:
        raise Problem(400, "disconnected", "The client went away.") from error
    return b"".join(pieces)


def _decode(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Problem(400, "not-utf-8", "The query isn't valid UTF-8.") from error


def _parse(encoded: bytes) -> dict[str, list[str]]:
    """Return the parameters of a query string or a form, all values in their order."""
    try:
        return parse_qs(
            encoded.decode("utf-8"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MOST_PARAMETERS,
        )
    except UnicodeDecodeError as error:
        raise Problem(400, "not-utf-8", "The parameters aren't valid UTF-8.") from error
    except ValueError as error:
        detail = f"There are more than {_MOST_PARAMETERS} parameters."
        raise Problem(400, "too-many-parameters", detail) from error


def _read_parameters(parameters: Mapping[str, list[str]], direct: str | None) -> Operation:
    """Return the operation of its parameters; `direct` is a query that came as the body."""
    if any(name in parameters for name in _UPDATE_PARAMETERS):
        raise _refuse_update()
    queries = [*parameters.get("query", []), *([] if direct is None else [direct])]
    if len(queries) > 1:
        raise Problem(400, "two-queries", "Send one query, once.")
    return Operation(
        query=queries[0] if queries else None,
        default_graphs=_read_graphs(parameters, "default-graph-uri"),
        named_graphs=_read_graphs(parameters, "named-graph-uri"),
        media_type=_read_format(parameters),
    )


def _read_graphs(parameters: Mapping[str, list[str]], name: str) -> tuple[str, ...]:
    """Return the graphs of a data set; they are names here, and never fetched."""
    for iri in parameters.get(name, []):
        try:
            ox.NamedNode(iri)
        except ValueError as error:
            detail = f"A value of '{name}' is no absolute IRI."
            raise Problem(400, "no-iri", detail) from error
    return tuple(parameters.get(name, []))


def _read_format(parameters: Mapping[str, list[str]]) -> str | None:
    asked = [*parameters.get("format", []), *parameters.get("_format", [])]
    return expand_format(asked) if asked else None


def _refuse_update() -> Problem:
    return Problem(403, "read-only", "The data can be read here, not changed.")
