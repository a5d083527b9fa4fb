"""Link layer: the part of a query that Wikidata answers, told from the part that our graph does.

A joined question has one group of its own, `{ … }`, for what Wikidata says; every `wdt:` stands in
it. Over a store that holds the snapshot the query runs as it is. With `SERVICE` before the group it
is a federated query. Source: SPARQL 1.1 Federated Query, sections 2 and 2.4 (SERVICE and VALUES).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from communique.core.errors import InputError, Place
from communique.link.interview import Bindings
from communique.link.wikidata import Question, item_iri
from communique.query.sparql_text import Token, split_tokens

#: The variable over which our graph and Wikidata are joined.
JOIN: Final = "item"
_MATCHED: Final = "answered_by_wikidata"
_WIKIDATA: Final = "wdt:"
#: A group stands alone after these, and is part of something larger after anything else.
_BEFORE: Final = frozenset({"{", "}", "."})
#: The group pattern of the query is at depth 1, the groups in it at depth 2.
_DEPTH: Final = 2


@dataclass(frozen=True)
class JoinedQuery:
    """A query in three parts: before the group's `{`, what stands in it, and from its `}` on."""

    before: str
    group: str
    after: str

    @property
    def variables(self) -> tuple[str, ...]:
        """The variables of the group, the one that joins first."""
        tokens = (token for token in split_tokens(self.group) if token.kind == "variable")
        names = dict.fromkeys(token.text[1:] for token in tokens)
        return (JOIN, *(name for name in names if name != JOIN))

    def write_federated(self, endpoint: str, items: Sequence[str]) -> str:
        """Return the query with SERVICE, which any store with a network can run."""
        service = f"SERVICE {ox.NamedNode(endpoint)} "
        bound = f" VALUES ?{JOIN} {{ {' '.join(str(item_iri(item)) for item in items)} }} "
        return f"{self.before}{service}{{{bound}{self.group}}}{self.after[1:]}"

    def ask_group(self) -> Question:
        """Return the group as a question of its own; each item comes back, matched or not."""
        prologue = self.before[: _find_form(self.before)]
        pattern = f"  OPTIONAL {{{self.group} BIND(true AS ?{_MATCHED}) }}\n"
        return Question((*self.variables, _MATCHED), pattern, prologue)

    def write_answered(self, rows: Sequence[Bindings]) -> str:
        """Return the query with what Wikidata said of the group in place of the group."""
        names = " ".join(f"?{name}" for name in self.variables)
        lines = "".join(f"    ({self._write_row(row)})\n" for row in rows if _MATCHED in row)
        return f"{self.before}{{ VALUES ({names}) {{\n{lines}  }} }}{self.after[1:]}"

    def _write_row(self, row: Bindings) -> str:
        return " ".join(_write_term(row.get(name)) for name in self.variables)


def split_query(query: str, path: Path) -> JoinedQuery:
    """Return the parts of a joined query; C103 if there isn't one group that holds every `wdt:`."""
    tokens = list(split_tokens(query))
    groups = [(first, last) for first, last in _list_groups(tokens) if _speaks(tokens[first:last])]
    uses = sum(token.text.startswith(_WIKIDATA) for token in tokens)
    if len(groups) == 1:
        first, last = groups[0]
        inside = sum(token.text.startswith(_WIKIDATA) for token in tokens[first:last])
        # The prefix itself is declared once, before the group.
        if inside == uses - 1 and tokens[first - 1].text in _BEFORE:
            opening, closing = tokens[first].start, tokens[last].start
            return JoinedQuery(query[:opening], query[opening + 1 : closing], query[closing:])
    mend = "Put all that Wikidata answers into one { … } at the top of the pattern."
    problem = f"{len(groups)} groups of their own hold '{_WIKIDATA}'"
    raise InputError("C103", problem, mend=mend, place=Place(path))


def is_joined(query: str) -> bool:
    """Tell whether a query asks for something in Wikidata's vocabulary.

    >>> is_joined("ASK { ?item wdt:P297 ?code }"), is_joined("ASK { ?s ?p 'wdt:' }")
    (True, False)
    """
    return any(
        token.kind == "name" and token.text.startswith(_WIKIDATA) for token in split_tokens(query)
    )


def _list_groups(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return first and last token of the groups in the query's own pattern."""
    groups, depth, first = [], 0, 0
    for index, token in enumerate(tokens):
        if token.kind != "sign":
            continue
        if token.text == "{":
            depth += 1
            first = index if depth == _DEPTH else first
        elif token.text == "}":
            if depth == _DEPTH:
                groups.append((first, index))
            depth -= 1
    return groups


def _speaks(tokens: Sequence[Token]) -> bool:
    return any(token.text.startswith(_WIKIDATA) for token in tokens)


def _find_form(before: str) -> int:
    """Return where the prologue ends and SELECT begins."""
    words = (token for token in split_tokens(before) if token.kind == "word")
    return next(token.start for token in words if token.text.upper() == "SELECT")


def _write_term(term: object) -> str:
    """Return a term for VALUES, where blank nodes can't stand: they become IRIs of their own."""
    if term is None:
        return "UNDEF"
    if isinstance(term, ox.BlankNode):
        return str(ox.NamedNode(f"urn:communique:unknown-value:{term.value}"))
    return str(term)
