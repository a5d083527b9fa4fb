"""The transfer of a large graph into new graphs of real stores, beside curl's plain PUT of it."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measure import COMMUNIQUE, peak_memory

if TYPE_CHECKING:
    from tests.stores.servers import Server

TRIPLES = 1_000_000
GRAPH = "urn:benchmark:"
_ROUNDS = 4
_PUT: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "oxigraph": ("/store?graph=", ()),
    "virtuoso": ("/sparql-graph-crud-auth?graph-uri=", ("--digest", "--user", "dba:dba")),
}


def run() -> None:
    """Print curl's time, ours by kind of work, the ratio of the transfers, and our memory."""
    if importlib.util.find_spec("pytest") is None:
        print("  the stores are those of the tests: .venv/test/bin/python -m benchmarks loading")
        return
    from tests.stores.servers import make_oxigraph_in_memory, make_virtuoso, run_store

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "large.nt"
        write_graph(file, TRIPLES)
        for make in (make_oxigraph_in_memory, make_virtuoso):
            with run_store(make, Path(folder) / make.__name__) as server:
                _compare(server, file)


def write_graph(file: Path, triples: int) -> None:
    """Write a graph of so many triples, four about each thing."""
    with file.open("w", encoding="utf-8") as output:
        for number in range(triples // 4):
            thing = f"<https://w3id.org/communique/id/large/{number}>"
            vocabulary = "https://w3id.org/communique/ns#"
            integer = f'"{number}"^^<http://www.w3.org/2001/XMLSchema#integer>'
            output.write(
                f"{thing} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
                f" <{vocabulary}Statement> .\n"
                f'{thing} <{vocabulary}text> "我们承诺 {number}"@zh-Hans .\n'
                f"{thing} <{vocabulary}number> {integer} .\n"
                f"{thing} <{vocabulary}next>"
                f" <https://w3id.org/communique/id/large/{number + 1}> .\n"
            )


def _compare(server: Server, file: Path) -> None:
    """Take turns, each first once; before that, one upload pays for the growth of the store."""
    _put_by_curl(server, file, f"{GRAPH}first")
    by_curl, transfers = 0.0, 0.0
    for number in range(_ROUNDS):
        plain: Callable[[], float] = partial(_put_by_curl, server, file, f"{GRAPH}curl-{number}")
        seconds = plain() if number % 2 == 0 else 0.0
        ours = _load(server, file, f"{GRAPH}ours-{number}")
        seconds = seconds or plain()
        by_curl, transfers = by_curl + seconds, transfers + ours["transfer"]
        works = ", ".join(f"{work} {spent:.1f} s" for work, spent in ours.items())
        print(f"  {server.name}: curl -T {seconds:.1f} s; communique load: {works}", flush=True)
    print(f"    ratio of the transfers: {transfers / by_curl:.2f} (wanted: at most 1.5)")
    os.environ.update(server.login)
    words = [COMMUNIQUE, "load", server.url, "--from", str(file), "--graph", f"{GRAPH}memory"]
    print(f"    peak memory: {peak_memory(words):.0f} MB (wanted: under 200)")


def _put_by_curl(server: Server, file: Path, graph: str) -> float:
    path, login = _PUT[server.name]
    words = [
        "curl",
        "--silent",
        "--fail",
        *login,
        "--header",
        "Content-Type: application/n-triples",
    ]
    started = time.perf_counter()
    subprocess.run(
        [*words, "--upload-file", str(file), f"{server.url}{path}{graph}"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return time.perf_counter() - started


def _load(server: Server, file: Path, graph: str) -> dict[str, float]:
    """Return the seconds of each kind of work, as the command tells them."""
    words = [COMMUNIQUE, "load", server.url, "--from", str(file), "--graph", graph]
    environment = {**os.environ, **server.login}
    told = subprocess.run(words, check=True, capture_output=True, text=True, env=environment).stdout
    return {work: float(seconds) for work, seconds in re.findall(r"(\w+) ([0-9.]+) s\b", told)}
