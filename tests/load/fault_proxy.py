"""A TCP proxy on loopback that passes HTTP on, and breaks what it is told to break."""

import http.client
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal
from urllib.parse import urlsplit

Framing = Literal["length", "chunked", "close"]
_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length"}


@dataclass
class Fault:
    """What to do with requests of a method whose body or path holds `word`, `times` times.

    cut-request: the store gets a part of the body, then the line is cut. cut-reply: we get a part
    of the reply. lose-reply: the store has done it, and nobody says so. answer: the store isn't
    asked; `status`, `headers` and `body` are the reply, after `action`. hang: silence. reframe: the
    store gets the body whole, in chunks. call: `action` is called before the request is passed on.
    spoil: the store gets the first half of the lines as if they were all.
    """

    kind: Literal[
        "cut-request", "cut-reply", "lose-reply", "answer", "hang", "reframe", "call", "spoil"
    ]
    method: str = ""
    word: str = ""
    times: int = 1
    larger_than: int = -1
    fraction: float = 0.5
    at_line_end: bool = False
    framing: Framing = "length"
    status: int = 500
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    action: Callable[[], None] = lambda: None

    def takes(self, method: str, path: str, body: bytes) -> bool:
        """Tell whether this fault is for a request, and count it."""
        words = path.encode() + b" " + body[:4000]
        fits = self.method in ("", method) and self.word.encode() in words
        if not fits or self.times == 0 or len(body) <= self.larger_than:
            return False
        self.times -= 1
        return True


@dataclass
class Request:
    """What a client sent, as far as tests ask."""

    method: str
    path: str
    headers: dict[str, str]
    length: int


@dataclass
class Proxy:
    """The running proxy: its address, its faults, and what went through."""

    target: str
    url: str = ""
    faults: list[Fault] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def writes(self) -> list[Request]:
        """Return the requests that upload a graph."""
        return [one for one in self.requests if one.method == "PUT"]


@contextmanager
def run_proxy(target: str, *faults: Fault) -> Iterator[Proxy]:
    """Yield a proxy before `target`; every fault that is left over is none of the test's doing."""
    proxy = Proxy(target, faults=list(faults))

    class Handler(_Handler):
        pass

    Handler.proxy = proxy
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    proxy.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield proxy
    finally:
        proxy.closing.set()
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    """Its methods `do_GET` and so on are all `do_any`."""

    proxy: Proxy
    protocol_version = "HTTP/1.1"

    def handle_one_request(self) -> None:
        """Serve one request; a client that hangs up is part of the game."""
        with suppress(ConnectionError, http.client.HTTPException):
            super().handle_one_request()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""

    def do_any(self) -> None:
        """Pass the request on, or do what a fault says."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        request = Request(self.command, self.path, dict(self.headers.items()), len(body))
        self.proxy.requests.append(request)
        for fault in self.proxy.faults:
            if fault.takes(self.command, self.path, body):
                _BREAK[fault.kind](self, fault, body)
                return
        self.pass_on(body)

    def pass_on(self, body: bytes) -> None:
        """Ask the store, and hand its reply over."""
        self.reply(*self.ask(body))

    def ask(self, body: bytes, *, chunked: bool = False) -> tuple[int, dict[str, str], bytes]:
        """Return the store's status, headers and body; the line is cut if it has none."""
        target = urlsplit(self.proxy.target)
        upstream = http.client.HTTPConnection(target.hostname or "", target.port, timeout=120)
        try:
            headers = {
                name: text for name, text in self.headers.items() if name.lower() not in _HOP
            }
            parts = iter([body[:999], body[999:]]) if chunked else body
            upstream.request(self.command, self.path, parts, headers, encode_chunked=chunked)
            reply = upstream.getresponse()
            kept = {name: text for name, text in reply.getheaders() if name.lower() not in _HOP}
            return reply.status, kept, reply.read()
        except OSError as error:
            self.close_connection = True
            raise ConnectionAbortedError from error
        finally:
            upstream.close()

    def reply(
        self,
        status: int,
        headers: Mapping[str, str],
        body: bytes,
        framing: Framing = "length",
        cut: int | None = None,
    ) -> None:
        """Send a reply in a framing; with `cut` only so many bytes of its body, then hang up."""
        has_body = self.command != "HEAD" and status not in (204, 304)
        self.send_response_only(status)
        for name, text in headers.items():
            self.send_header(name, text)
        if has_body:
            name, text = _FRAME[framing](body)
            self.send_header(name, text)
        self.end_headers()
        if has_body:
            sent = body if cut is None else body[:cut]
            self.wfile.write(_to_chunks(sent) if framing == "chunked" else sent)
            if framing == "chunked" and cut is None:
                self.wfile.write(b"0\r\n\r\n")
        self.close_connection |= cut is not None or framing == "close"

    def hang_up(self) -> None:
        """Cut the line to the client."""
        self.close_connection = True
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)


for _method in ("GET", "PUT", "POST", "DELETE", "HEAD"):
    setattr(_Handler, f"do_{_method}", _Handler.do_any)

_FRAME: dict[str, Callable[[bytes], tuple[str, str]]] = {
    "length": lambda body: ("Content-Length", str(len(body))),
    "chunked": lambda _: ("Transfer-Encoding", "chunked"),
    "close": lambda _: ("Connection", "close"),
}


def _to_chunks(body: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(body), body) if body else b""


def _cut_request(handler: _Handler, fault: Fault, body: bytes) -> None:
    """Send the store a part of the body; with the framing `close` it hears the end of the line."""
    target = urlsplit(handler.proxy.target)
    part = body[: int(len(body) * fault.fraction)]
    with suppress(OSError), socket.create_connection((target.hostname, target.port), 30) as line:
        lines = [f"{handler.command} {handler.path} HTTP/1.1"]
        kept = [(name, text) for name, text in handler.headers.items() if name.lower() not in _HOP]
        framing = "length" if fault.framing == "close" else fault.framing
        lines += [f"{name}: {text}" for name, text in [*kept, _FRAME[framing](body)]]
        line.sendall("\r\n".join([*lines, "", ""]).encode())
        line.sendall(_to_chunks(part) if framing == "chunked" else part)
        if fault.framing == "close":
            line.shutdown(socket.SHUT_WR)
            line.settimeout(1)
            line.recv(1000)
    handler.hang_up()


def _cut_reply(handler: _Handler, fault: Fault, body: bytes) -> None:
    status, headers, reply = handler.ask(body)
    cut = int(len(reply) * fault.fraction)
    if fault.at_line_end:
        cut = reply.rindex(b"\n", 0, cut) + 1
    handler.reply(status, headers, reply, fault.framing, cut)
    handler.wfile.flush()
    handler.hang_up()


def _lose_reply(handler: _Handler, _fault: Fault, body: bytes) -> None:
    handler.ask(body)
    handler.hang_up()


def _answer(handler: _Handler, fault: Fault, _body: bytes) -> None:
    fault.action()
    handler.reply(fault.status, fault.headers, fault.body)


def _hang(handler: _Handler, _fault: Fault, _body: bytes) -> None:
    handler.proxy.closing.wait(60)
    handler.hang_up()


def _reframe(handler: _Handler, _fault: Fault, body: bytes) -> None:
    handler.reply(*handler.ask(body, chunked=True))


def _call(handler: _Handler, fault: Fault, body: bytes) -> None:
    fault.action()
    handler.pass_on(body)


def _spoil(handler: _Handler, _fault: Fault, body: bytes) -> None:
    lines = body.splitlines(keepends=True)
    handler.pass_on(b"".join(lines[: len(lines) // 2]))


_BREAK: dict[str, Callable[[_Handler, Fault, bytes], None]] = {
    "cut-request": _cut_request,
    "cut-reply": _cut_reply,
    "lose-reply": _lose_reply,
    "answer": _answer,
    "hang": _hang,
    "reframe": _reframe,
    "call": _call,
    "spoil": _spoil,
}
