"""Server layer: a query to answer, and what comes of it: a whole answer or a refusal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import pyoxigraph as ox

#: The first four hold rows (and the first two the yes or no of ASK), the others triples.
ResultFormat: TypeAlias = Literal["json", "xml", "csv", "tsv", "turtle", "nt", "jsonld", "rdfxml"]
QueryForm: TypeAlias = Literal["select", "ask", "construct", "describe"]
RefusalStatus: TypeAlias = Literal[400, 413, 429, 503]


@dataclass(frozen=True)
class Job:
    """A query, the format of its answer, and what the request adds to it.

    `default_graphs` and `named_graphs` are the data set of the request, as absolute IRIs; where
    either is given it replaces the FROM and FROM NAMED of the query. `values` binds variables.
    """

    query: str
    result: ResultFormat
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    values: Mapping[str, ox.NamedNode | ox.Literal] = field(default_factory=dict)


@dataclass(frozen=True)
class Whole:
    """A complete answer: its bytes, and how many rows (or triples; 1 for ASK) they hold."""

    body: bytes
    rows: int


@dataclass(frozen=True)
class Refused:
    """Why there is no answer: an HTTP status, a short slug, words for people that say the mend.

    `retry_after_seconds` is given where the same request may do better later.
    """

    status: RefusalStatus
    reason: str
    detail: str
    retry_after_seconds: int | None = None
