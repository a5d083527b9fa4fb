"""Server layer: what is computed for a request: SPARQL, canned questions, descriptions, health."""

from __future__ import annotations

import asyncio
import re
from typing import Final

import orjson
from starlette.requests import Request
from starlette.responses import Response

from communique.server.canned_api import CannedApi
from communique.server.deployment import Deployment
from communique.server.endpoint import Asker, to_problem
from communique.server.job import Job, Refused, ResultFormat
from communique.server.media_types import GRAPH_TYPES, with_charset
from communique.server.negotiation import choose_type
from communique.server.openapi import describe_api
from communique.server.problems import Problem
from communique.server.query_form import write_query_form
from communique.server.response_headers import DATA_POLICY, OWN_PAGE_POLICY, PAGE_POLICY
from communique.server.service_description import (
    GRAPHS_QUERY,
    describe_service,
    read_graphs,
    write_description,
)
from communique.server.sparql_protocol import Bounds, read_operation

_HOST: Final = re.compile(r"(?:[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?")
_OURSELVES: Final = "description"
_JSON: Final = "application/json"


class Services:
    """Answers the requests that no file answers."""

    def __init__(
        self, asker: Asker, deployment: Deployment, bounds: Bounds, *, address: str | None
    ) -> None:
        """Ask the pool of `asker`; `address` is the server's root as readers know it, if set."""
        self._asker, self._deployment, self._bounds = asker, deployment, bounds
        self._address, self._prefix = address, deployment.sources.prefix
        self._canned = CannedApi(asker, prefix=self._prefix)
        self._named_at: int | None = None
        self._graphs: tuple[int, list[tuple[str, int]]] | None = None
        self._api: bytes | None = None
        self.stopping = False

    async def answer_sparql(self, request: Request) -> Response:
        """Answer a query; without one describe the endpoint, or give a browser its form."""
        operation = await read_operation(request, self._bounds)
        if operation.query is not None:
            return await self._asker.ask(request, operation)
        accept = operation.media_type or ", ".join(request.headers.getlist("accept"))
        chosen = choose_type(accept, [*GRAPH_TYPES, "text/html"])
        if chosen is None:
            detail = "The parameter 'query' is missing."
            raise Problem(400, "no-query", detail)
        if chosen == "text/html":
            return await self._show_form(request)
        return await self._describe(request, chosen, GRAPH_TYPES[chosen])

    async def _show_form(self, request: Request) -> Response:
        """Show the site's page for queries, or a plain form where it has none."""
        language = request.headers.get("accept-language")
        page = await self._deployment.documents.read_page("sparql", language)
        if page is not None and page.data is not None:
            return _respond(page.data, "text/html", PAGE_POLICY, vary="Accept, Accept-Language")
        return _respond(write_query_form(self._prefix), "text/html", OWN_PAGE_POLICY)

    async def list_questions(self, request: Request) -> Response:
        """List the canned questions."""
        return await self._canned.list_all(request)

    async def answer_question(self, request: Request) -> Response:
        """Answer a canned question; names are those of the graph that answers now."""
        number = self._asker.pool.status().generation
        if self._named_at != number:
            self._canned.forget_names()
            self._named_at = number
        return await self._canned.answer(request)

    async def describe_api(self, request: Request) -> Response:
        """Describe the API."""
        if self._api is None:
            queries = await asyncio.to_thread(lambda: self._canned.queries)
            self._api = orjson.dumps(describe_api(queries.values(), prefix=self._prefix))
        return _respond(self._api, _JSON, DATA_POLICY)

    async def tell_endpoint(self, request: Request) -> Response:
        """Tell the SPARQL page where to send queries; on a file host it is told of nowhere."""
        told = {"endpoint": f"{self._prefix}sparql"}
        return _respond(orjson.dumps(told), _JSON, DATA_POLICY)

    async def tell_health(self, request: Request) -> Response:
        """Tell that the server is alive; nothing is asked of anybody."""
        return _respond(b'{"status":"alive"}', _JSON, DATA_POLICY)

    async def tell_readiness(self, request: Request) -> Response:
        """Tell whether queries are answered: 503 while the server starts or stops."""
        status = self._asker.pool.status()
        ready = status.generation > 0 and not self.stopping
        told = {
            "status": "ready" if ready else "not ready",
            "generation": self._deployment.number,
            "running": status.running,
            "waiting": status.waiting,
        }
        return _respond(orjson.dumps(told), _JSON, DATA_POLICY, status=200 if ready else 503)

    async def _describe(self, request: Request, media_type: str, form: ResultFormat) -> Response:
        graphs = await self._list_graphs()
        endpoint = f"{self._find_root(request)}sparql"
        allowed = bool(self._asker.limits.service_allowed)
        described = describe_service(endpoint, graphs, federated=allowed)
        body = write_description(described, form)
        return _respond(body, media_type, DATA_POLICY, vary="Accept, Host")

    async def _list_graphs(self) -> list[tuple[str, int]]:
        number = self._asker.pool.status().generation
        if self._graphs is None or self._graphs[0] != number:
            found = await self._asker.pool.answer(Job(GRAPHS_QUERY, "json"), client=_OURSELVES)
            if isinstance(found, Refused):
                raise to_problem(found)
            self._graphs = (number, read_graphs(found.body))
        return self._graphs[1]

    def _find_root(self, request: Request) -> str:
        """Return the address of the server's root: as it is set, else as the client called it."""
        if self._address:
            return self._address
        host = request.headers.get("host", "")
        if not _HOST.fullmatch(host):
            raise Problem(400, "bad-host", "The header Host is missing or malformed.")
        return f"{request.url.scheme}://{host}{self._prefix}"


def _respond(
    body: bytes, media_type: str, policy: bytes, *, status: int = 200, vary: str = "Accept"
) -> Response:
    headers = {
        "Content-Type": with_charset(media_type),
        "Content-Security-Policy": policy.decode(),
        "Cache-Control": "no-cache",
        "Vary": vary,
    }
    return Response(body, status_code=status, headers=headers)
