"""Queries with one condition cut out, to show that a fixture notices."""

import dataclasses
from collections.abc import Iterator

from communique.query.canned import CannedQuery
from communique.query.sparql_text import split_tokens


def cut_conditions(query: CannedQuery) -> Iterator[CannedQuery]:
    """Yield the query without each FILTER, MINUS or HAVING in turn."""
    tokens = list(split_tokens(query.sparql))
    for number, token in enumerate(tokens):
        if token.text in ("FILTER", "MINUS", "HAVING"):
            end = _find_end([one.text for one in tokens[number + 1 :]]) + number + 1
            cut = query.sparql[: token.start] + query.sparql[tokens[end].start + 1 :]
            yield dataclasses.replace(query, sparql=cut)


def _find_end(texts: list[str]) -> int:
    """Return the place of the bracket that closes the first one."""
    depth = 0
    for number, text in enumerate(texts):
        depth += (text in "({") - (text in ")}")
        if depth == 0:
            return number
    raise AssertionError("a bracket is never closed")
