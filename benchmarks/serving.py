"""`communique serve` with the real graph, beside bare starlette, Oxigraph and rdflib-endpoint."""

from __future__ import annotations

import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from benchmarks.http_load import measure_latencies, measure_rate, write_query, write_request
from benchmarks.measure import COMMUNIQUE, PYTHON

ROUNDS = 5
SECONDS = 2.0
QUERIES = 200
DOCUMENT = "doc/summit-for-democracy-2023/operative/8"
THING = "https://w3id.org/communique/id/summit-for-democracy-2023/operative/8"
TYPES = {"ttl": "text/turtle", "html": "text/html"}
CQ = "https://w3id.org/communique/ns#"
TRIPLES = "application/n-triples"
ROWS = "application/sparql-results+json"


def run() -> None:
    """Print requests a second and medians, side by side."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        site = folder / "site"
        words = [COMMUNIQUE, "publish", "--compress", "--no-editor", "--out", str(site), "--json"]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
        port = stack.enter_context(_serve(site))
        for ending, media_type in TYPES.items():
            _compare_documents(port, site, ending, media_type)
        _compare_endpoints(port, site / "files/communique.nq")
        _compare_with_rdflib(port, site / "files/communique.nq", folder)


def _compare_documents(port: int, site: Path, ending: str, media_type: str) -> None:
    """The same bytes, negotiated by us, and from memory by starlette."""
    file, free = site / f"{DOCUMENT}.{ending}.gz", _find_port()
    words = [PYTHON, "-m", "benchmarks.bare_server", str(file), media_type, str(free)]
    ours = write_request(f"/{DOCUMENT}", accept=media_type)
    bare = write_request("/bare", accept=media_type)
    with _run(words, free):
        medians = _take_turns(
            {
                f"{ending}, communique serve": lambda: measure_rate(port, ours, seconds=SECONDS),
                f"{ending}, bare starlette": lambda: measure_rate(free, bare, seconds=SECONDS),
            },
            unit="requests a second",
        )
    first, second = medians.values()
    print(f"  ratio: {first / second:.2f} (wanted: at least 0.6)")


def _compare_endpoints(port: int, graph: Path) -> None:
    """Queries that none of the two has seen before, one after another."""
    free = _find_port()
    oxigraph = str(Path(sys.executable).with_name("oxigraph"))
    if not Path(oxigraph).is_file():
        print("  Oxigraph's server isn't in this environment: .venv/test/bin/python -m benchmarks")
        return
    with tempfile.TemporaryDirectory() as data:
        load = [oxigraph, "load", "--location", data, "--file", str(graph)]
        subprocess.run(load, check=True, stderr=subprocess.DEVNULL)
        words = [oxigraph, "serve-read-only", "--location", data, "--union-default-graph"]
        with _run([*words, "--bind", f"127.0.0.1:{free}"], free):
            numbers = iter(range(10**9))
            addresses = {
                "median of a query, communique serve": f"http://127.0.0.1:{port}/sparql",
                "median of a query, oxigraph": f"http://127.0.0.1:{free}/query",
            }
            medians = _take_turns(
                {
                    name: lambda address=address: _ask_unique(address, numbers)
                    for name, address in addresses.items()
                },
                unit="ms",
            )
    first, second = medians.values()
    print(f"  ratio: {first / second:.2f} (wanted: at most 1.5)")


def _ask_unique(address: str, numbers: Iterator[int]) -> float:
    requests = []
    for _ in range(QUERIES):
        query = (
            f"SELECT ?state ?name ?paragraph WHERE {{ ?state a <{CQ}State> ; "
            f"<http://www.w3.org/2000/01/rdf-schema#label> ?name ; <{CQ}reservesOn> ?paragraph "
            f"FILTER(STRLEN(?name) != {100 + next(numbers)}) }} ORDER BY ?name ?paragraph"
        )
        port, request = write_query(address, query, accept=ROWS)
        requests.append(request)
    return measure_latencies(port, requests)


def _compare_with_rdflib(port: int, graph: Path, folder: Path) -> None:
    """The description of one thing: as a document by us, by SPARQL from rdflib-endpoint."""
    python = _install(folder / "rdflib-endpoint")
    if python is None:
        print("  rdflib-endpoint can't be installed here: not compared")
        return
    free = _find_port()
    words = [str(python.with_name("rdflib-endpoint")), "serve", str(graph), "--port", str(free)]
    query = f"CONSTRUCT {{ <{THING}> ?p ?o }} WHERE {{ <{THING}> ?p ?o }}"
    _, asked = write_query(f"http://127.0.0.1:{free}/", query, accept=TRIPLES)
    ours = write_request(f"/{DOCUMENT}", accept=TRIPLES)
    with _run(words, free):
        medians = _take_turns(
            {
                "description, communique serve": lambda: measure_rate(port, ours, seconds=SECONDS),
                "description, rdflib-endpoint": lambda: measure_rate(free, asked, seconds=SECONDS),
            },
            unit="requests a second",
        )
    first, second = medians.values()
    print(f"  ratio: {first / second:.0f} (wanted: at least 20)")


def _install(folder: Path) -> Path | None:
    """Return the Python of a fresh environment with rdflib-endpoint; None if it can't be had."""
    subprocess.run([PYTHON, "-m", "venv", str(folder)], check=True)
    python = folder / "bin/python"
    words = [str(python), "-m", "pip", "install", "--quiet", "rdflib-endpoint[cli]"]
    installed = subprocess.run(words, check=False, capture_output=True)
    return python if installed.returncode == 0 else None


def _take_turns(ways: Mapping[str, Callable[[], float]], *, unit: str) -> dict[str, float]:
    """Return the median of each way; the ways take turns in every round."""
    found: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, measure in ways.items():
            found[name].append(measure())
    medians = {name: statistics.median(values) for name, values in found.items()}
    for name, median in medians.items():
        spread = f"{min(found[name]):.2f} to {max(found[name]):.2f}"
        print(f"  {name}: {median:.2f} {unit} (median of {ROUNDS}; {spread})", flush=True)
    return medians


@contextmanager
def _serve(site: Path) -> Iterator[int]:
    """Run our server as it is, and yield its port."""
    words = [COMMUNIQUE, "serve", "--site", str(site), "--port", "0"]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        first = process.stdout.readline() if process.stdout else ""
        try:
            yield int(re.findall(r":(\d+)/", first)[0])
        finally:
            process.terminate()


@contextmanager
def _run(words: list[str], port: int) -> Iterator[None]:
    """Run a server until the block ends."""
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(port)
            yield
        finally:
            process.terminate()


def _wait_for(port: int, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return


def _find_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
