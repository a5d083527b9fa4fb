"""A real Virtuoso 7, from Debian's `virtuoso-opensource-7-bin`."""

import urllib.error
import urllib.parse
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox
from tests.stores.processes import find_free_port, find_program, run_server

from communique.query.endpoint import Endpoint

# The start of every section that Virtuoso needs for a throw-away database on loopback. The lines
# from ServerThreads to DefaultIsolation are in every real installation, or advised by its makers.
# Without them an upload of a million triples into an empty database hung in four of four runs, its
# threads waiting for one another; with one or two of them in some; with all in none of eighteen.
SETTINGS = """\
[Database]
DatabaseFile={folder}/virtuoso.db
ErrorLogFile={folder}/virtuoso.log
LockFile={folder}/virtuoso.lck
TransactionFile={folder}/virtuoso.trx
xa_persistent_file={folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile={folder}/virtuoso-temp.db
TransactionFile={folder}/virtuoso-temp.trx
[Parameters]
ServerPort=127.0.0.1:{sql_port}
DisableUnixSocket=1
DirsAllowed={folder}
NumberOfBuffers=20000
MaxDirtyBuffers=15000
ServerThreads=20
ThreadsPerQuery=4
AsyncQueueMaxThreads=10
MaxQueryMem=2G
DefaultIsolation=2
CaseMode=2
[HTTPServer]
ServerPort=127.0.0.1:{http_port}
ServerThreads=20
ServerRoot={folder}
[SPARQL]
ResultSetMaxRows=100000
MaxQueryCostEstimationTime=0
"""
USER = PASSWORD = "dba"  # noqa: S105 - every new Virtuoso database has this login


@contextmanager
def start_virtuoso(nquads: bytes, folder: Path) -> Iterator[Endpoint]:
    """Yield the endpoint of a server that holds the quads, graph by graph."""
    program = find_program("virtuoso-t", mend="apt-get install virtuoso-opensource-7-bin")
    http_port = find_free_port()
    settings = folder / "virtuoso.ini"
    text = SETTINGS.format(folder=folder, sql_port=find_free_port(), http_port=http_port)
    settings.write_text(text)
    base = f"http://127.0.0.1:{http_port}"
    words = [program, "+configfile", str(settings), "+foreground"]
    with run_server(words, ready_url=f"{base}/sparql", log=folder / "virtuoso.out"):
        endpoint = Endpoint(f"{base}/sparql")
        load(base, endpoint, nquads)
        yield endpoint


def load(base: str, endpoint: Endpoint, nquads: bytes) -> None:
    """Put each graph by the graph store protocol; the status proves nothing, so count."""
    graphs: defaultdict[str, list[ox.Triple]] = defaultdict(list)
    for quad in ox.parse(nquads, format=ox.RdfFormat.N_QUADS):
        graphs[quad.graph_name.value].append(quad.triple)
    for graph, triples in graphs.items():
        body = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
        _put(f"{base}/sparql-graph-crud-auth?{urllib.parse.urlencode({'graph-uri': graph})}", body)
        found = endpoint.select(
            f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
        )
        assert [row[0].value for row in found.rows] == [str(len(set(triples)))]


def _put(url: str, body: bytes) -> None:
    """Put a graph; the login is made with the request, for Virtuoso hangs up on a large one."""
    passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
    passwords.add_password(None, url, USER, PASSWORD)
    put = urllib.request.Request(url, data=body, method="PUT")  # noqa: S310 - loopback
    put.add_header("Content-Type", "text/turtle")
    login = urllib.request.HTTPDigestAuthHandler(passwords)
    answer = login.get_authorization(put, _read_challenge(url))
    put.add_header("Authorization", f"Digest {answer}")
    with urllib.request.urlopen(put, timeout=120) as response:  # noqa: S310 - loopback
        response.read()


def _read_challenge(url: str) -> dict[str, str]:
    try:
        urllib.request.urlopen(url, timeout=30)  # noqa: S310 - loopback
    except urllib.error.HTTPError as error:
        challenge = error.headers["WWW-Authenticate"].partition(" ")[2]
        return urllib.request.parse_keqv_list(urllib.request.parse_http_list(challenge))
    raise AssertionError("Virtuoso didn't ask for a login")
