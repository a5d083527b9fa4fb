import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tests.server.generations import count_to, publish
from tests.server.process import Server, run_server


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with little patience, behind a proxy that it trusts."""
    site = tmp_path_factory.mktemp("strict") / "site"
    publish(site, "strict")
    options = ["--header-seconds", "0.5", "--body-seconds", "0.5", "--header-bytes", "8192"]
    options += ["--connections", "20", "--trusted-proxies", "127.0.0.1"]
    options += ["--public-url", "https://example.org/communique/"]
    with run_server("--site", site, *options) as running:
        yield running


def talk(server: Server, *pieces: bytes, pause: float = 0) -> bytes:
    """Send pieces, and return all that comes until the server closes the connection."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        try:
            for piece in pieces:
                connection.sendall(piece)
                time.sleep(pause)
        except (BrokenPipeError, ConnectionResetError):
            pass  # the server has said enough; what it said is read below
        try:
            return b"".join(iter(lambda: connection.recv(65536), b""))
        except ConnectionResetError:
            return b""


@pytest.mark.parametrize(
    "pieces",
    [[], [b"GET / HT"], [b"\r\n\r\n"], [b"GET / HTTP/1.1\r\n", *[b"X: y\r\n"] * 20]],
    ids=["silence", "half a line", "empty lines", "a header at a time"],
)
def test_a_slow_head_ends_the_connection(strict: Server, pieces: list[bytes]):
    """408 half a second after its begin, however it is drawn out."""
    started = time.monotonic()
    reply = talk(strict, *pieces, pause=0.1)
    assert b"408" in reply or not reply
    assert time.monotonic() - started < 5


def test_a_slow_body_ends_the_request(strict: Server):
    """408, and the connection is closed."""
    head = b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
    reply = talk(strict, head + b"Content-Length: 100\r\n\r\nASK")
    assert reply.startswith(b"HTTP/1.1 408 ")


def test_a_large_head_ends_the_connection(strict: Server):
    """431, long before it fills the memory."""
    lines = [b"X-%d: %s\r\n" % (number, b"y" * 1000) for number in range(5)]
    reply = talk(strict, b"GET / HTTP/1.1\r\n", *lines * 4, pause=0.02)
    assert not reply or reply.startswith(b"HTTP/1.1 431 ")


def test_too_many_connections_are_refused(strict: Server):
    """503 for those beyond the bound, with when to come again; afterwards all is as before."""
    held = [socket.create_connection(("127.0.0.1", strict.port)) for _ in range(20)]
    reply = strict.ask("/health")
    assert (reply.status, reply.type) == (503, "application/problem+json")
    assert (reply.headers["retry-after"], reply.headers["connection"]) == ("1", "close")
    for one in held:
        one.close()
    until = time.monotonic() + 5
    while strict.ask("/health").status != 200:
        assert time.monotonic() < until


@pytest.mark.parametrize(
    "request_line", [b"GARBAGE", b"GET / HTTP/9.9", b"GET http://[ HTTP/1.1", b"\x16\x03\x01\x02"]
)
def test_garbage_is_answered_with_400_or_nothing(strict: Server, request_line: bytes):
    """And the server lives on."""
    reply = talk(strict, request_line + b"\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert not reply or reply.startswith((b"HTTP/1.1 400 ", b"HTTP/1.1 408 "))
    assert strict.ask("/health").status == 200


def test_another_protocol_is_not_taken_up(strict: Server):
    """The request is answered as it is; the log has no line but its own."""
    asked = b"Connection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    reply = talk(strict, b"GET /health HTTP/1.1\r\nHost: x\r\n" + asked + b"\r\n")
    assert reply.startswith(b"HTTP/1.1 200 ")
    assert not [one for one in strict.events("uvicorn") if "pgrade" in one["message"]]


def test_answers_that_nobody_reads_hold_a_bounded_memory(tmp_path: Path):
    """What is on its way is bounded: 503 beyond; who reads nothing is cut off, and all is well."""
    site = tmp_path / "site"
    publish(site, "unread")
    options = ["--unsent-bytes", "30000000", "--send-seconds", "2"]
    long = f'SELECT ?text WHERE {{ VALUES ?text {{ "{"x" * 3000}" }} '
    query = count_to(3).replace("SELECT (COUNT(*) AS ?rows) WHERE {", long)
    path = f"/sparql?{urlencode({'query': query, 'format': 'csv'})}"
    request = f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n"
    with run_server("--site", site, *options) as server:
        with socket.socket() as deaf:
            deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            deaf.connect(("127.0.0.1", server.port))
            deaf.sendall(request.encode())
            _wait_for_status(server, query, 503)
            _wait_for_status(server, query, 200)
            assert b"200 OK" in deaf.recv(4096)
        assert len(server.query(query, format="csv").body) > 20_000_000


def _wait_for_status(server: Server, query: str, status: int) -> None:
    until = time.monotonic() + 20
    while server.query(query, format="csv").status != status:
        assert time.monotonic() < until
        time.sleep(0.1)


def test_the_client_is_whom_a_trusted_proxy_names(strict: Server, server: Server):
    """Anybody else's X-Forwarded-For is nothing."""
    sent = {"X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": "https"}
    for running, wanted in ((strict, "192.0.2.7"), (server, "127.0.0.1")):
        running.ask("/health?who", headers=sent)
        until = time.monotonic() + 5
        while not [one for one in running.events("request") if one["path"] == "/health"]:
            assert time.monotonic() < until
            time.sleep(0.05)
        time.sleep(0.3)
        assert running.events("request")[-1]["client"] == wanted


def test_the_endpoint_has_the_address_that_is_set(strict: Server):
    """Whatever the client calls it."""
    reply = strict.ask("/sparql", accept="text/turtle", headers={"Host": "other.example"})
    assert b"<https://example.org/communique/sparql#service>" in reply.body


def test_the_log_tells_what_happened_and_not_what_was_asked(server: Server):
    """One line of JSON a request; no query, no value of a parameter, no query string."""
    word = "nobody-must-know"
    server.query(f'SELECT ("{word}" AS ?x) {{}}')
    server.ask(f"/queries/statements-mentioning?phrase={word}")
    body = f'ASK {{ FILTER("{word}" = "") }}'.encode()
    headers = {"Content-Type": "application/sparql-query"}
    server.ask("/sparql", method="POST", headers=headers, body=body)
    server.ask(f"/doc/state/POL?{word}")
    time.sleep(0.5)
    text = "".join(server.log)
    assert word not in text
    last = [json.loads(line) for line in text.splitlines()][-4:]
    assert [one["path"] for one in last] == [
        "/sparql",
        "/queries/statements-mentioning",
        "/sparql",
        "/doc/state/POL",
    ]
    for one in last:
        assert {"time", "method", "status", "ms", "bytes", "client"} <= one.keys()
    assert len(last[0]["query"]) == 16
    assert last[0]["query"] != last[2]["query"]


def test_nothing_is_written_but_the_log(tmp_path: Path):
    """A site that can't be written to is served as well as any."""
    site = tmp_path / "site"
    publish(site, "read-only")
    before = sorted(path for path in tmp_path.rglob("*"))
    home = tmp_path / "nobody"
    with run_server("--site", site, environment={"HOME": str(home)}) as server:
        assert server.ask("/doc/x").status == 200
        assert server.query("ASK { ?s ?p ?o }").status == 200
    assert sorted(path for path in tmp_path.rglob("*")) == before
