"""Query layer: what an endpoint sent back becomes an answer, or is refused."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NoReturn

import pyoxigraph as ox

from communique.core.errors import ServiceError
from communique.query.answer import Answer, Description, Table, Term, Verdict, xsd

_RESULTS: Final = ("application/sparql-results+json", "application/json")
_TRIPLES: Final = (
    "text/turtle",
    "application/turtle",
    "application/x-turtle",
    "application/n-triples",
    "text/rdf+n3",
)
_BOOLEAN: Final = xsd("boolean")
_BOOLEANS: Final = {"0": ox.Literal(False), "1": ox.Literal(True)}
_MEND: Final = "Check the address, or ask for fewer rows."


@dataclass(frozen=True)
class Reply:
    """The headers and the body of a server's reply."""

    headers: Mapping[str, str]
    body: bytes

    def header(self, name: str) -> str:
        """Return a header's value in lower case, or nothing."""
        found = {key.lower(): value for key, value in self.headers.items()}
        return found.get(name.lower(), "").lower()


def read_reply(reply: Reply, url: str) -> Answer:
    """Return the answer; C093 if the reply is HTML, garbage, cut off, or capped by the server."""
    kind = reply.header("Content-Type").partition(";")[0].strip()
    # Virtuoso marks what it stopped computing with an SQL state, and caps rows in silence.
    if reply.header("X-SQL-State"):
        _refuse(url, "stopped before the whole answer was there")
    if kind in _RESULTS:
        answer = _read_results(reply.body, url)
        cap = reply.header("X-SPARQL-MaxRows")
        if isinstance(answer, Table) and cap.isdigit() and len(answer.rows) >= int(cap):
            _refuse(url, f"gives no more than {cap} rows")
        return answer
    if kind in _TRIPLES:
        return _read_triples(reply.body, url)
    return _refuse(url, f"answered with '{kind or 'no type'}', not with SPARQL results")


def _read_results(body: bytes, url: str) -> Table | Verdict:
    try:
        return _parse_results(body)
    except (SyntaxError, ValueError, OSError) as error:
        problem = str(error)
    # Raised here, so that no traceback keeps a parser that another thread would then have to free.
    return _refuse(url, f"answered with broken or truncated results ({problem})")


def _parse_results(body: bytes) -> Table | Verdict:
    parsed = ox.parse_query_results(io.BytesIO(body), format=ox.QueryResultsFormat.JSON)
    if isinstance(parsed, ox.QueryBoolean):
        return Verdict(bool(parsed))
    variables = tuple(variable.value for variable in parsed.variables)
    return Table(variables, [tuple(map(_canonise, solution)) for solution in parsed])


def _canonise(term: Term | None) -> Term | None:
    """Return a boolean as the embedded store writes it: Virtuoso says 1 and 0."""
    if isinstance(term, ox.Literal) and term.datatype == _BOOLEAN and term.value in _BOOLEANS:
        return _BOOLEANS[term.value]
    return term


def _read_triples(body: bytes, url: str) -> Description:
    try:
        quads = ox.parse(io.BytesIO(body), format=ox.RdfFormat.TURTLE, base_iri=url)
        return Description(tuple(dict.fromkeys(quad.triple for quad in quads)))
    except (SyntaxError, ValueError) as error:
        return _refuse(url, f"answered with broken RDF ({error})")


def _refuse(url: str, what: str) -> NoReturn:
    raise ServiceError("C093", f"{url} {what}", mend=_MEND)
