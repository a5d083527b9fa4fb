"""Site layer: HTTP's `Accept` in the regular expressions that hosts have.

Apache and nginx (PCRE) read the header together with a list of what is offered, written before it:

    text/html=html text/turtle=ttl|application/ld+json;q=0.8, */*;q=0.1

One expression a tenth of q, the highest first, finds the first offer of that quality; its group
`ending` is the file's ending. A type counts before `type/*`, and that before `*/*`. Caddy's
expressions (RE2) can't look back: one table an offer finds its quality, and Caddy compares them.

Source: RFC 9110, sections 12.4.2 (quality values) and 12.5.1 (Accept).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from communique.site.serialisations import MEDIA_TYPES

#: What is offered for a document: its ending and its media type, the first one wins a tie.
DOCUMENT: Final[Mapping[str, str]] = {"html": "text/html", **MEDIA_TYPES}
#: A graph is offered whole, too.
GRAPH: Final[Mapping[str, str]] = {
    **DOCUMENT,
    "trig": "application/trig",
    "nq": "application/n-quads",
}
_PARAMETERS: Final = r"\s*(?:;(?!\s*q=)[^,;]*)*"
_END: Final = r"\s*(?:[;,]|$)"
#: q of a range by tenths. Less than a tenth is one level; nought never matches.
_LEVELS: Final = (
    rf"(?:;\s*q=1(?:\.0*)?{_END}|\s*(?:,|$))",
    *(rf";\s*q=0?\.{tenth}\d*{_END}" for tenth in range(9, 0, -1)),
    rf";\s*q=0?\.0\d*[1-9]\d*{_END}",
)


def write_offers(offers: Mapping[str, str]) -> str:
    """Return what stands before the header.

    >>> write_offers({"html": "text/html", "ttl": "text/turtle"})
    'text/html=html text/turtle=ttl'
    """
    return " ".join(f"{media_type}={ending}" for ending, media_type in offers.items())


def write_expressions(*, name: str | None = None) -> list[str]:
    """Return the expressions for PCRE, the highest quality first; case doesn't count.

    The ending is group 3, with a `name` if one is given.

    >>> import re
    >>> found = re.match(write_expressions()[0], "text/html=html text/turtle=ttl|text/turtle")
    >>> found[3]
    'ttl'
    """
    ending = rf"(?<{name}>\w+)" if name else r"(\w+)"
    # The offers are tried from the left, so a tie goes to the one that stands first.
    offer = rf"^(?:[^|]*? )??((\w+)/[\w.+-]+)={ending}[^|]*\|"
    return [f"{offer}(?:{'|'.join(_match_ranges(level))})" for level in _LEVELS]


def _match_ranges(level: str) -> list[str]:
    """Return what matches a range of the offer at a level: by type, by `type/*`, by `*/*`."""
    ranges = [r"\1", r"\2/\*", r"\*/\*"]
    matched = []
    for place, one in enumerate(ranges):
        nearer = "|".join(ranges[:place])
        absent = rf"(?!(?:.*,)?\s*(?:{nearer})\s*(?:[;,]|$))" if nearer else ""
        matched.append(rf"{absent}(?:.*,)?\s*{one}{_PARAMETERS}{level}")
    return matched


@dataclass(frozen=True)
class Quality:
    """A row of Caddy's table for one offer: an expression, and the quality that it stands for."""

    expression: str
    value: str


def write_qualities(media_type: str) -> list[Quality]:
    """Return the rows that find an offer's quality, as text that sorts as the number does.

    >>> [row.value for row in write_qualities("text/turtle")]
    ['1', '0${1}', '1', '0${1}', '1', '0${1}']
    """
    group = media_type.partition("/")[0]
    return [row for one in (media_type, f"{group}/*", "*/*") for row in _read_quality(one)]


def _read_quality(media_range: str) -> Sequence[Quality]:
    name = rf"(?i)(?:^|,)\s*{re.escape(media_range)}\s*"
    # RE2 prefers the fewest parameters before `q`, as they are matched lazily.
    given = rf"{name}(?:;[^,;]*)*?;\s*q="
    one = rf"{given}1(?:\.0*)?{_END}"
    less = rf"{given}0?((?:\.\d*[1-9])?)[.0]*{_END}"
    silent = rf"{name}(?:;\s*(?:[^q,;\s]|q[^=,;])[^,;]*)*(?:,|$)"
    return [Quality(f"{one}|{silent}", "1"), Quality(less, "0${1}")]
