"""Server layer: the ASGI application: which part answers a request, and what becomes of errors."""

from __future__ import annotations

import time
import traceback
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Final, TypeAlias

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from communique.server.deployment import Deployment
from communique.server.documents import send_whole
from communique.server.lifespan import Lifespan
from communique.server.outbox import Outbox
from communique.server.problems import Problem, choose_problem_type
from communique.server.request_log import RequestLog
from communique.server.response_headers import COMMON, METHODS, QUERY_METHODS, preflight
from communique.server.services import Services

Handler: TypeAlias = Callable[[Request], Awaitable[Response]]

_QUESTIONS: Final = "queries/"


class Application:
    """Answers every request: with a file of the site, or with what the services compute."""

    def __init__(
        self,
        deployment: Deployment,
        services: Services,
        lifespan: Lifespan,
        outbox: Outbox,
        log: RequestLog,
    ) -> None:
        """Put the parts together; nothing is started."""
        self._outbox = outbox
        self._deployment, self._services = deployment, services
        self._lifespan, self._log = lifespan, log
        self._prefix = deployment.sources.prefix
        self._computed: dict[str, Handler] = {
            f"{self._prefix}sparql": services.answer_sparql,
            f"{self._prefix}queries": services.list_questions,
            f"{self._prefix}openapi.json": services.describe_api,
            f"{self._prefix}health": services.tell_health,
            f"{self._prefix}ready": services.tell_readiness,
            f"{self._prefix}static/editor/endpoint.json": services.tell_endpoint,
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, and write a line to the log."""
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
            return
        if scope["type"] != "http":
            raise ValueError(f"no {scope['type']} here")
        exchange = _Exchange(send)
        started = time.perf_counter()
        try:
            await self._answer(scope, receive, exchange)
        finally:
            self._log.write_request(
                scope, status=exchange.status, sent=exchange.sent, started=started
            )

    async def _answer(self, scope: Scope, receive: Receive, exchange: _Exchange) -> None:
        try:
            await self._route(scope, receive, exchange)
        except Problem as problem:
            await self._tell(problem, scope, exchange)
        except Exception:
            self._log.write_event("error", traceback=traceback.format_exc())
            if exchange.status:  # the connection is broken off: half an answer is none
                raise
            detail = "The server failed. The fault is in its log."
            await self._tell(Problem(500, "server-fault", detail), scope, exchange)

    async def _route(self, scope: Scope, receive: Receive, send: _Exchange) -> None:
        path = scope["raw_path"].decode("latin-1")
        # An escaped letter is the same letter.
        handler = self._computed.get(path) or self._computed.get(scope["path"])
        if handler is None and path.startswith(self._prefix + _QUESTIONS):
            handler = self._services.answer_question
            scope["path_params"] = {"name": scope["path"].removeprefix(self._prefix + _QUESTIONS)}
        if handler is not None:
            await self._compute(handler, scope, receive, send)
            return
        try:
            await self._deployment.documents(scope, receive, send)
        except (FileNotFoundError, Problem) as error:
            # Perhaps a new site has just taken the place of the one we know.
            missing = isinstance(error, FileNotFoundError) or error.status == HTTPStatus.NOT_FOUND
            if not missing or not self._deployment.refresh():
                raise
            await self._deployment.documents(scope, receive, send)

    async def _compute(self, handler: Handler, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a service answer; only queries are posted."""
        posts = handler == self._services.answer_sparql
        methods = QUERY_METHODS if posts else METHODS
        if scope["method"] == "OPTIONS":
            await send_whole(send, 204, [*COMMON, *preflight(methods)], b"")
            return
        if not posts and scope["method"] not in ("GET", "HEAD"):
            allow = methods.decode()
            detail = f"Only {allow} are possible here."
            raise Problem(405, "method-not-allowed", detail, headers={"Allow": allow})
        request = Request(scope, receive)
        response = await handler(request)
        response.raw_headers.extend(COMMON)
        await self._outbox.send(response, send)

    async def _tell(self, problem: Problem, scope: Scope, send: Send) -> None:
        sent = Headers(scope=scope)
        accept = ", ".join(sent.getlist("accept"))
        page = None
        if problem.status == HTTPStatus.NOT_FOUND and choose_problem_type(accept) == "text/html":
            language = sent.get("accept-language")
            page = await self._deployment.documents.read_page("404", language)
        headers, body = problem.write(accept, root=self._prefix, page=page.data if page else None)
        await send_whole(send, problem.status, headers, body)


class _Exchange:
    """Passes a response on, and remembers its status and size for the log."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.status = 0
        self.sent = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
        else:
            self.sent += len(message.get("body", b""))
        await self._send(message)
