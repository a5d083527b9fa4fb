"""Server layer: the canned questions over HTTP: `GET /queries/NAME?state=POL`."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final
from urllib.parse import parse_qs, urlencode

import orjson
import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from communique.core.errors import InputError
from communique.core.strict_yaml import suggest
from communique.query.answer import Table, Value
from communique.query.canned import CannedQuery
from communique.query.catalogue import Catalogue
from communique.query.parameters import Resolver
from communique.query.sparql_text import insert_values, split_tokens
from communique.server.endpoint import Asker, choose, to_problem
from communique.server.job import Job, Refused
from communique.server.media_types import ROW_TYPES
from communique.server.problems import Problem
from communique.server.replies import expand_format

FORMAT_PARAMETER: Final = "_format"
#: A value that somebody types for a name, a phrase or a date is shorter.
_LONGEST_VALUE: Final = 500
#: The share that looking up names counts to.
_OURSELVES: Final = "names"


class CannedApi:
    """Answers the questions of the catalogue but for those that are joined with Wikidata."""

    def __init__(self, asker: Asker, *, prefix: str) -> None:
        """Ask the pool of `asker`; the API stands below `prefix`."""
        self._asker, self._prefix = asker, prefix
        self._resolver: Resolver | None = None

    @cached_property
    def queries(self) -> Mapping[str, CannedQuery]:
        """The questions by name. A snapshot of Wikidata is in no endpoint of ours."""
        return {one.name: one for one in self._all if not one.asks_wikidata}

    @cached_property
    def _all(self) -> Sequence[CannedQuery]:
        return tuple(Catalogue().read_all())

    def forget_names(self) -> None:
        """Look names up again: another build is in place."""
        self._resolver = None

    async def list_all(self, request: Request) -> Response:
        """Return the list of questions, in JSON."""
        queries = await asyncio.to_thread(lambda: self.queries)
        listed = [self._describe(query) for query in queries.values()]
        headers = {"Content-Type": "application/json", "Cache-Control": "public, max-age=60"}
        return Response(orjson.dumps({"queries": listed}), headers=headers)

    async def answer(self, request: Request) -> Response:
        """Return the rows of one question; Problem 404 for an unknown one, 400 for a bad value."""
        query = await self._find(request.path_params["name"])
        given, media_type = read_values(request.scope["query_string"])
        chosen = choose(request, media_type, ROW_TYPES)
        values = await self._resolve(query, given)
        sparql = insert_values(keep_columns(query.sparql, query.returns), values)
        return await self._asker.answer(request, Job(sparql, ROW_TYPES[chosen]), chosen)

    async def _find(self, name: str) -> CannedQuery:
        queries = await asyncio.to_thread(lambda: self.queries)
        if any(one.name == name for one in self._all if one.asks_wikidata):
            mend = f"Ask it with 'communique link ask {name}'."
            detail = f"This question is joined with Wikidata, whose data aren't served here. {mend}"
            raise Problem(404, "joined-with-wikidata", detail)
        if name not in queries:
            near = suggest(name[:_LONGEST_VALUE], queries)
            raise Problem(404, "no-such-question", f"There is no question of that name. {near}")
        return queries[name]

    async def _resolve(self, query: CannedQuery, given: Mapping[str, str]) -> dict[str, Value]:
        """Return the terms that the values mean; names are compared in another thread."""
        if self._resolver is None:
            self._resolver = Resolver(_PoolSelector(self._asker, asyncio.get_running_loop()))
        try:
            return await asyncio.to_thread(self._resolver.resolve_all, query, given)
        except InputError as error:
            told = f"{error.problem}. {error.mend}"
            for one in query.parameters:
                told = told.replace(one.option, one.name)
            raise Problem(400, "bad-parameter", told) from error

    def _describe(self, query: CannedQuery) -> dict[str, Any]:
        example = urlencode(query.example)
        address = f"{self._prefix}queries/{query.name}"
        return {
            "name": query.name,
            "group": query.group,
            "question": dict(query.question),
            "parameters": [
                {"name": one.name, "kind": one.kind, "required": not one.optional}
                for one in query.parameters
            ],
            "returns": dict(query.returns),
            "example": f"{address}?{example}" if example else address,
        }


@dataclass(frozen=True)
class _PoolSelector:
    """The pool as what a resolver asks, which runs in another thread."""

    asker: Asker
    loop: asyncio.AbstractEventLoop

    def select(self, query: str) -> Table:
        """Return the rows of a query of our own; Problem if the pool can't answer now."""
        asked = self.asker.pool.answer(Job(query, "json"), client=_OURSELVES)
        found = asyncio.run_coroutine_threadsafe(asked, self.loop).result()
        if isinstance(found, Refused):
            raise to_problem(found)
        read = ox.parse_query_results(found.body, format=ox.QueryResultsFormat.JSON)
        if not isinstance(read, ox.QuerySolutions):
            raise TypeError("not a SELECT")
        return Table(tuple(one.value for one in read.variables), [tuple(row) for row in read])


def read_values(query_string: bytes) -> tuple[dict[str, str], str | None]:
    """Return the values of a question's parameters, and the media type that is asked for.

    Problem 400 for what isn't UTF-8, too long, or given twice.

    >>> read_values(b"state=POL&_format=csv")
    ({'state': 'POL'}, 'text/csv')
    """
    try:
        text = query_string.decode("utf-8")
        read = parse_qs(text, keep_blank_values=True, errors="strict", max_num_fields=50)
    except ValueError as error:
        raise Problem(400, "bad-parameter", "The parameters can't be read.") from error
    asked = read.pop(FORMAT_PARAMETER, None)
    for name, values in read.items():
        if len(values) > 1 or len(values[0]) > _LONGEST_VALUE or len(name) > _LONGEST_VALUE:
            detail = f"Give each parameter once, with at most {_LONGEST_VALUE} characters."
            raise Problem(400, "bad-parameter", detail)
    given = {name: values[0] for name, values in read.items()}
    return given, expand_format(asked) if asked else None


def keep_columns(sparql: str, names: Mapping[str, str]) -> str:
    """Return a SELECT whose own clause projects no other plain variables than these.

    The catalogue's queries project their parameters, which the answer needn't repeat.

    >>> keep_columns("SELECT ?a ?b (STR(?b) AS ?c) WHERE { ?a ?p ?b }", {"a": "", "c": ""})
    'SELECT ?a  (STR(?b) AS ?c) WHERE { ?a ?p ?b }'
    """
    left_out = []
    depth, selecting = 0, False
    for token in split_tokens(sparql):
        depth += (token.text == "(") - (token.text == ")")
        if token.kind == "word" and token.text.upper() == "SELECT":
            selecting = True
        elif token.text == "{" or (token.kind == "word" and token.text.upper() == "WHERE"):
            break
        elif selecting and depth == 0 and token.kind == "variable" and token.text[1:] not in names:
            left_out.append(token)
    for token in reversed(left_out):
        sparql = sparql[: token.start] + sparql[token.start + len(token.text) :]
    return sparql
