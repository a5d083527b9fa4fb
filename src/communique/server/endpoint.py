"""Server layer: `/sparql`: a query is looked at, put to the pool, and answered when it is whole."""

from __future__ import annotations

import asyncio
import hashlib
import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from communique.server.inspection import inspect_query
from communique.server.job import Job, Refused, ResultFormat, Whole
from communique.server.limits import Limits
from communique.server.media_types import answer_types, with_charset
from communique.server.negotiation import choose_type
from communique.server.pool import Pool
from communique.server.problems import Problem
from communique.server.response_headers import DATA_POLICY
from communique.server.sparql_protocol import Operation

#: Longer queries are looked at in another thread.
_SHORT_QUERY: Final = 4096
#: Clients of one network of IPv6 count as one: each can take any address of it.
_NETWORK_BITS: Final = 64


@dataclass(frozen=True)
class Asker:
    """Puts queries of clients to the pool, and makes responses of what comes back."""

    pool: Pool
    limits: Limits

    async def ask(self, request: Request, operation: Operation) -> Response:
        """Return the response to a query operation; Problem if it can't be answered."""
        query = operation.query or ""
        request.scope["communique.query"] = hashlib.sha256(query.encode()).hexdigest()[:16]
        if len(query) > _SHORT_QUERY:
            form = await asyncio.to_thread(inspect_query, query, self.limits)
        else:
            form = inspect_query(query, self.limits)
        if isinstance(form, Refused):
            raise to_problem(form)
        media_type = choose(request, operation.media_type, answer_types(form))
        job = Job(
            query,
            answer_types(form)[media_type],
            default_graphs=operation.default_graphs,
            named_graphs=operation.named_graphs,
        )
        return await self.answer(request, job, media_type)

    async def answer(self, request: Request, job: Job, media_type: str) -> Response:
        """Return the response to a job; a client that goes away takes its query with it."""
        asked = asyncio.ensure_future(self.pool.answer(job, client=name_client(request)))
        left = asyncio.ensure_future(_wait_until_left(request))
        try:
            await asyncio.wait({asked, left}, return_when=asyncio.FIRST_COMPLETED)
            if not asked.done():
                raise Problem(400, "disconnected", "The client went away.")
            found = await asked
        finally:
            asked.cancel()
            left.cancel()
        if isinstance(found, Refused):
            raise to_problem(found)
        return write_response(request, found, media_type)


def write_response(request: Request, found: Whole, media_type: str) -> Response:
    """Return a whole answer as a response."""
    request.scope["communique.rows"] = found.rows
    headers = {
        "Vary": "Accept",
        "Cache-Control": "no-cache",
        "Content-Security-Policy": DATA_POLICY.decode(),
    }
    # Starlette would add the charset to text types itself, in the media type's place.
    headers["Content-Type"] = with_charset(media_type)
    return Response(found.body, headers=headers)


def choose(request: Request, asked: str | None, types: Mapping[str, ResultFormat]) -> str:
    """Return the media type of the answer that a client wants; Problem 406 if there is none."""
    accept = ", ".join(request.headers.getlist("accept"))
    chosen = choose_type(asked or accept, types)
    if chosen is None:
        detail = f"This answer can be had as: {', '.join(types)}."
        raise Problem(406, "not-acceptable", detail)
    return chosen


def to_problem(refused: Refused) -> Problem:
    """Return a refusal of the guard as the problem that a client is told."""
    problem = Problem(refused.status, refused.reason, refused.detail)
    if refused.retry_after_seconds is None:
        return problem
    return replace(problem, headers={"Retry-After": str(refused.retry_after_seconds)})


def name_client(request: Request) -> str:
    """Return whose share a request counts to: an address, or a network of IPv6."""
    host = request.client.host if request.client else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return "unknown"
    if address.version == 4:  # noqa: PLR2004 - the version's number
        return host
    return str(ipaddress.ip_network((address, _NETWORK_BITS), strict=False))


async def _wait_until_left(request: Request) -> None:
    """Return when the client has closed the connection; its body has been read before."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
