"""A real HTTP server on loopback that answers as a script says, and keeps what it was asked."""

import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs


@dataclass(frozen=True)
class Reply:
    """One answer: status, headers, body; seconds between the body's bytes make it drip."""

    status: int = 200
    headers: Mapping[str, str] = field(
        default_factory=lambda: {"Content-Type": "application/sparql-results+json"}
    )
    body: bytes = b""
    missing_bytes: int = 0
    drip_seconds: float = 0.0


@dataclass(frozen=True)
class Request:
    """What a client sent."""

    method: str
    headers: Mapping[str, str]
    form: Mapping[str, list[str]]


@contextmanager
def serve(replies: Sequence[Reply]) -> Iterator[tuple[str, list[Request]]]:
    """Yield the server's address and the requests so far; the last reply is repeated."""
    requests: list[Request] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            form = parse_qs(self.rfile.read(length).decode())
            requests.append(Request("POST", dict(self.headers.items()), form))
            _answer(self, replies[min(len(requests), len(replies)) - 1])

        def do_GET(self) -> None:
            requests.append(Request("GET", dict(self.headers.items()), {}))
            _answer(self, replies[min(len(requests), len(replies)) - 1])

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/sparql", requests
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _answer(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    handler.send_response(reply.status)
    for name, value in reply.headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(reply.body) + reply.missing_bytes))
    handler.end_headers()
    if not reply.drip_seconds:
        handler.wfile.write(reply.body)
        return
    try:
        for byte in reply.body:
            handler.wfile.write(bytes([byte]))
            time.sleep(reply.drip_seconds)
    except OSError:
        return  # the client has hung up, as it should


def format_moment(seconds_from_now: float) -> str:
    """Return a moment as HTTP writes it."""
    return formatdate(time.time() + seconds_from_now, usegmt=True)
