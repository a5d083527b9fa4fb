"""A SPARQL endpoint on 127.0.0.1 that has Wikidata's shapes, and faults on demand."""

import gc
import json
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pyoxigraph as ox

from communique.link.wikidata import DIRECT, LABEL, item_iri

JSON_RESULTS = "application/sparql-results+json"
SITELINKS = ox.NamedNode("http://wikiba.se/ontology#sitelinks")
SAME_AS = ox.NamedNode("http://www.w3.org/2002/07/owl#sameAs")
ALT_LABEL = ox.NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
NAME = ox.NamedNode(LABEL)
COUNTRY, SOVEREIGN_STATE, FILM = "Q6256", "Q3624078", "Q11424"


@dataclass(frozen=True)
class Reply:
    """What is sent: `cut_at` ends the connection after so many bytes of the announced body."""

    body: bytes
    status: int = 200
    kind: str = JSON_RESULTS
    headers: tuple[tuple[str, str], ...] = ()
    cut_at: int | None = None
    delay_seconds: float = 0.0


#: Makes a faulty reply of the right one.
Fault = Callable[[Reply], Reply]


@dataclass
class FakeWikidata:
    """The server's graph, the faults of its next replies (None: none), and what it was asked."""

    store: ox.Store
    url: str = ""
    faults: deque[Fault | None] = field(default_factory=deque)
    always: Fault | None = None
    queries: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    most_at_once: int = 0
    _at_once: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, query: str, agent: str) -> Reply:
        """Return the reply to a query, with the fault that is next."""
        with self._lock:
            self.queries.append(query)
            self.agents.append(agent)
            fault = self.faults.popleft() if self.faults else self.always
        found = self.store.query(query)
        assert isinstance(found, ox.QuerySolutions)
        reply = Reply(found.serialize(format=ox.QueryResultsFormat.JSON) or b"")
        return fault(reply) if fault else reply

    @contextmanager
    def count(self) -> Iterator[None]:
        """Count the requests that are under way at once."""
        with self._lock:
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        yield
        with self._lock:
            self._at_once -= 1

    def say(self, item: str, property_: str, *values: str) -> None:
        """Put values (text, or items such as Q46) in place of an item's."""
        predicate = ox.NamedNode(DIRECT + property_)
        self.forget(item, predicate)
        for value in values:
            term = item_iri(value) if value[:1] == "Q" and value[1:].isdigit() else None
            self.store.add(ox.Quad(item_iri(item), predicate, term or ox.Literal(value)))

    def call(self, item: str, name: str, *, language: str = "en") -> None:
        """Put a name in place of an item's in that language."""
        for quad in list(self.store.quads_for_pattern(item_iri(item), NAME, None)):
            if isinstance(quad.object, ox.Literal) and quad.object.language == language:
                self.store.remove(quad)
        self.store.add(ox.Quad(item_iri(item), NAME, ox.Literal(name, language=language)))

    def add_item(self, item: str, name: str, *, kind: str = SOVEREIGN_STATE) -> None:
        """Add an item with a name, pages and a class."""
        self.call(item, name)
        self.say(item, "P31", kind)
        self.store.add(ox.Quad(item_iri(item), SITELINKS, ox.Literal(9)))

    def forget(self, item: str, predicate: ox.NamedNode | None = None) -> None:
        """Remove an item's values, or all that is said of it: it has been deleted."""
        for quad in list(self.store.quads_for_pattern(item_iri(item), predicate, None)):
            self.store.remove(quad)

    def merge(self, item: str, into: str) -> None:
        """Leave nothing of an item but that it redirects to another one."""
        self.forget(item)
        self.store.add(ox.Quad(item_iri(item), SAME_AS, item_iri(into)))


@contextmanager
def serve(snapshot: Iterable[ox.Quad], states: Iterable[str]) -> Iterator[FakeWikidata]:
    """Run an endpoint over the statements of a snapshot; `states` are the items of states in it."""
    fake = FakeWikidata(ox.Store())
    fake.store.bulk_extend(ox.Quad(one.subject, one.predicate, one.object) for one in snapshot)
    fake.say(SOVEREIGN_STATE, "P279", COUNTRY)
    for item in states:
        fake.say(item, "P31", SOVEREIGN_STATE)
        fake.store.add(ox.Quad(item_iri(item), SITELINKS, ox.Literal(300)))
    server = ThreadingHTTPServer(("127.0.0.1", 0), _make_handler(fake))
    fake.url = f"http://127.0.0.1:{server.server_port}/sparql"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    # A broken answer's solutions live on in the error's traceback. The cyclic collector may run in
    # any thread, and pyoxigraph's solutions may only be dropped in their own.
    gc.disable()
    try:
        yield fake
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        gc.enable()


def _make_handler(fake: FakeWikidata) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = self.headers["Content-Type"].startswith("application/x-www-form-urlencoded")
            query = parse_qs(body)["query"][0] if form else body
            # A request is under way until its reply begins: the client may have all of the reply
            # before this thread goes on.
            with fake.count():
                reply = fake.answer(query, self.headers["User-Agent"])
                time.sleep(reply.delay_seconds)
            self._send(reply)

        def _send(self, reply: Reply) -> None:
            self.close_connection = True
            try:
                self.send_response(reply.status)
                for name, value in reply.headers:
                    self.send_header(name, value)
                self.send_header("Content-Type", reply.kind)
                self.send_header("Content-Length", str(len(reply.body)))
                self.send_header("Connection", "close")
                self.end_headers()
                self.wfile.write(reply.body[: reply.cut_at])
            except (BrokenPipeError, ConnectionResetError):
                return  # the client has given up waiting, as it should

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            pass

    return Handler


def busy(status: int, retry_after: str | None = None) -> Fault:
    """Say that the server is busy."""
    headers = (("Retry-After", retry_after),) if retry_after else ()
    return lambda _: Reply(b"busy", status=status, kind="text/plain", headers=headers)


def slow(seconds: float) -> Fault:
    """Answer too late."""
    return lambda reply: Reply(reply.body, delay_seconds=seconds)


def cut_connection(tenth: int) -> Fault:
    """End the connection after some tenths of the body."""
    return lambda reply: Reply(reply.body, cut_at=len(reply.body) * tenth // 10)


def truncate(tenth: int) -> Fault:
    """Send some tenths of the body as if they were all of it."""
    return lambda reply: Reply(reply.body[: len(reply.body) * tenth // 10])


def html(_: Reply) -> Reply:
    """Send a page, with status 200."""
    return Reply(b"<html><body>Welcome</body></html>", kind="text/html")


def html_as_json(_: Reply) -> Reply:
    """Send a page that claims to be results."""
    return Reply(b"<html><body>Welcome</body></html>")


def no_rows(reply: Reply) -> Reply:
    """Send well-formed results without any row."""
    answer = json.loads(reply.body)
    answer["results"]["bindings"] = []
    return Reply(json.dumps(answer).encode())


def lose_last_subject(reply: Reply) -> Reply:
    """Send well-formed results without the rows about the last subject."""
    answer = json.loads(reply.body)
    first = answer["head"]["vars"][0]
    rows = answer["results"]["bindings"]
    answer["results"]["bindings"] = [row for row in rows if row[first] != rows[-1][first]]
    return Reply(json.dumps(answer).encode())
