"""Site layer: which file of the site an IRI is published as; no IRI leaves the folder.

A thing `id/state/POL` is described by the document `doc/state/POL`, whose files are
`doc/state/POL.html`, `.ttl`, `.jsonld`, `.nt` and `.rdf`. The Chinese pages stand under `zh-Hans/`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

import orjson

from communique.core.iris import ONTOLOGY, Iris

#: The languages of the pages, the first one at the root of the site.
LANGUAGES: Final = ("en", "zh-Hans")
#: Longer segments are cut: file systems take 255 bytes with the ending.
LONGEST_SEGMENT: Final = 120
#: Stands before the hash of a path that differs from its IRI, and in no other path.
_MARK: Final = "~"
_PLAIN: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
_FOLDERS: Final = {"id/": "doc/", "graph/": "graph/"}
_WEB: Final = re.compile(r"https?://[^\s]+", re.IGNORECASE)


def document_of(iri: str) -> str:
    """Return the IRI of the document that describes an IRI: the same without its fragment.

    >>> document_of("https://example.org/source#char=3,9")
    'https://example.org/source'
    """
    return iri.partition("#")[0]


@dataclass(frozen=True)
class Addresses:
    """The documents of a site, each with the path of its files (without ending)."""

    paths: Mapping[str, str]

    def find(self, iri: str, *, language: str = "en") -> str | None:
        """Return the path of an IRI's page from the root of the site, with its fragment.

        It is written as part of a URL; None if the IRI has no page here.
        """
        document, _, fragment = iri.partition("#")
        path = self.paths.get(document)
        if path is None:
            return None
        anchor = f"#{quote(fragment, safe='=,-_.~')}" if fragment else ""
        return quote(page_path(path, language), safe="/~") + anchor


def page_path(path: str, language: str) -> str:
    """Return the file of a page in a language.

    >>> page_path("doc/state/POL", "en"), page_path("doc/state/POL", "zh-Hans")
    ('doc/state/POL.html', 'zh-Hans/doc/state/POL.html')
    """
    prefix = "" if language == LANGUAGES[0] else f"{language}/"
    return f"{prefix}{path}.html"


def allot_addresses(iris: Iterable[str], base: Iris) -> Addresses:
    """Return the paths of the documents of all IRIs that are published under the base.

    Two IRIs never share a path, not even where a file system ignores case: of a group that would,
    each but the plainest gets a mark made from its whole IRI.

    >>> allot_addresses(["https://w3id.org/communique/id/state/POL"], Iris()).paths
    {'https://w3id.org/communique/id/state/POL': 'doc/state/POL'}
    """
    paths: dict[str, str] = {}
    taken: set[str] = set()
    for document in sorted({document_of(iri) for iri in iris}):
        path = _propose(document, base)
        if path is None:
            continue
        if path.casefold() in taken:
            path = f"{path}{_mark(document)}"
        taken.add(path.casefold())
        paths[document] = path
    return Addresses(paths)


def write_address_table(addresses: Addresses, base: Iris) -> bytes:
    """Return what a server must know to find the files of an IRI, in JSON.

    `base` is the base of the IRIs; `documents` has the path of each document whose path differs
    from its IRI. The path of every other one is that of its IRI, with `doc/` for `id/`.

    >>> iris = Iris("http://a.example/")
    >>> table = write_address_table(allot_addresses(["http://a.example/id/a,b"], iris), iris)
    >>> orjson.loads(table)["documents"]
    {'http://a.example/id/a,b': 'doc/a-b~1eb7c54d52831bbf'}
    """
    marked = {iri: path for iri, path in sorted(addresses.paths.items()) if _MARK in path}
    return orjson.dumps({"base": base.base, "documents": marked})


def is_web_address(iri: str) -> bool:
    """Tell whether an IRI may be made a link: `javascript:` and the like may not.

    >>> is_web_address("https://example.org/"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    return _WEB.fullmatch(iri) is not None


def _propose(document: str, base: Iris) -> str | None:
    if document == ONTOLOGY:
        return "ns"
    folders = {base.base + folder: place for folder, place in _FOLDERS.items()}
    for folder, place in {f"{ONTOLOGY}/": "ns/", **folders}.items():
        rest = document.removeprefix(folder)
        if rest not in (document, ""):
            return place + "/".join(_write_segment(part) for part in rest.split("/"))
    return None


def _write_segment(segment: str) -> str:
    """Return a segment as a file's name; a hostile one is reduced and marked with a hash."""
    if _PLAIN.fullmatch(segment) and len(segment) <= LONGEST_SEGMENT and not _is_device(segment):
        return segment
    plain = re.sub(r"[^A-Za-z0-9_-]+", "-", segment).strip("-")[: LONGEST_SEGMENT // 2]
    return f"{plain or 'x'}{_mark(segment)}"


def _mark(text: str) -> str:
    return f"{_MARK}{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def _is_device(segment: str) -> bool:
    """Tell whether Windows would take the name for a device."""
    return re.fullmatch(r"(?i:con|prn|aux|nul|com\d|lpt\d)", segment) is not None
