"""Query layer: SPARQL as text: its tokens, where parameters' values go in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from communique.core.errors import InputError, Place

#: How deep brackets may nest: the parser recurses, and a few thousand levels end the process.
MAX_DEPTH: Final = 128

# Source: SPARQL 1.1 Query Language, section 19.8, productions 139 to 159.
_TOKEN: Final = re.compile(
    r"""(?P<comment>\#[^\n]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<string>\"{3}(?:[^"\\]|\\.|"(?!""))*\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
                | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
    | (?P<variable>[?$]\w+)
    | (?P<language>@[A-Za-z][A-Za-z0-9-]*)
    | (?P<name>(?:[^\W\d_][\w.-]*)?:[\w%.:-]*)
    | (?P<word>[^\W\d]\w*)
    | (?P<number>\d[\w.]*)
    | (?P<sign>[^\s])""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class Token:
    """A piece of a query: its kind, its text, and where it begins."""

    kind: str
    text: str
    start: int


def split_tokens(query: str) -> Iterator[Token]:
    """Yield a query's tokens without its comments.

    >>> [token.text for token in split_tokens("ASK { ?a a <x#y> } # why")]
    ['ASK', '{', '?a', 'a', '<x#y>', '}']
    """
    for match in _TOKEN.finditer(query):
        if match.lastgroup and match.lastgroup != "comment":
            yield Token(match.lastgroup, match.group(), match.start())


def insert_values(query: str, values: Mapping[str, ox.NamedNode | ox.Literal]) -> str:
    r"""Return the query with its variables bound by a VALUES block at the start of its pattern.

    The terms are written by pyoxigraph, so that no value can end its literal or IRI.

    >>> insert_values("ASK { ?s ?p ?name }", {"name": ox.Literal('a"b')})
    'ASK { VALUES (?name) { ("a\\"b") } ?s ?p ?name }'
    """
    if not values:
        return query
    opening = next(token.start for token in split_tokens(query) if token.text == "{")
    names = " ".join(f"?{name}" for name in values)
    terms = " ".join(str(term) for term in values.values())
    block = f" VALUES ({names}) {{ ({terms}) }}"
    return query[: opening + 1] + block + query[opening + 1 :]


def check_nesting(query: str, path: Path) -> None:
    """Refuse a query whose brackets nest deeper than MAX_DEPTH: C072."""
    depth = 0
    for token in split_tokens(query):
        if token.kind != "sign":
            continue
        depth += (token.text in "({[") - (token.text in ")}]")
        if depth > MAX_DEPTH:
            line, column = find_place(query, token.start)
            problem = f"brackets nest deeper than {MAX_DEPTH} levels"
            place = Place(path, line, column)
            raise InputError("C072", problem, mend="Write it flatter.", place=place)


def find_place(query: str, start: int) -> tuple[int, int]:
    r"""Return the line and column of a character, counted from 1.

    >>> find_place("ASK\n{ }", 6)
    (2, 3)
    """
    before = query[:start]
    return before.count("\n") + 1, start - before.rfind("\n")
