"""Server layer: a query put to the engine, and its answer written within the limits.

Runs in a worker, where a query that takes too much can be ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from communique.query.answer import Description
from communique.query.formats import to_turtle
from communique.query.mistakes import describe_mistake
from communique.server.answer_sink import AnswerSink, AnswerTooLargeError, count_rows
from communique.server.job import Job, Refused, ResultFormat, Whole
from communique.server.limits import Limits
from communique.server.messages import Task
from communique.server.refusals import (
    refuse_bytes,
    refuse_failure,
    refuse_format,
    refuse_graph_name,
    refuse_memory,
    refuse_rows,
    refuse_syntax,
)

_RESULTS: Final = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
_TRIPLES: Final = {
    "turtle": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
# To find out what was expected, the query is parsed some fifty times.
_EXPLAINED_CHARACTERS: Final = 10_000


@dataclass(frozen=True)
class Evaluator:
    """A store, what an answer may take, and the prefixes that Turtle is written with."""

    store: ox.Store
    limits: Limits
    prefixes: Mapping[str, str]

    def evaluate(self, task: Task) -> Whole | Refused:
        """Return the whole answer, or why there is none."""
        try:
            return self._write(self._query(task), task.job)
        except SyntaxError as error:
            return _explain(task.job.query, error)
        except AnswerTooLargeError:
            return refuse_bytes(self.limits.answer_bytes)
        except MemoryError:
            return refuse_memory(self.limits.memory_bytes)
        except _GraphNameError as error:
            return refuse_graph_name(str(error))
        except (OSError, RuntimeError, ValueError) as error:  # what the engine raises
            return refuse_failure(str(error))

    def _query(self, task: Task) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        job = task.job
        values: Any = {ox.Variable(name): term for name, term in job.values.items()}
        if job.default_graphs or job.named_graphs:
            default, named = _to_graphs(job.default_graphs), _to_graphs(job.named_graphs)
            return self.store.query(
                job.query, default_graph=default, named_graphs=named, substitutions=values
            )
        union = not task.names_dataset
        return self.store.query(job.query, use_default_graph_as_union=union, substitutions=values)

    def _write(
        self, found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, job: Job
    ) -> Whole | Refused:
        if isinstance(found, ox.QueryTriples):
            return self._write_triples(found, job)
        select = isinstance(found, ox.QuerySolutions)
        if job.result not in _RESULTS or not (select or job.result in ("json", "xml")):
            return refuse_format(job.result, "select" if select else "ask")
        sink = AnswerSink(self.limits.answer_bytes)
        found.serialize(sink, format=_RESULTS[job.result])
        body = sink.getvalue()
        rows = count_rows(body, job.result) if select else 1
        return refuse_rows(self.limits.rows) if rows > self.limits.rows else Whole(body, rows)

    def _write_triples(self, found: ox.QueryTriples, job: Job) -> Whole | Refused:
        """Return a graph: each triple once."""
        if job.result not in _TRIPLES:
            return refuse_format(job.result, "construct")
        triples: dict[ox.Triple, None] = {}
        for triple in found:
            triples[triple] = None
            if len(triples) > self.limits.rows:
                return refuse_rows(self.limits.rows)
        body = self._serialise(triples, job.result)
        too_large = len(body) > self.limits.answer_bytes
        return refuse_bytes(self.limits.answer_bytes) if too_large else Whole(body, len(triples))

    def _serialise(self, triples: Iterable[ox.Triple], result: ResultFormat) -> bytes:
        if result == "turtle":
            return to_turtle(Description(tuple(triples)), self.prefixes)
        sink = AnswerSink(self.limits.answer_bytes)
        ox.serialize(triples, sink, format=_TRIPLES[result])
        return sink.getvalue()


class _GraphNameError(Exception):
    """A graph of the request's data set has no IRI for a name."""


def _to_graphs(names: Iterable[str]) -> list[Any]:
    """Return graphs' names as the engine takes them; it knows a graph or finds it empty."""
    return [_to_graph(name) for name in names]


def _to_graph(name: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(name)
    except ValueError as error:
        raise _GraphNameError(name) from error


def _explain(query: str, error: SyntaxError) -> Refused:
    """Return line, column, what stands there and what was expected."""
    if len(query) > _EXPLAINED_CHARACTERS:
        return refuse_syntax(f"{str(error).rstrip('.')}. Mend the query.")
    told = describe_mistake(query, error, Path("query"))
    place = told.place
    where = f"line {place.line}, column {place.column}: " if place and place.line else ""
    return refuse_syntax(f"{where}{told.problem}. {told.mend}")
