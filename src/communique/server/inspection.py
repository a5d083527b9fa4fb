"""Server layer: a query looked at as text, before any engine sees it.

The engine's parser needs no space between two tokens, so `1SERVICE`, `ex:.SERVICE` and `SERVICE:x`
all begin a SERVICE; and `<` may open an IRI or compare two numbers. Where this reading and the
parser's could differ, and it matters, the query is refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, islice
from typing import Final

from communique.query.sparql_text import find_place
from communique.server.job import QueryForm, Refused
from communique.server.limits import Limits
from communique.server.refusals import (
    refuse_ambiguous,
    refuse_characters,
    refuse_depth,
    refuse_form,
    refuse_joined_from,
    refuse_service,
    refuse_size,
    refuse_tokens,
    refuse_unclosed_text,
    refuse_update,
)

# Source: SPARQL 1.1 Query Language, section 19.8, productions 139 to 170. Whatever begins to match
# is never given up again, closed or not: hostile text costs no more than its length.
_TEXTS: Final = (
    (r'"{3}(?:[^"\\]|\\.|"(?!""))*+', '"{3}'),
    (r"'{3}(?:[^'\\]|\\.|'(?!''))*+", "'{3}"),
    (r'"(?:[^"\\\n\r]|\\.)*+', '"'),
    (r"'(?:[^'\\\n\r]|\\.)*+", "'"),
)
_LOCAL_ESCAPE: Final = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_TOKEN: Final = re.compile(
    rf"""\#[^\n\r]*+
    | <(?:[^<>"{{}}|^`\\\x00-\x20]|\\[uU][0-9A-Fa-f]{{4}})*+>
    | {"|".join(f"{content}(?:{end})?+" for content, end in _TEXTS)}
    | [?$]\w++
    | @[A-Za-z]++(?:-[A-Za-z0-9]++)*+
    | _:\w(?:[\w-]|\.(?=[\w.-]))*+
    | (?:[^\W\d][\w.-]*+)?+:(?:(?:[\w:]|{_LOCAL_ESCAPE})(?:[\w:.-]|{_LOCAL_ESCAPE})*+)?+
    | [^\W\d][\w.-]*+
    | (?:\d++(?:\.\d*+)?+|\.\d++)(?:[eE][+-]?\d++)?+
    | \S""",
    re.VERBOSE | re.DOTALL,
)
_CLOSED: Final = re.compile("|".join(content + end for content, end in _TEXTS), re.DOTALL)
_FORMS: Final[dict[str, QueryForm]] = {
    "SELECT": "select",
    "ASK": "ask",
    "CONSTRUCT": "construct",
    "DESCRIBE": "describe",
}
_UPDATES: Final = frozenset(
    ("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH")
)
_STEPS: Final = dict.fromkeys("({[", 1) | dict.fromkeys(")}]", -1)
_PREFIX_OPERATORS: Final = frozenset("!+-^")
# Where `<` compares two things, these could hide what follows: an end of brackets, a text, a
# comment. After `<scheme://` it can't compare: two slashes divide nothing.
_TWO_READINGS: Final = re.compile(r"<(?![A-Za-z][\w+.-]*://).*[)'#]", re.DOTALL)


def inspect_query(query: str, limits: Limits) -> QueryForm | Refused:
    """Return the form of a query, or why it isn't put to the engine.

    >>> inspect_query("PREFIX x: <x:> ASK { x:a x:b ?c }", Limits())
    'ask'
    >>> inspect_query("SELECT * { SERVICE <http://127.0.0.1/> {} }", Limits()).reason
    'service'
    """
    if len(query) > limits.query_bytes:
        return refuse_size(limits.query_bytes)
    try:
        size = len(query.encode())
    except UnicodeEncodeError as error:
        return refuse_characters(*find_place(query, error.start))
    return refuse_size(limits.query_bytes) if size > limits.query_bytes else _inspect(query, limits)


def asks_service(query: str) -> bool:
    """Whether a query that was let through has a SERVICE in it.

    >>> asks_service("ASK { SERVICE <x:y> {} }"), asks_service("ASK { ?a a <x:service> }")
    (True, False)
    """
    return "service" in query.lower() and bool(_list_services(_split(query)))


def names_dataset(query: str) -> bool:
    """Whether a query that was let through has a FROM or FROM NAMED.

    >>> names_dataset("ASK FROM <x:g> {}"), names_dataset("ASK { ?from a <x:from> }")
    (True, False)
    """
    return "from" in query.lower() and bool(_list_datasets(_split(query)))


# The server asks for the form, then the pool does: the second time costs nothing.
@lru_cache(maxsize=64)
def _inspect(query: str, limits: Limits) -> QueryForm | Refused:
    tokens = _split(query, limits.tokens + 1)
    if len(tokens) > limits.tokens:
        return refuse_tokens(limits.tokens)
    return (
        _check_depth(query, tokens, limits)
        or _check_texts(query, tokens)
        or _check_readings(query, tokens)
        or _check_services(query, tokens, limits)
        or _find_form(tokens)
    )


def _split(query: str, most: int | None = None) -> list[str]:
    """Return the tokens, or the first ones, without comments."""
    return [token[0] for token in islice(_TOKEN.finditer(query), most) if token[0][0] != "#"]


def _check_depth(query: str, tokens: Sequence[str], limits: Limits) -> Refused | None:
    """Refuse what nests too deep for the parser's stack; few signs can't."""
    if max(sum(map(query.count, "({[")), sum(map(query.count, _PREFIX_OPERATORS))) <= limits.depth:
        return None
    deepest = max(_measure_depth(tokens), default=0)
    too_deep = deepest > limits.depth or _measure_operators(tokens) > limits.depth
    return refuse_depth(limits.depth) if too_deep else None


def _measure_depth(tokens: Iterable[str]) -> list[int]:
    """Return how many brackets are open after each token."""
    return list(accumulate(_STEPS.get(token, 0) for token in tokens))


def _measure_operators(tokens: Sequence[str]) -> int:
    """Return the length of the longest run of operators that stand before their operand."""
    longest = run = 0
    for token in tokens:
        run = run + 1 if token in _PREFIX_OPERATORS else 0
        longest = max(longest, run)
    return longest


def _check_texts(query: str, tokens: Sequence[str]) -> Refused | None:
    """Refuse a text without an end: what follows could be read in two ways."""
    if all(_CLOSED.fullmatch(token) for token in tokens if token[0] in "\"'"):
        return None
    matches = (one for one in _TOKEN.finditer(query) if one[0][0] in "\"'")
    unclosed = next(one for one in matches if not _CLOSED.fullmatch(one[0]))
    return refuse_unclosed_text(unclosed[0][0], *find_place(query, unclosed.start()))


def _check_readings(query: str, tokens: Sequence[str]) -> Refused | None:
    """Refuse what this reading and the engine's may take differently, where it matters."""
    lowered = query.lower()
    if "service" not in lowered and "from" not in lowered:
        return None
    if any(_TWO_READINGS.match(token) for token in _skip_prologue(tokens)):
        return refuse_ambiguous()
    if any(":" in token for token in _list_datasets(tokens)):
        return refuse_joined_from()
    return None


def _check_services(query: str, tokens: Sequence[str], limits: Limits) -> Refused | None:
    if "service" not in query.lower():
        return None
    refused = [one for one in _list_services(tokens) if one not in limits.service_allowed]
    return refuse_service(refused[0], limits.service_allowed) if refused else None


def _list_services(tokens: Sequence[str]) -> list[str]:
    """Return the address of each SERVICE if it is an IRI, and what stands there if it isn't."""
    found = []
    prefixes = _list_prefixes(tokens)
    for number, token in enumerate(tokens):
        if _may_hold_service(token, prefixes):
            silent = 1 + ("".join(tokens[number + 1 : number + 2]).upper() == "SILENT")
            address = "".join(tokens[number + silent : number + silent + 1])
            exact = token.upper() == "SERVICE" and address[:1] == "<"
            found.append(address[1:-1] if exact else f"{token} {address}")
    return found


def _may_hold_service(token: str, prefixes: Collection[str]) -> bool:
    """Whether the parser could find SERVICE in a token.

    In a name it does only where what follows is a name too: `SERVICEx:y` if there is a prefix `x`.
    """
    bare = _keep_bare(token)
    if ":" not in token:
        return "service" in bare
    return any(bare[found.end() :] in prefixes for found in re.finditer("service", bare))


def _list_prefixes(tokens: Iterable[str]) -> set[str]:
    """Return all that could be a declared prefix, in lower case; PREFIX may be joined to it."""
    names = {token[:-1].lower() for token in tokens if token.endswith(":")}
    return names | {name.removeprefix("prefix") for name in names}


def _list_datasets(tokens: Sequence[str]) -> list[str]:
    """Return each FROM outside all brackets, with what is joined to it."""
    rest = _skip_prologue(tokens)
    pairs = zip(rest, _measure_depth(rest), strict=True)
    return [token for token, depth in pairs if depth == 0 and _keep_bare(token) == "from"]


def _keep_bare(token: str) -> str:
    """Return, in lower case, what of a token could be a keyword: a word, or a name's prefix."""
    if token[0] in "<\"'?$@_":
        return ""
    return token.partition(":")[0].lower()


def _find_form(tokens: Sequence[str]) -> QueryForm | Refused:
    words = [token.upper() for token in tokens]
    update = next((word for word in words if word in _UPDATES), None)
    if update is not None:
        return refuse_update(update)
    first = "".join(_skip_prologue(words)[:1])
    return _FORMS.get(first) or refuse_form()


def _skip_prologue(tokens: Sequence[str]) -> Sequence[str]:
    """Return what comes after PREFIX and BASE."""
    number = 0
    while number < len(tokens) and tokens[number].upper() in ("PREFIX", "BASE"):
        number += 3 if tokens[number].upper() == "PREFIX" else 2
    return tokens[number:]
