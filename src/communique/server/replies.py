"""Server layer: which file of the site answers a request, and with which headers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qs, quote

from communique.server.media_types import KNOWN_TYPES, SHORT_NAMES, type_of_file, with_charset
from communique.server.negotiation import accepts_gzip, choose_language, choose_type
from communique.server.problems import Problem
from communique.server.response_headers import COMMON, Headers, policy_for, write_alternates
from communique.server.site_folder import (
    BadPathError,
    SiteFolder,
    Variant,
    decode_path,
    encode_path,
)

_VARY: Final = b"Accept, Accept-Language, Accept-Encoding"
_FRESH: Final = b"public, max-age=60"
_FOR_EVER: Final = b"public, max-age=31536000, immutable"
#: What of a version never changes: its files; its pages are written anew with the site.
_CHANGELESS: Final = re.compile(
    r"version/[^/]+/(?:communique\.nq\.gz|manifest\.json|added\.nq|removed\.nq)"
)
#: Pages in several languages that stand at the root of a folder.
_FOLDER_PAGE: Final = "index"


@dataclass(frozen=True)
class Wish:
    """What of a request decides the answer; `path` is as it came, without the site's prefix."""

    path: str
    query: str = ""
    accept: str | None = None
    language: str | None = None
    encoding: str | None = None


@dataclass(frozen=True)
class Reply:
    """An answer but for its body: `file` is the path of that on disk, None if there is none."""

    status: int
    headers: Headers
    file: str | None = None


@dataclass(frozen=True)
class Replier:
    """Decides on the answers of one generation of a site that is served below `prefix`."""

    site: SiteFolder
    prefix: str = "/"

    def decide(self, wish: Wish) -> Reply:
        """Return the answer to a request; Problem if there is none (400, 404, 406)."""
        try:
            return self._decide(wish)
        except BadPathError as error:
            detail = f"The path is none of this site: {error}."
            raise Problem(400, "bad-path", detail) from error

    def _decide(self, wish: Wish) -> Reply:
        if wish.path.startswith("id/") and not wish.path.endswith("/"):
            return self._redirect(wish)
        if wish.path == "" or wish.path.endswith("/"):
            stem = decode_path(f"{wish.path}{_FOLDER_PAGE}")
        else:
            stem = self._find_stem(wish.path)
        if self.site.find_file(stem):
            return self._send_file(wish, stem)
        variants = self.site.find_variants(stem)
        if not variants:
            raise Problem(404, "not-found", "There is nothing at this address.")
        return self._negotiate(wish, variants)

    def _redirect(self, wish: Wish) -> Reply:
        """Send the reader of a thing to its document. Source: Cool URIs, section 4.2 (303)."""
        path = self.site.find_document(wish.path)
        if path is None:
            raise Problem(404, "not-found", "Nothing is described at this address.")
        asked = f"?{encode_query(wish.query)}" if wish.query else ""
        return self._lead_to(f"{self.prefix}{encode_path(path)}{asked}")

    def _lead_to(self, location: str) -> Reply:
        """Send a reader on. What the answer depends on is negotiated there, or is in Vary."""
        headers = [(b"location", location.encode("ascii")), (b"content-length", b"0")]
        return Reply(303, [*COMMON, *headers, (b"cache-control", _FRESH), (b"vary", _VARY)])

    def _find_stem(self, path: str) -> str:
        """Return the path of a document's files, which isn't the IRI's path if that is unsafe."""
        thing = f"id/{path.removeprefix('doc/')}" if path.startswith("doc/") else path
        marked = self.site.marked.get(self.site.base + thing)
        return decode_path(path) if marked is None else marked

    def _send_file(self, wish: Wish, name: str) -> Reply:
        media_type = type_of_file(name)
        headers = self._describe(name, media_type, vary=b"Accept-Encoding")
        return self._compress(wish, name, headers)

    def _negotiate(self, wish: Wish, variants: list[Variant]) -> Reply:
        types = list(dict.fromkeys(one.media_type for one in variants))
        asked = read_format(wish.query)
        chosen = choose_type(asked or wish.accept, types)
        links = self._link(variants)
        if chosen is None:
            listed = [(self._address(one), one.media_type) for one in variants]
            detail = "It is here in other formats only."
            raise Problem(
                406,
                "not-acceptable",
                detail,
                headers={"Link": links.decode(), "Vary": _VARY.decode()},
                available=listed,
            )
        fitting = [one for one in variants if one.media_type == chosen]
        languages = [one.language or "" for one in fitting]
        variant = fitting[languages.index(choose_language(wish.language, languages))]
        if self.prefix != "/" and variant != fitting[0]:
            # The links of a page are relative to its own address.
            return self._lead_to(self._address(variant))
        headers = self._describe(variant.name, chosen, vary=_VARY)
        headers.append((b"content-location", self._address(variant).encode("ascii")))
        headers.append((b"link", links))
        if variant.language:
            headers.append((b"content-language", variant.language.encode()))
        return self._compress(wish, variant.name, headers)

    def _describe(self, name: str, media_type: str, *, vary: bytes) -> Headers:
        fresh = _FOR_EVER if _CHANGELESS.fullmatch(name) else _FRESH
        return [
            *COMMON,
            (b"content-type", with_charset(media_type).encode()),
            (b"content-security-policy", policy_for(media_type)),
            (b"cache-control", fresh),
            (b"vary", vary),
        ]

    def _compress(self, wish: Wish, name: str, headers: Headers) -> Reply:
        """Return the reply with the compressed file, where there is one and the client takes it."""
        if accepts_gzip(wish.encoding) and self.site.find_file(f"{name}.gz"):
            name = f"{name}.gz"
            headers.append((b"content-encoding", b"gzip"))
        return Reply(200, headers, f"{self.site.root}/{name}")

    def _address(self, variant: Variant) -> str:
        return self.prefix + encode_path(variant.name)

    def _link(self, variants: list[Variant]) -> bytes:
        return write_alternates(
            (self._address(one), one.media_type, one.language) for one in variants
        )


def read_format(query: str) -> str | None:
    """Return the media type of `?_format=`, None if it isn't there; Problem 400 if unknown.

    >>> read_format("_format=ttl"), read_format("")
    ('text/turtle', None)
    """
    if "_format" not in query:
        return None
    asked = parse_qs(query, keep_blank_values=True).get("_format")
    if asked is None:
        return None
    return expand_format(asked)


def expand_format(asked: list[str]) -> str:
    """Return the media type that a format's short name means; Problem 400 if there is none."""
    name = asked[0].strip().lower()
    media_type = SHORT_NAMES.get(name, name)
    if media_type not in KNOWN_TYPES or len(asked) > 1:
        detail = f"One format can be asked for, of: {', '.join(SHORT_NAMES)}."
        raise Problem(400, "unknown-format", detail)
    return media_type


def encode_query(query: str) -> str:
    """Return a query string as it may stand in a header.

    >>> encode_query("a=b&c=é")
    'a=b&c=%C3%A9'
    """
    return quote(query, safe="/~=&%+-._:;,@!*'()?$")
