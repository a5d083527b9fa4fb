"""Server layer: the whole server, put together from its settings, run until it is told to end."""

from __future__ import annotations

import contextlib
import logging
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import uvicorn

from communique.core.errors import InputError
from communique.core.resources import find_resource
from communique.server.application import Application
from communique.server.connections import bound_connections
from communique.server.deployment import Deployment, Sources
from communique.server.endpoint import Asker
from communique.server.lifespan import Lifespan
from communique.server.outbox import Outbox
from communique.server.pool import Pool
from communique.server.request_log import RequestLog
from communique.server.services import Services
from communique.server.settings import Settings
from communique.server.sparql_protocol import Bounds
from communique.write.prefixes import read_prefixes


def run_server(settings: Settings, site: Path, *, announce: Callable[[str], None]) -> None:
    """Serve a site until a signal ends it; running answers are finished first.

    `announce` is called with the server's address once it answers. Errors: C131 no site or graph,
    C132 the address can't be listened on, and those of the pool.
    """
    log = RequestLog(requests=settings.text("log-requests") == "yes")
    limits = settings.limits
    sources = Sources(
        site, settings.path("data"), settings.text("path"), settings.whole("cache-bytes")
    )
    deployment = Deployment(sources, log)
    prefixes = read_prefixes(find_resource("ontology", "prefixes.yaml"))
    pool = Pool(deployment.query_file, limits, prefixes)
    bounds = Bounds(limits.query_bytes, settings.number("body-seconds"))
    address = settings.optional_text("public-url")
    services = Services(Asker(pool, limits), deployment, bounds, address=address)
    lifespan = Lifespan(pool, deployment, log)
    outbox = Outbox(settings.whole("unsent-bytes"))
    application = Application(deployment, services, lifespan, outbox, log)
    with contextlib.closing(_listen(settings)) as listener, _forward_warnings(log):
        config = _configure(application, settings)
        server = _Server(config, services, lambda: announce(_spell(listener, sources.prefix)))
        try:
            server.run(sockets=[listener])
        except SystemExit:
            if lifespan.failure is None:
                raise
        finally:
            log.flush()
    if lifespan.failure is not None:
        raise lifespan.failure


class _Server(uvicorn.Server):
    """Tells when it listens and when it ends; a signal ends it with a clean exit."""

    def __init__(
        self, config: uvicorn.Config, services: Services, on_start: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._services, self._on_start = services, on_start

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._on_start()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._services.stopping = True
        super().handle_exit(sig, frame)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take the signals that end us. uvicorn's own would send them to itself again."""
        taken = (signal.SIGINT, signal.SIGTERM)
        before = {one: signal.signal(one, self.handle_exit) for one in taken}
        try:
            yield
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)


class _Forwarder(logging.Handler):
    """Writes warnings of a part as events of our log."""

    def __init__(self, log: RequestLog, event: str) -> None:
        super().__init__(logging.WARNING)
        self._log, self._event = log, event

    def emit(self, record: logging.LogRecord) -> None:
        self._log.write_event(self._event, level=record.levelname, message=record.getMessage())


@contextlib.contextmanager
def _forward_warnings(log: RequestLog) -> Iterator[None]:
    """Let warnings of uvicorn and of the guard be lines of our log until the block ends."""
    names = {"uvicorn.error": "uvicorn", "communique.server": "guard"}
    handlers = {logging.getLogger(one): _Forwarder(log, event) for one, event in names.items()}
    for logger, handler in handlers.items():
        logger.addHandler(handler)
    try:
        yield
    finally:
        for logger, handler in handlers.items():
            logger.removeHandler(handler)


def _configure(application: Application, settings: Settings) -> uvicorn.Config:
    trusted = settings.words("trusted-proxies")
    options: dict[str, Any] = {
        "http": bound_connections(
            header_seconds=settings.number("header-seconds"),
            header_bytes=settings.whole("header-bytes"),
            send_seconds=settings.number("send-seconds"),
            connections=settings.whole("connections"),
        ),
        "ws": "none",
        "lifespan": "on",
        "access_log": False,
        "log_config": None,
        "server_header": False,
        "proxy_headers": bool(trusted),
        "forwarded_allow_ips": list(trusted),
        "timeout_keep_alive": settings.whole("idle-seconds-of-connection"),
        "timeout_graceful_shutdown": settings.whole("shutdown-seconds"),
    }
    return uvicorn.Config(application, **options)


def _listen(settings: Settings) -> socket.socket:
    """Return a bound socket, so that a taken port is told before anything is started."""
    host, port = settings.text("host"), settings.whole("port")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        problem = f"can't listen on {host}, port {port}: {error.strerror or error}"
        mend = "Choose another with --host and --port; 0 takes a free port."
        raise InputError("C132", problem, mend=mend) from error
    listener.setblocking(False)
    return listener


def _spell(listener: socket.socket, prefix: str) -> str:
    """Return the address that a listening socket is reached at."""
    host, port = listener.getsockname()[:2]
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}{prefix}"
