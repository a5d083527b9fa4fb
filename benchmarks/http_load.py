"""Clients that ask one thing over and over, each on a connection that it keeps."""

from __future__ import annotations

import contextlib
import multiprocessing
import socket
import statistics
import time
from collections.abc import Iterator, Sequence
from urllib.parse import urlencode, urlsplit

CLIENTS = 4
_WAIT_SECONDS = 60


def write_request(path: str, *, accept: str, gzip: bool = True) -> bytes:
    """Return a GET request."""
    encoding = "Accept-Encoding: gzip\r\n" if gzip else ""
    return f"GET {path} HTTP/1.1\r\nHost: x\r\nAccept: {accept}\r\n{encoding}\r\n".encode()


def write_query(address: str, query: str, *, accept: str) -> tuple[int, bytes]:
    """Return the port of an endpoint, and the request that sends it a query."""
    parts = urlsplit(address)
    path = f"{parts.path}?{urlencode({'query': query})}"
    return parts.port or 80, write_request(path, accept=accept, gzip=False)


def measure_rate(port: int, request: bytes, *, seconds: float, clients: int = CLIENTS) -> float:
    """Return how many requests a second are answered when several clients ask at once."""
    with multiprocessing.Pool(clients) as pool:
        jobs = [(port, request, seconds)] * clients
        pool.starmap(_count, [(port, request, 0.2)] * clients)
        return sum(pool.starmap(_count, jobs)) / seconds


def measure_latencies(port: int, requests: Sequence[bytes]) -> float:
    """Return the median of the milliseconds that requests take, one after another."""
    with _connect(port) as connection:
        taken = []
        for request in requests:
            started = time.perf_counter()
            read_reply(connection, request)
            taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken)


def _count(port: int, request: bytes, seconds: float) -> int:
    """Return how many replies come back in some seconds; a closed connection is made anew."""
    count = 0
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        with _connect(port) as connection, contextlib.suppress(ConnectionError):
            while time.perf_counter() < until:
                read_reply(connection, request)
                count += 1
    return count


def _connect(port: int) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=_WAIT_SECONDS)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


def read_reply(connection: socket.socket, request: bytes) -> None:
    """Send a request, and read its whole reply, which is a 200."""
    connection.sendall(request)
    data = b""
    for piece in _pieces(connection):
        data += piece
        if b"\r\n\r\n" in data:
            break
    head, _, body = data.partition(b"\r\n\r\n")
    if b" 200 " not in head.split(b"\r\n")[0]:
        raise RuntimeError(f"no answer: {data[:500]!r}")
    lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    if not lengths:
        _read_chunks(connection, body)
        return
    left = int(lengths[0].partition(b":")[2]) - len(body)
    while left > 0:
        left -= len(next(_pieces(connection)))


def _read_chunks(connection: socket.socket, body: bytes) -> None:
    """Read a reply in chunks to its end."""
    while not body.endswith(b"0\r\n\r\n"):
        body += next(_pieces(connection))


def _pieces(connection: socket.socket) -> Iterator[bytes]:
    while piece := connection.recv(2**18):
        yield piece
    raise ConnectionError("the server closed the connection")
