"""Load layer: a store that speaks the SPARQL 1.1 protocols; Oxigraph and others like it.

Where its updates are known to be transactions, `MOVE` is one request, and readers see old or new.
Of any other store nothing is taken for granted: the old graph is kept to put it back, and a store
that refuses `MOVE` gets the graph sent in its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from communique.core.errors import InputError, ServiceError
from communique.load.addresses import Addresses
from communique.load.attempts import PassingError
from communique.load.client import Client, TooLargeError
from communique.load.file_part import FilePart, cut_file
from communique.load.graph_copy import GraphCopy
from communique.query.answer import Table, Verdict
from communique.query.endpoint_answer import Reply, read_reply

#: Bytes of triples in one INSERT DATA, where a store has no graph store protocol.
_INSERT_BYTES: Final = 400_000
#: A store that takes no smaller request than this is of no use.
_SMALLEST_PART: Final = 20_000
_UNION: Final = (
    "Queries over the union of all graphs see a graph's new version twice while it is staged."
)
_IN_PLACE: Final = (
    "Without an update address graphs are replaced in place: readers may see a half-loaded graph."
)
_UNKNOWN: Final = (
    "It isn't known here whether this store's updates are transactions: while a graph is replaced"
    " readers may see a half-loaded one. The old one is kept, to be put back if that fails."
)
_N_TRIPLES: Final = ("application/n-triples", "text/plain", "text/turtle", "")


@dataclass
class SparqlStore:
    """A store by its addresses; `kind` is what it is called in messages."""

    client: Client
    addresses: Addresses
    kind: str = "generic"
    #: How many triples are read by one request; None reads a graph whole.
    page_size: int | None = None
    #: Whether our tests have seen that its updates are transactions.
    is_transactional: bool = False
    #: Until it refuses.
    can_move: bool = True

    def describe_limits(self) -> list[str]:
        """Return what an operator should know beforehand."""
        notes = [_UNION]
        if self.addresses.update is None:
            notes.append(_IN_PLACE)
        elif not self.is_transactional:
            notes.append(_UNKNOWN)
        return [*notes, *self.client.describe_risks()]

    def is_atomic(self, *, old_count: int, changes: int) -> bool:
        """Tell whether a switch that changes so many triples is one transaction."""
        return self.addresses.update is not None and self.is_transactional

    # -- reading ------------------------------------------------------------------------------

    def count(self, graph: str) -> int:
        """Return how many triples a graph holds. PassingError if that can't be told."""
        query = f"SELECT (COUNT(*) AS ?count) WHERE {{ GRAPH {write_iri(graph)} {{ ?s ?p ?o }} }}"
        rows = self._ask_rows(query)
        value = rows.rows[0][0] if len(rows.rows) == 1 else None
        if not isinstance(value, ox.Literal) or not value.value.isdigit():
            raise PassingError(f"{self.addresses.query} didn't count")
        return int(value.value)

    def holds(self, pattern: str) -> bool:
        """Return the answer of an ASK over a group graph pattern."""
        answer = self._read_answer(f"ASK {{ {pattern} }}")
        if not isinstance(answer, Verdict):
            raise PassingError(f"{self.addresses.query} didn't answer yes or no")
        return answer.value

    def list_graphs(self, prefix: str) -> list[str]:
        """Return the names of the graphs that begin with `prefix`, sorted."""
        text = str(ox.Literal(prefix))
        pattern = f"GRAPH ?graph {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?graph), {text}))"
        query = f"SELECT DISTINCT ?graph WHERE {{ {pattern} }}"
        rows = self._ask_rows(query).rows
        return sorted(name.value for (name,) in rows if isinstance(name, ox.NamedNode))

    def download(self, graph: str, target: Path, *, count: int) -> GraphCopy:
        """Return a graph's triples, as many as were counted. PassingError if some are missing."""
        target.write_bytes(b"")
        if self.page_size is None:
            self._download_whole(graph, target)
        else:
            self._download_pages(graph, target, count)
        lines = _count_lines(target)
        if lines != count:
            raise PassingError(f"{self.addresses.origin} sent {lines} of {count} triples")
        return GraphCopy(graph, target, lines)

    def _download_whole(self, graph: str, target: Path) -> None:
        if self.addresses.graphs is not None:
            values = {self.addresses.graph_parameter: graph}
            answer = self.client.download("GET", self.addresses.graphs, values, target)
        else:
            query = {"query": _write_construct(graph)}
            answer = self.client.download("POST", self.addresses.query, query, target)
        if answer.media_type not in _N_TRIPLES:
            raise PassingError(f"{self.addresses.origin} answered with {answer.media_type}")

    def _download_pages(self, graph: str, target: Path, count: int) -> None:
        """Read page after page. No order is asked for, which would cost the store a sort.

        Pages that overlapped would leave triples out, so equal sets mean equal graphs all the same.
        """
        lines = 0
        while lines < count:
            query = f"{_write_construct(graph)} LIMIT {self.page_size} OFFSET {lines}"
            self.client.download("POST", self.addresses.query, {"query": query}, target)
            found = _count_lines(target)
            if found == lines:
                raise PassingError(f"{self.addresses.origin} sent {lines} of {count} triples")
            lines = found

    def _ask_rows(self, query: str) -> Table:
        answer = self._read_answer(query)
        if not isinstance(answer, Table):
            raise PassingError(f"{self.addresses.query} answered without rows")
        return answer

    def _read_answer(self, query: str) -> object:
        answer = self.client.ask(self.addresses.query, query)
        try:
            return read_reply(Reply(answer.headers, answer.body), self.addresses.query)
        except ServiceError as error:
            # A proxy's error page with status 200 may be gone at the next try.
            raise PassingError(error.problem) from error

    # -- writing ------------------------------------------------------------------------------

    def put(self, graph: str, copy: GraphCopy) -> None:
        """Make `graph` hold the triples of `copy`, in parts if the store wants small requests."""
        send, largest = self._upload, copy.file.stat().st_size
        if self.addresses.graphs is None:
            send, largest = self._insert, _INSERT_BYTES
        while True:
            try:
                send(graph, copy, largest)
            except TooLargeError:
                largest //= 4
                if largest < _SMALLEST_PART or copy.has_blank_nodes:
                    raise
            else:
                return

    def switch(
        self, staging: str, graph: str, copy: GraphCopy, *, old_count: int, changes: int
    ) -> None:
        """Give the staged triples the graph's name, in one request if the store has updates.

        Source: SPARQL 1.1 Update, section 3.2.4 (MOVE).
        """
        if self.addresses.update is not None and self.can_move:
            try:
                self._change(f"MOVE GRAPH {write_iri(staging)} TO GRAPH {write_iri(graph)}")
            except ServiceError as error:
                if self.is_transactional or error.code != "C113":
                    raise
                self.can_move = False
            else:
                return
        self.put(graph, copy)

    def drop(self, graph: str) -> None:
        """Remove a graph, if it is there."""
        if self.addresses.update is not None:
            self._change(f"DROP SILENT GRAPH {write_iri(graph)}")
        elif self.addresses.graphs is not None:
            self.client.delete(self.addresses.graphs, {self.addresses.graph_parameter: graph})

    def _change(self, update: str) -> None:
        self.client.change(self.addresses.update or "", update)

    def _upload(self, graph: str, copy: GraphCopy, largest: int) -> None:
        values = {self.addresses.graph_parameter: graph}
        method = "PUT"
        for start, end in cut_file(copy.file, largest):
            with FilePart(copy.file, start, end) as part:
                self.client.upload(method, self.addresses.graphs or "", values, part)
            method = "POST"

    def _insert(self, graph: str, copy: GraphCopy, largest: int) -> None:
        if copy.has_blank_nodes:
            problem = f"{graph} has blank nodes, which can't be sent in several updates"
            mend = "Give the address of the graph store protocol: --graph-url."
            raise InputError("C110", problem, mend=mend)
        self.drop(graph)
        for triples in _read_parts(copy.file, largest):
            self._change(f"INSERT DATA {{ GRAPH {write_iri(graph)} {{\n{triples}}} }}")


def write_iri(iri: str) -> str:
    """Return an IRI for SPARQL; C110 if it is none, so that nothing else gets into a query."""
    try:
        return str(ox.NamedNode(iri))
    except ValueError as error:
        raise InputError("C110", f"'{iri}' is no IRI", mend="Name the graph by its IRI.") from error


def _write_construct(graph: str) -> str:
    return f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {write_iri(graph)} {{ ?s ?p ?o }} }}"


def _read_parts(file: Path, largest: int) -> Iterator[str]:
    for start, end in cut_file(file, largest):
        with FilePart(file, start, end) as part:
            yield part.read().decode()


def _count_lines(file: Path) -> int:
    """Return how many triples a file of N-Triples holds. PassingError if its last line is cut."""
    count, last = 0, b"\n"
    with file.open("rb") as lines:
        for last in lines:
            count += not last.isspace() and not last.startswith(b"#")
    if not last.endswith(b"\n"):
        raise PassingError("the answer ends within a line")
    return count
