"""Site layer: what the rules of every host say, before it is written in the host's own language.

Nothing that comes from the data is written into a rule but as letters, digits and escapes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from communique.core.iris import ONTOLOGY, Iris
from communique.site.addresses import Addresses
from communique.site.serialisations import MEDIA_TYPES

#: Where no address of the site is told, the rules of w3id.org say this one (RFC 2606).
PLACEHOLDER: Final = "https://host.example"
#: Identifiers whose document has the same path.
PLAIN: Final = "[A-Za-z0-9_/-]+"
#: What is negotiated; the path of a document may hold a mark with `~`, that of a version of the
#: ontology or of its alignments has points.
DOCUMENTS: Final = (
    "(?:doc|ns|version)/[A-Za-z0-9_~/-]+|ns(?:(?:/alignments)?/[0-9]+(?:[.][0-9]+)*)?"
)
GRAPHS: Final = "graph/[A-Za-z0-9_~/-]+"
#: The media types of RDF by ending.
RDF_TYPES: Final[Mapping[str, str]] = {
    **MEDIA_TYPES,
    "nq": "application/n-quads",
    "trig": "application/trig",
}
#: The other endings of a site: what people read as text, and the rest.
TEXT_TYPES: Final[Mapping[str, str]] = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "csv": "text/csv",
    "txt": "text/plain",
    "bib": "application/x-bibtex",
    "cff": "application/yaml",
}
OTHER_TYPES: Final[Mapping[str, str]] = {
    "json": "application/json",
    "xml": "application/xml",
    "atom": "application/atom+xml",
    "svg": "image/svg+xml",
    "png": "image/png",
    "wasm": "application/wasm",
    "woff2": "font/woff2",
    "gz": "application/gzip",
}
_FOLDERS: Final = ("id/", "graph/", "ns/")


def write_content_type(media_type: str) -> str:
    """Return the value of Content-Type: text says that it is in UTF-8.

    Other types of ours have no parameter of that name: they are in UTF-8 always, or say it inside.
    Source: RFC 2046, section 4.1.2; RFC 8259, section 11; RDF 1.1 N-Triples, section 7.

    >>> write_content_type("text/turtle"), write_content_type("application/n-quads")
    ('text/turtle; charset=utf-8', 'application/n-quads')
    """
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


@dataclass(frozen=True)
class Moved:
    """An identifier whose document stands elsewhere than its own path says.

    `asked` is its path below the base, decoded (`id/波兰`); `document` is plain (`doc/x~0f3a`).
    """

    asked: str
    document: str


@dataclass(frozen=True)
class Rules:
    """The place of a site on its host, and the identifiers that need a rule of their own."""

    path: str
    host: str = PLACEHOLDER
    moved: tuple[Moved, ...] = field(default=())

    @property
    def address(self) -> str:
        """The address of the site, ending in a slash."""
        return self.host + self.path


def collect_rules(
    addresses: Addresses, iris: Iris, *, path: str = "/", host: str = PLACEHOLDER
) -> Rules:
    """Return the rules of a site that a host serves at a path."""
    return Rules(path, host, tuple(_find_moved(addresses, iris)))


def _find_moved(addresses: Addresses, iris: Iris) -> Iterable[Moved]:
    """Yield what can be asked for and has another path than the general rule gives."""
    # The vocabulary has its own fixed base, which its versions share.
    bases = (iris.base, ONTOLOGY.removesuffix("ns"))
    asked = {
        document: unquote(document.removeprefix(base), errors="replace")
        for document in addresses.paths
        for base in bases
        if document.startswith(tuple(base + folder for folder in _FOLDERS))
    }
    times = Counter(asked.values())
    for document, words in asked.items():
        path = addresses.paths[document]
        general = words.replace("id/", "doc/", 1) if words.startswith("id/") else words
        if path != general and times[words] == 1 and can_be_asked(document, words):
            yield Moved(words, path)


def can_be_asked(document: str, asked: str) -> bool:
    """Tell whether the address reaches a host as it is: clients and hosts change or refuse some.

    >>> can_be_asked("https://example.org/id/a%2fb", "id/a/b"), can_be_asked("id/é", "id/é")
    (False, True)
    """
    parts = asked.split("/")
    return (
        asked.startswith(_FOLDERS)
        and asked.isprintable()
        and not {"", ".", ".."} & set(parts)
        and not {"\\", "?", "\ufffd"} & set(asked)
        and "%2f" not in document.lower()
    )


def escape_bytes(text: str) -> str:
    r"""Return an expression for PCRE that matches exactly the text's bytes in UTF-8.

    >>> escape_bytes("id/a.b"), escape_bytes("é;")
    ('id/a\\x2eb', '\\xc3\\xa9\\x3b')
    """
    return "".join(_escape(chr(byte), byte) for byte in text.encode())


def escape_characters(text: str) -> str:
    r"""Return an expression for RE2 that matches exactly the text's characters.

    >>> escape_characters("é;波")
    '\\xe9\\x3b\\x{6ce2}'
    """
    return "".join(_escape(char, ord(char)) for char in text)


def _escape(char: str, number: int) -> str:
    if char.isascii() and (char.isalnum() or char in "/_"):
        return char
    return f"\\x{number:02x}" if number <= 0xFF else f"\\x{{{number:x}}}"  # noqa: PLR2004
