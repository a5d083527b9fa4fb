"""Read layer: web addresses as a page prints them."""

from __future__ import annotations

import re
from typing import Final

import pyoxigraph as ox

from communique.core.errors import InputError
from communique.core.source import Source, Span

#: An http(s) address in the ASCII characters that a URI may hold. Source: RFC 3986, section 2.
_ADDRESS: Final = re.compile(r"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")


def is_web_address(words: str) -> bool:
    """Tell whether the words are one whole http(s) address, and a valid IRI.

    >>> is_web_address("https://example.org/a"), is_web_address("https://[example.org/")
    (True, False)
    """
    if not _ADDRESS.fullmatch(words):
        return False
    try:
        ox.NamedNode(words)
    except ValueError:
        return False
    return True


def read_web_address(source: Source, span: Span) -> str:
    """Return the address that fills a span, exactly as printed; C020 if there is none."""
    words = source.exact(span)
    if not is_web_address(words):
        mend = "Lay the line out as what it is."
        place = source.place(span.start)
        raise InputError("C020", f"'{words}' is not a web address", mend=mend, place=place)
    return words
