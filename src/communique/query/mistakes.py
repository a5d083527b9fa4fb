"""Query layer: where a SPARQL query goes wrong, and which tokens could have stood there.

The parser tells the farthest place that it looked at, which may lie behind the mistake, and only
the longest of the words that it looked for. So the query is parsed again with wide spaces between
its tokens, which tells the token; then with each possible token in its place, which tells what was
expected.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from communique.core.errors import InputError, Place
from communique.query.sparql_text import Token, find_place, split_tokens

# Wider than the longest keyword, ENCODE_FOR_URI.
_SPACE: Final = " " * 24
_END: Final = "\u0001"  # no token of SPARQL
_MESSAGE: Final = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_SHOWN: Final = 8
#: What may stand in a query, with what it is called, the likeliest first.
_CANDIDATES: Final[Sequence[tuple[str, str]]] = (
    *((word, word) for word in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "PREFIX", "BASE")),
    ("?v", "a variable"),
    ("<x:y>", "an IRI"),
    ('"t"', "a text"),
    ("1", "a number"),
    *((sign, f"'{sign}'") for sign in ("}", "{", ")", "(", ".", ";", ",", "]", "[")),
    *((word, word) for word in ("WHERE", "DISTINCT", "AS", "BY", "FILTER", "OPTIONAL")),
    *((word, word) for word in ("MINUS", "UNION", "BIND", "VALUES", "GRAPH", "FROM")),
    *((word, word) for word in ("GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "EXISTS", "IN")),
    *((sign, f"'{sign}'") for sign in ("=", "&&", "+", "*", "/", "|", "^", "a")),
)


def describe_mistake(query: str, error: SyntaxError, path: Path) -> InputError:
    """Return the parser's complaint as C072: line, column, what stands there, what was expected."""
    tokens = list(split_tokens(query))
    quote = next((one for one in tokens if one.kind == "sign" and one.text in "'\""), None)
    if quote is not None:
        place = Place(path, *find_place(query, quote.start))
        mend = f"Expected {quote.text} at its end, on the same line."
        return InputError("C072", "a text is never closed", mend=mend, place=place)
    number = _find_culprit(tokens)
    reasons = _find_reasons(str(error))
    if number is None:
        problem = reasons or str(error).rstrip(".")
        return InputError("C072", problem, mend="Mend the query.", place=Place(path))
    culprit = tokens[number] if number < len(tokens) else None
    found = f"'{culprit.text}'" if culprit else "the end of the query"
    place = Place(path, *find_place(query, culprit.start if culprit else len(query.rstrip())))
    if reasons:
        return InputError("C072", f"{reasons}, at {found}", mend="Mend it here.", place=place)
    expected = _find_expected(tokens[:number])
    listed = f"Expected {' or '.join(expected[:_SHOWN])}." if expected else "Mend it here."
    return InputError("C072", f"unexpected {found}", mend=listed, place=place)


def _find_reasons(message: str) -> str:
    """Return the sentences that the parser mixes into its list of tokens."""
    match = _MESSAGE.match(message)
    parts = match[3].split(", ") if match else []
    said = [part for part in parts if re.fullmatch(r"[A-Za-z]+ [A-Za-z' ]+", part)]
    return "; ".join(sorted(set(said)))


def _find_culprit(tokens: Sequence[Token]) -> int | None:
    """Return the number of the first token that can't stand where it does, or of the end."""
    starts, text = [], ""
    for token in tokens:
        starts.append(len(text))
        text += token.text + _SPACE
    starts.append(len(text))
    reached = _parse(text + _END)
    if reached is None:
        return None
    return max(number for number, start in enumerate(starts) if start <= reached)


def _find_expected(before: Sequence[Token]) -> list[str]:
    """Return what could follow some tokens."""
    text = "".join(token.text + _SPACE for token in before)
    found = []
    for candidate, name in _CANDIDATES:
        tried = text + candidate + _SPACE
        reached = _parse(tried + _END)
        if reached is None or reached >= len(tried):
            found.append(name)
    return found


def _parse(text: str) -> int | None:
    """Return the farthest character that the parser looked at, None if it gives no place."""
    try:
        ox.Store().query(text)
    except SyntaxError as error:
        match = _MESSAGE.match(str(error))
        if match is None:
            return None
        lines = text.split("\n")
        return sum(len(line) + 1 for line in lines[: int(match[1]) - 1]) + int(match[2]) - 1
    return len(text)
