"""Check layer: which terms a SPARQL text names, and which terms outside vocabularies have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from communique.core.errors import InputError, Place
from communique.core.source import read_text

# Source: SPARQL 1.1 Query Language, section 19.8: IRIREF, strings, comments, PrefixedName. What
# comes first wins, so that a `#` inside an IRI or a string begins no comment.
_TOKEN: Final = re.compile(
    r"""<(?P<iri>[^<>"{}|^`\\\s]*)>"""
    r"""|\"\"\".*?\"\"\"|'''.*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'"""
    r"""|\#[^\n]*"""
    r"""|(?P<declared>\bPREFIX)\s+(?P<new>[A-Za-z][\w.-]*)?:\s*<(?P<start>[^>]*)>"""
    r"""|(?P<prefix>[A-Za-z][\w.-]*):(?P<local>\w(?:[\w.-]*[\w-])?)""",
    re.DOTALL | re.IGNORECASE,
)
_HEAD: Final = "# namespace: "


@dataclass(frozen=True)
class TermList:
    """The terms of one outside vocabulary, by their names below its namespace."""

    path: Path
    namespace: str
    names: frozenset[str]


def find_terms(sparql: str, prefixes: Mapping[str, str]) -> Iterator[str]:
    r"""Yield the IRIs that a SPARQL text names, in its order; its own PREFIXes go first.

    Strings and comments don't count, nor do names whose prefix is unknown.

    >>> list(find_terms("SELECT * { ?s a cq:Act # cq:No\n }", {"cq": "https://example.org/"}))
    ['https://example.org/Act']
    """
    known = dict(prefixes)
    for token in _TOKEN.finditer(sparql):
        if token["declared"]:
            known[token["new"] or ""] = token["start"]
        elif token["iri"]:
            yield token["iri"]
        elif token["prefix"] in known:
            yield known[token["prefix"]] + token["local"]


def read_term_list(path: Path) -> TermList:
    """Return the list of `ontology/external-terms/<vocabulary>.txt`.

    Its first line names the namespace, further lines that begin with `#` are comments, each other
    line is a name. Errors: C001 and C003 to C005 from reading; C015 without a namespace.
    """
    lines = read_text(path).splitlines()
    if not lines or not lines[0].startswith(_HEAD):
        mend = f"Begin the list with '{_HEAD}…'."
        raise InputError("C015", "the namespace is missing", mend=mend, place=Place(path, 1))
    names = (line.strip() for line in lines if not line.startswith("#"))
    return TermList(path, lines[0].removeprefix(_HEAD).strip(), frozenset(filter(None, names)))
