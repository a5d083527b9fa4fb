"""Small graphs in two versions, and a reader of stores that shares no code with the loader."""

import urllib.parse
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
from tests.stores.servers import Server

from communique.core.errors import CommuniqueError
from communique.core.iris import DEFAULT_BASE
from communique.load.attempts import Attempts
from communique.load.job import Job, Outcome
from communique.load.local_graphs import Choice, Source
from communique.load.opening import StoreOptions, open_store

GRAPH = f"{DEFAULT_BASE}graph/fault"
NEIGHBOUR = "https://example.org/another-application"
OLD, NEW = "old", "new"
_QUERY_PATHS = {"oxigraph": "/query", "virtuoso": "/sparql"}


def write_version(version: str, *, size: int = 300) -> list[str]:
    """Return a graph in N-Triples lines; a third of them is the same in every version."""
    lines = []
    for number in range(size):
        subject = f"<{DEFAULT_BASE}id/fault/{number}>"
        lines += [
            f'{subject} <urn:x:number> "{number}"^^<http://www.w3.org/2001/XMLSchema#integer> .',
            f'{subject} <urn:x:text> "{version}: 我们承诺 {number}"@zh-hans .',
            f'{subject} <urn:x:note> "a \\"quoted\\"\\nline {version} {number}" .',
        ]
    return lines


@dataclass(frozen=True)
class Versions:
    """Two versions of one graph in files, and their triples."""

    files: dict[str, Path]
    triples: dict[str, frozenset[str]]

    @classmethod
    def write(cls, folder: Path, *, size: int = 300) -> "Versions":
        """Write both versions to a folder."""
        files, triples = {}, {}
        for version in (OLD, NEW):
            lines = write_version(version, size=size)
            files[version] = folder / f"{version}.nt"
            files[version].write_text("\n".join(lines) + "\n", encoding="utf-8")
            triples[version] = parse("\n".join(lines))
        return cls(files, triples)

    def name(self, found: frozenset[str]) -> str:
        """Return which version a store holds, or 'neither'."""
        return next((name for name, known in self.triples.items() if known == found), "neither")


def parse(text: str | bytes) -> frozenset[str]:
    """Return the triples of N-Triples as text."""
    data = text.encode() if isinstance(text, str) else text
    return frozenset(str(quad.triple) for quad in ox.parse(data, format=ox.RdfFormat.N_TRIPLES))


def ask(server: Server, query: str, accept: str) -> bytes:
    """Return the answer of a store to a query, by the standard library alone."""
    url = server.url + _QUERY_PATHS[server.name]
    form = urllib.parse.urlencode({"query": query}).encode()
    request = urllib.request.Request(url, form, {"Accept": accept})  # noqa: S310 - loopback
    with urllib.request.urlopen(request, timeout=120) as reply:  # noqa: S310 - loopback
        data: bytes = reply.read()
        return data


def read_graph(server: Server, graph: str = GRAPH) -> frozenset[str]:
    """Return the triples of a graph as the store gives them out."""
    query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
    return parse(ask(server, query, "application/n-triples"))


def list_graphs(server: Server, prefix: str = "") -> list[str]:
    """Return the names of a store's graphs that begin so.

    They are counted, too, to keep Virtuoso from its own list of graphs, which takes half a minute
    after a few dozen graphs were moved. Its STRSTARTS is false for an empty beginning.
    """
    query = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
    rows = ask(server, query, "text/csv").decode().splitlines()[1:]
    names = (row.rpartition(",")[0].strip('"') for row in rows)
    return sorted(name for name in names if name.startswith(prefix))


def load(
    server: Server,
    file: Path,
    *,
    url: str | None = None,
    graph: str = GRAPH,
    tries: int = 4,
    timeout_seconds: float = 60.0,
    sleeps: list[float] | None = None,
) -> Outcome:
    """Load a file of triples as a graph, without waiting between the tries."""
    slept = sleeps if sleeps is not None else []
    attempts = Attempts(tries, sleep=slept.append)
    options = StoreOptions(url=url or server.url, timeout_seconds=timeout_seconds)
    store = open_store(options, environment=server.login, attempts=attempts)
    return Job(store, Source(file, DEFAULT_BASE), attempts, Choice(graphs=(graph,))).run()


def try_load(server: Server, file: Path, url: str, **options: float) -> str:
    """Return 'verified', or the code of the error that the load ends with."""
    try:
        load(server, file, url=url, **options)  # type: ignore[arg-type]
    except CommuniqueError as error:
        return error.code
    return "verified"
