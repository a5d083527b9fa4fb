"""The rules that canned queries keep; each returns what breaks it."""

import re
from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from communique.query.canned import CannedQuery
from communique.query.sparql_text import Token, split_tokens

_ABOUT_PROVENANCE = {"provenance", "graphs"}
_VARIABLE = re.compile(r"[?][a-z0-9]+(_[a-z]+)*")
_SHORTEST = 3
_KNOWN_SHORT = {"?one", "?end", "?tag"}


def find_faults(query: CannedQuery, prefixes: Mapping[str, str]) -> list[str]:
    """Return every fault of a query, none for a good one."""
    tokens = list(split_tokens(query.sparql))
    texts = [token.text for token in tokens]
    return [
        *_find_traps(query, tokens),
        *_find_loose_names(texts),
        *_find_foreign_prefixes(query.sparql, texts, prefixes),
        *_find_loose_order(texts),
        *_find_column_faults(query),
    ]


def _find_traps(query: CannedQuery, tokens: list[Token]) -> Iterator[str]:
    """Yield what is slow in one store, or means different things in different stores."""
    upper = " ".join(token.text.upper() for token in tokens)
    if "NOT EXISTS" in upper:
        yield "FILTER NOT EXISTS is slow in Oxigraph: write MINUS"
    if re.search(r"LANG \( [^)]* \) (=|!=)|(=|!=) LANG \(", upper):
        yield "lang() compared by =: write langMatches, for stores change the case of tags"
    if "GRAPH" in upper.split() and not _ABOUT_PROVENANCE & set(query.tags):
        yield "GRAPH in a query that isn't about provenance"
    if re.search(r"COUNT \( (?!DISTINCT)", upper) and "GRAPH" not in upper.split():
        yield "COUNT without DISTINCT: a triple may stand in two graphs"
    if "SELECT DISTINCT" not in upper and "GROUP BY" not in upper:
        yield "SELECT without DISTINCT: a triple may stand in two graphs"
    if "*" in [token.text for token in tokens] and "COUNT ( * )" not in upper:
        yield "SELECT *"


def _find_loose_names(texts: list[str]) -> Iterator[str]:
    for name in sorted({text for text in texts if text.startswith(("?", "$"))}):
        short = len(name) <= _SHORTEST and name not in _KNOWN_SHORT
        if short or not _VARIABLE.fullmatch(name):
            yield f"{name} is no whole word"


def _find_foreign_prefixes(
    sparql: str, texts: list[str], prefixes: Mapping[str, str]
) -> Iterator[str]:
    declared = dict(re.findall(r"^PREFIX (\w+): <(.*)>$", sparql, re.MULTILINE))
    used = {text.partition(":")[0] for text in texts if re.fullmatch(r"[a-z]+:\w+", text)}
    for prefix, namespace in declared.items():
        if prefixes.get(prefix) != namespace:
            yield f"PREFIX {prefix} isn't that of ontology/prefixes.yaml"
    if used != declared.keys():
        yield f"prefixes declared {sorted(declared)}, used {sorted(used)}"


def _find_loose_order(texts: list[str]) -> Iterator[str]:
    if "ORDER" not in texts:
        yield "no ORDER BY"


def _find_column_faults(query: CannedQuery) -> Iterator[str]:
    """Yield columns that the front matter doesn't explain, and parameters that can't be bound."""
    found = ox.Store().query(query.sparql)
    assert isinstance(found, ox.QuerySolutions)
    columns = {variable.value for variable in found.variables}
    parameters = {one.name for one in query.parameters}
    if not set(query.returns) <= columns:
        yield f"returns {sorted(query.returns)}, but selects {sorted(columns)}"
    if not parameters <= columns:
        yield f"the parameters {sorted(parameters - columns)} aren't selected"
    if columns - set(query.returns) - parameters:
        yield f"{sorted(columns - set(query.returns) - parameters)} are selected for nothing"
