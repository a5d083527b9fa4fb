"""Server layer: the files of a published site, and which of them a path of a URL means.

Whatever a client sends, no file outside the folder is opened: the path is taken apart, and what is
found must lie where its name says (no symbolic link on the way).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote_to_bytes

import orjson

from communique.core.iris import DEFAULT_BASE
from communique.server.media_types import DOCUMENT_TYPES

#: The table of addresses that `communique publish` writes; the server reads the base in it.
ADDRESSES: Final = "addresses.json"
#: The languages of the pages with the folder of each, the first one at the root.
LANGUAGES: Final[Mapping[str, str]] = {"en": "", "zh-Hans": "zh-Hans/"}
#: The file of a build that answers queries, where a site has it.
QUERY_FILE: Final = "files/communique.nq"
#: Longer paths than any document's are refused unread.
_LONGEST_PATH: Final = 2048


class BadPathError(ValueError):
    """The path of a request can't be one of ours, or tries to lead out of the folder."""


@dataclass(frozen=True)
class Variant:
    """One file that can answer for a path: its name in the site, its type, its language."""

    name: str
    media_type: str
    language: str | None = None


@dataclass(frozen=True)
class SiteFolder:
    """One generation of a site; `root` is its real folder, no link."""

    root: Path
    base: str = DEFAULT_BASE
    #: The paths of the documents whose IRI isn't their path, by IRI.
    marked: Mapping[str, str] = field(default_factory=dict)

    def find_file(self, name: str) -> os.stat_result | None:
        """Return a regular file's status, None if there is none of that name in the folder.

        Whoever can write to the folder might put a link there; what it leads to isn't published.
        """
        path = f"{self.root}/{name}"
        try:
            found = os.lstat(path)
        except (OSError, ValueError):
            return None
        if not stat.S_ISREG(found.st_mode) or os.path.realpath(path) != path:
            return None
        return found

    def find_variants(self, stem: str) -> list[Variant]:
        """Return the files that describe the same document in all its formats and languages."""
        return [one for one in _propose_variants(stem) if self.find_file(one.name)]

    def find_document(self, path: str) -> str | None:
        """Return the path of the document of a thing `id/…`; None if it isn't described.

        `path` is as it came: IRIs are compared as they are written.
        """
        marked = self.marked.get(self.base + path)
        if marked is not None:
            return marked
        stem = f"doc/{decode_path(path).removeprefix('id/')}"
        return stem if self.find_file(f"{stem}.ttl") or self.find_file(f"{stem}.html") else None


def open_site(folder: Path) -> SiteFolder:
    """Return the site of a folder or of the generation that a link points at.

    A folder without a table of addresses is served too, with the usual base.
    """
    root = folder.resolve(strict=True)
    table = root / ADDRESSES
    if not table.is_file():
        return SiteFolder(root)
    read = orjson.loads(table.read_bytes())
    return SiteFolder(root, str(read["base"]), dict(read["documents"]))


def decode_path(path: str) -> str:
    """Return the path of a URL without its escapes; BadPathError if it isn't a plain one.

    Refused: what isn't UTF-8, empty segments, `.` and `..`, separators or control characters that
    were escaped, and any backslash.

    >>> decode_path("doc/state/POL"), decode_path("a%20b")
    ('doc/state/POL', 'a b')
    """
    if len(path) > _LONGEST_PATH:
        raise BadPathError("too long")
    try:
        decoded = unquote_to_bytes(path).decode("utf-8") if "%" in path else path
    except UnicodeDecodeError as error:
        raise BadPathError("not UTF-8") from error
    if decoded.count("/") != path.count("/") or "\\" in decoded or not decoded.isprintable():
        raise BadPathError("an escaped separator or control character")
    if any(segment in ("", ".", "..") for segment in decoded.split("/")):
        raise BadPathError("an empty or relative segment")
    return decoded


def encode_path(path: str) -> str:
    """Return a path as it is written in a URL or a header: no character of it can end either.

    >>> encode_path("doc/x~1/a b")
    'doc/x~1/a%20b'
    """
    return quote(path, safe="/~")


def _propose_variants(stem: str) -> Iterator[Variant]:
    """Yield the names that a document's files would have; below a language's folder only its own.

    The RDF files are the same for all languages and stand once, at the root.
    """
    wanted = next((tag for tag, at in LANGUAGES.items() if at and stem.startswith(at)), None)
    plain = stem.removeprefix(LANGUAGES[wanted]) if wanted else stem
    for tag, place in LANGUAGES.items():
        if wanted in (None, tag):
            yield Variant(f"{place}{plain}.html", DOCUMENT_TYPES["html"], tag)
    for ending, media_type in DOCUMENT_TYPES.items():
        if ending != "html":
            yield Variant(f"{plain}.{ending}", media_type)
