"""Server layer: what a client wants, by its Accept headers, of what there is.

Source: RFC 9110, section 12.5 (Accept, Accept-Encoding, Accept-Language); RFC 4647, section 3.3.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

_WORD: Final = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_QUOTED: Final = r'"(?:[^"\\]|\\.)*+"'
_SPACE: Final = r"[ \t]*+"
# Nothing is tried a second time (`*+`), so that no header takes long.
_ELEMENT: Final = re.compile(
    rf"{_SPACE}(?P<value>{_WORD}(?:/{_WORD})?){_SPACE}"
    rf"(?P<parameters>(?:;{_SPACE}(?:{_WORD}=(?:{_WORD}|{_QUOTED}))?+{_SPACE})*+)"
)
_LISTED: Final = re.compile(rf"(?:{_QUOTED}?|[^,\"])++")
_WEIGHT: Final = re.compile(r";[ \t]*+q=([^\s;]*+)", re.IGNORECASE)
_QVALUE: Final = re.compile(r"0(\.[0-9]{0,3})?|1(\.0{0,3})?")
#: Longer headers are cut: nobody needs them, and each element costs time.
_LONGEST: Final = 2048


def choose_type(accept: str | None, available: Iterable[str]) -> str | None:
    """Return the media type that a client likes best; None if it takes none of them.

    `available` is in the server's order of preference, which decides among equals. The most
    specific range that a type falls under gives its weight. Other parameters than `q` are ignored:
    `application/ld+json;profile=…` is better answered than refused.

    >>> choose_type("text/turtle;q=0.5, */*;q=0.1", ["text/html", "text/turtle"])
    'text/turtle'
    >>> choose_type("image/png", ["text/html"]) is None
    True
    """
    types = list(available)
    ranges = list(_split(accept))
    if not ranges:
        return types[0] if types else None
    weights = {one: _weigh_type(one, ranges) for one in types}
    best = max(weights.values(), default=0.0)
    return next((one for one in types if weights[one] == best), None) if best > 0 else None


def choose_language(accept: str | None, available: Sequence[str]) -> str:
    """Return the language that a client likes best; the first of all if it likes none.

    >>> choose_language("zh-CN, en;q=0.5", ["en", "zh-Hans"])
    'zh-Hans'
    >>> choose_language("fr", ["en", "zh-Hans"])
    'en'
    """
    ranges = [(value.lower(), weight) for value, weight in _split(accept)]
    weights = [_weigh_language(one.lower(), ranges) for one in available]
    best = max(weights, default=0.0)
    return available[weights.index(best)] if best > 0 else available[0]


def accepts_gzip(accept: str | None) -> bool:
    """Tell whether a client takes gzip; a client that says nothing is sent the file itself.

    >>> accepts_gzip("br, gzip;q=0.5"), accepts_gzip("gzip;q=0"), accepts_gzip(None)
    (True, False, False)
    """
    weights = {value.lower(): weight for value, weight in _split(accept)}
    return weights.get("gzip", weights.get("x-gzip", weights.get("*", 0.0))) > 0


def _split(header: str | None) -> Iterator[tuple[str, float]]:
    """Yield the values of a list with their weights; what isn't of the form is left out."""
    for element in _elements((header or "")[:_LONGEST]):
        match = _ELEMENT.fullmatch(element)
        if match is None:
            continue
        weight = _WEIGHT.search(match["parameters"])
        if weight is None:
            yield match["value"], 1.0
        elif _QVALUE.fullmatch(weight[1]):
            yield match["value"], float(weight[1])


def _elements(header: str) -> Iterator[str]:
    """Yield the elements of a list; a comma within quotes parts nothing."""
    if '"' not in header:
        yield from header.split(",")
        return
    for match in _LISTED.finditer(header):
        yield match.group()


def _weigh_type(media_type: str, ranges: Sequence[tuple[str, float]]) -> float:
    kind = media_type.partition("/")[0]
    for wanted in (media_type, f"{kind}/*", "*/*"):
        weights = [weight for value, weight in ranges if value.lower() == wanted]
        if weights:
            return max(weights)
    return 0.0


def _weigh_language(tag: str, ranges: Sequence[tuple[str, float]]) -> float:
    """Return the weight of a tag: by the longest range that fits, in either direction.

    A reader who asks for `zh-CN` is given `zh-Hans`: the first subtags are the same.
    """
    exact = [weight for value, weight in ranges if tag == value or tag.startswith(f"{value}-")]
    if exact:
        return max(exact)
    language = tag.partition("-")[0]
    near = [weight for value, weight in ranges if value.partition("-")[0] == language]
    if near:
        return max(near)
    return max((weight for value, weight in ranges if value == "*"), default=0.0)
