"""Server layer: headers that every response carries, and how headers are written safely."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias

Headers: TypeAlias = list[tuple[bytes, bytes]]

#: For everybody: public data may be read from any page; no browser guesses a type.
#: Source: Fetch Standard, section 3.3 (CORS protocol) and 3.6 (X-Content-Type-Options).
COMMON: Final[tuple[tuple[bytes, bytes], ...]] = (
    (b"access-control-allow-origin", b"*"),
    (
        b"access-control-expose-headers",
        b"Content-Location, ETag, Link, Location, Retry-After",
    ),
    (b"x-content-type-options", b"nosniff"),
)
#: A page brings its own, stricter policy in a `meta` element; these can only stand in a header.
PAGE_POLICY: Final = b"frame-ancestors 'none'; object-src 'none'; base-uri 'none'"
#: A page of the server itself needs the site's style, and may send its form to the server.
OWN_PAGE_POLICY: Final = (
    b"default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    b"base-uri 'none'; frame-ancestors 'none'"
)
#: Of a worker, the policy of its script counts: the SPARQL page's loads data and runs WebAssembly.
SCRIPT_POLICY: Final = (
    b"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
)
#: Data are no page: should a browser show them as one, nothing in them runs or loads.
DATA_POLICY: Final = b"default-src 'none'; sandbox"
#: A figure that is opened on its own keeps its look, which stands in it.
FIGURE_POLICY: Final = b"default-src 'none'; style-src 'unsafe-inline'; sandbox"

METHODS: Final = b"GET, HEAD, OPTIONS"
QUERY_METHODS: Final = b"GET, HEAD, POST, OPTIONS"


def policy_for(media_type: str) -> bytes:
    """Return the content security policy of a file of the site.

    >>> policy_for("text/csv") == DATA_POLICY
    True
    """
    if media_type == "text/html":
        return PAGE_POLICY
    if media_type == "text/javascript":
        return SCRIPT_POLICY
    if media_type == "image/svg+xml":
        return FIGURE_POLICY
    if media_type in ("text/css", "application/wasm", "font/woff2"):
        return b"default-src 'none'"
    return DATA_POLICY


def preflight(methods: bytes) -> Headers:
    """Return the headers that answer OPTIONS, whether or not a browser asks for its leave."""
    return [
        (b"allow", methods),
        (b"access-control-allow-methods", methods),
        (b"access-control-allow-headers", b"Accept, Accept-Language, Content-Type, If-None-Match"),
        (b"access-control-max-age", b"86400"),
    ]


def write_alternates(links: Iterable[tuple[str, str, str | None]]) -> bytes:
    """Return the value of Link for (address, media type, language). Source: RFC 8288, section 3.

    >>> write_alternates([("/doc/x.ttl", "text/turtle", None)])
    b'</doc/x.ttl>; rel="alternate"; type="text/turtle"'
    """
    written = []
    for address, media_type, language in links:
        tag = f'; hreflang="{language}"' if language else ""
        written.append(f'<{address}>; rel="alternate"; type="{media_type}"{tag}')
    return ", ".join(written).encode("ascii")
