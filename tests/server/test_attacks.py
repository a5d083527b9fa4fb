import os
import socket
import zlib
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.server.process import Reply, Server, run_server
from tests.server.xss import STRINGS

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
MEGABYTES = 1000 if os.environ.get("COMMUNIQUE_MATRIX") == "full" else 200
HIDDEN = "nobody outside may read this"

TRAVERSALS = [
    "../secret.txt",
    "doc/../../secret.txt",
    "doc/%2e%2e/%2e%2e/secret.txt",
    "doc/..%2f..%2fsecret.txt",
    "doc/%2e%2e%2f%2e%2e%2fsecret.txt",
    "doc/..%5c..%5csecret.txt",
    "doc\\..\\..\\secret.txt",
    "%2e%2e/secret.txt",
    "%252e%252e/secret.txt",
    "..%00/secret.txt",
    "doc/state/POL.ttl%00.html",
    "doc/%c0%ae%c0%ae/%c0%ae%c0%ae/secret.txt",
    "doc/%uff0e%uff0e/secret.txt",
    "//etc/passwd",
    "/etc/passwd",
    "%2fetc%2fpasswd",
    "file:///etc/passwd",
    "./../secret.txt",
    "doc/./../../secret.txt",
    ".../secret.txt",
    "....//secret.txt",
    "id/../../secret.txt",
    "id/%2e%2e/secret",
    "queries/../../secret.txt",
    "queries/%2e%2e%2fsecret.txt",
    "zh-Hans/../../secret.txt",
    "link.txt",
    "linked/secret.txt",
    "doc/linked/secret",
    "files/secret",
]


@pytest.fixture(scope="module")
def beside_a_secret(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose folder has a secret beside it, and links that lead there."""
    folder = tmp_path_factory.mktemp("secret")
    (folder / "secret.txt").write_text(HIDDEN, "utf-8")
    root = folder / "site"
    (root / "files").mkdir(parents=True)
    (root / "doc/state").mkdir(parents=True)
    (root / "doc/state/POL.ttl").write_text("<a:a> <a:b> <a:c> .\n", "utf-8")
    (root / "files/communique.nq").write_text("<a:a> <a:b> <a:c> <a:g> .\n", "utf-8")
    (root / "link.txt").symlink_to(folder / "secret.txt")
    (root / "files/secret.ttl").symlink_to(folder / "secret.txt")
    (root / "linked").symlink_to(folder)
    (root / "doc/linked").symlink_to(folder)
    with run_server("--site", root) as running:
        yield running


@pytest.mark.parametrize("path", TRAVERSALS)
def test_no_path_leads_out_of_the_site(beside_a_secret: Server, path: str):
    """Dots, escapes, separators of other systems, NUL, links: all refused."""
    reply = beside_a_secret.ask(f"/{path}")
    assert reply.status in (400, 404), reply
    assert HIDDEN.encode() not in reply.body
    assert b"root:" not in reply.body


def test_the_folder_beside_a_secret_is_served(beside_a_secret: Server):
    """So that the refusals above mean something."""
    assert beside_a_secret.ask("/doc/state/POL.ttl").status == 200


INJECTED = "%0d%0aX-Injected:%20yes%0d%0a%0d%0a<script>alert(1)</script>"


@pytest.mark.parametrize(
    "path",
    [
        f"/id/state/POL{INJECTED}",
        f"/id/state/POL?a={INJECTED}",
        f"/id/state/POL?_format=ttl&x={INJECTED}",
        f"/doc/state/POL?_format={INJECTED}",
        f"/doc/{INJECTED}",
        f"/queries/{INJECTED}",
        f"/queries/endorsers?_format={INJECTED}",
        f"/sparql?format={INJECTED}&query=ASK%7B%7D",
        f"/{INJECTED}",
        "/id/state/POL?a=\xe9",
    ],
)
def test_no_request_adds_a_header(server: Server, path: str):
    """Line breaks, escaped or not, never reach a header of the reply."""
    reply = _send_raw(server, f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    head = reply.partition(b"\r\n\r\n")[0]
    assert head.startswith(b"HTTP/1.1 ")
    assert b"x-injected" not in head.lower().replace(b"%0d%0a", b"").split(b"location")[0]
    assert all(not line.lower().startswith(b"x-injected") for line in head.split(b"\r\n"))


def _send_raw(server: Server, request: str) -> bytes:
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        connection.sendall(request.encode("latin-1"))
        return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.fixture(scope="module")
def bomb() -> bytes:
    """A body that unfolds to a thousand times its size (to a gigabyte, in the full matrix)."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    pieces = [packer.compress(b"query=ASK%7B%7D&x=")]
    pieces += [packer.compress(bytes(10**6)) for _ in range(MEGABYTES)]
    return b"".join([*pieces, packer.flush()])


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd", "gzip, gzip", "x-gzip"])
def test_a_compressed_body_is_refused_unread(server: Server, bomb: bytes, encoding: str):
    """A megabyte that would unfold to a gigabyte costs nothing: 415, and no memory."""
    before = server.measure_memory()
    reply = server.ask(
        "/sparql", method="POST", headers={**FORM, "Content-Encoding": encoding}, body=bomb
    )
    assert (reply.status, reply.headers["accept-encoding"]) == (415, "identity")
    assert server.measure_memory() - before < 20_000_000


@pytest.mark.parametrize("declared", [True, False])
def test_a_large_body_is_refused_on_the_way(server: Server, declared: bool):
    """With its length told before it is read; in pieces, as soon as it is too large."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        length = "Content-Length: 500000000" if declared else "Transfer-Encoding: chunked"
        head = "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
        connection.sendall(f"{head}{length}\r\n\r\n".encode())
        piece = b"x" * 65536
        try:
            for _ in range(100 if not declared else 0):
                connection.sendall(b"10000\r\n" + piece + b"\r\n")
        except (BrokenPipeError, ConnectionResetError):
            pass
        assert connection.recv(65536).startswith(b"HTTP/1.1 413 ")


class _Markup(HTMLParser):
    """Collects what a page would run or load."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep elements that aren't our page's, and attributes that would run something."""
        ours = {"html", "head", "meta", "title", "link", "body", "main", "h1", "p", "a", "ul", "li"}
        if tag not in ours:
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (value or "").startswith(("javascript:", "//")):
                self.found.append(name)
            if name == "http-equiv":
                self.found.append(name)


def _ways_in(text: str) -> list[Callable[[Server], Reply]]:
    quoted, encoded = quote(text, safe=""), text.encode()
    page = "text/html"
    return [
        lambda server: server.query(text, accept=page),
        lambda server: server.query(f"SELECT * {{ {text}", accept=page),
        lambda server: server.query("ASK {}", accept=page, format=text),
        lambda server: server.query("ASK {}", accept=page, **{"default-graph-uri": text}),
        lambda server: server.ask(f"/{quoted}", accept=page),
        lambda server: server.ask(f"/queries/{quoted}", accept=page),
        lambda server: server.ask(f"/queries/endorsers?{quoted}={quoted}", accept=page),
        lambda server: server.ask(
            f"/queries/paragraphs-reserved-by-state?state={quoted}", accept=page
        ),
        lambda server: server.ask(f"/doc/state/POL?_format={quoted}", accept=page),
        lambda server: server.ask(
            "/sparql",
            accept=page,
            method="POST",
            headers={"Content-Type": "application/sparql-query"},
            body=encoded,
        ),
    ]


@pytest.mark.parametrize("text", STRINGS)
def test_nothing_that_is_sent_runs_in_a_page(server: Server, text: str):
    """30 strings by ten ways in: every page has our own elements only."""
    for ask in _ways_in(text):
        reply = ask(server)
        assert 400 <= reply.status < 500
        assert reply.type == "text/html"
        if "there is no page" in reply.body.decode():
            continue
        policy = reply.headers["content-security-policy"]
        assert "script-src" not in policy
        if "default-src 'none'" in policy:
            markup = _Markup()
            markup.feed(reply.body.decode())
            assert markup.found == []
        else:
            assert text not in reply.body.decode()


@pytest.mark.parametrize("text", STRINGS)
@pytest.mark.parametrize("form", ["csv", "tsv", "xml", "json"])
def test_nothing_in_an_answer_is_taken_for_a_page(server: Server, text: str, form: str):
    """Data that say what they are, sandboxed, never guessed to be a page."""
    literal = text.replace("\\", "\\\\").replace('"', '\\"')
    query = f'SELECT ?x WHERE {{ BIND("{literal}" AS ?x) }}'
    reply = server.query(query, format=form)
    assert reply.status == 200, reply.body
    assert reply.type != "text/html"
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in reply.headers["content-security-policy"]


def test_files_that_appear_beside_the_site_are_not_served(beside_a_secret: Server, tmp_path: Path):
    """An absolute path in the address stays one below the site."""
    secret = tmp_path / "x.ttl"
    secret.write_text(HIDDEN, "utf-8")
    assert beside_a_secret.ask(f"/{secret}").status in (400, 404)
