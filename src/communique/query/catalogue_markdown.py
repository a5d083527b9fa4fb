"""Query layer: the catalogue as a page of Markdown."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

from communique.query.canned import CannedQuery

_HEAD = """\
# The canned queries

Written by `communique query --format markdown`; a test checks that this page is up to date.

Each question is one command. A parameter is given as one would say it: `--state Poland`, `POL`,
`PL`, `Q36` or `波兰`; `--paragraph operative/8`. `communique query --help` tells about
the formats and about other sources. From Python: `communique.ask("condemnations")`.
"""


def write_catalogue(queries: Sequence[CannedQuery]) -> str:
    """Return the page: for each group its queries with question, call, parameters and columns."""
    lines = [_HEAD]
    group = None
    for query in queries:
        if query.group != group:
            group = query.group
            lines.append(f"## {group.capitalize()}\n")
        lines.append("\n".join(_describe(query)))
    return "\n".join(lines)


def write_call(query: CannedQuery) -> str:
    """Return a query's example as one would type it."""
    words = ["communique", "query", query.name]
    for one in query.parameters:
        words += [one.option, one.example]
    return shlex.join(words)


def _describe(query: CannedQuery) -> Iterator[str]:
    yield f"### {query.name}\n"
    yield f"{query.question['en']} {query.question['zh-Hans']}\n"
    yield f"```sh\n{write_call(query)}\n```\n"
    for one in query.parameters:
        optional = ", may be left out" if one.optional else ""
        yield f"- `{one.option}`: {one.kind}{optional}"
    for column, meaning in query.returns.items():
        yield f"- `?{column}`: {meaning}"
    yield ""
    if query.note:
        yield f"{query.note}\n"
    if query.expect == "none":
        yield "On good data it finds nothing.\n"
