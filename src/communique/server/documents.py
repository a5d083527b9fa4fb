"""Server layer: the pages and files of a site over HTTP, the quick way: negotiated once, then kept.

What a request is answered with depends on five of its parts; the decision is remembered, so that
the next one like it costs a look into a table.
"""

from __future__ import annotations

import asyncio
import os
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, TypeAlias

from starlette.types import Receive, Scope, Send

from communique.server.file_cache import Body, FileCache
from communique.server.negotiation import choose_language
from communique.server.problems import Problem
from communique.server.replies import Replier, Reply, Wish
from communique.server.response_headers import COMMON, METHODS, Headers, preflight

_KEPT_DECISIONS: Final = 2048
#: Requests with more in these parts are decided each time.
_LONGEST_KEY: Final = 1024
_CHUNK_BYTES: Final = 2**18
_WANTED: Final[Mapping[bytes, bytes]] = {
    b"accept": b"",
    b"accept-language": b"",
    b"accept-encoding": b"",
    b"if-none-match": b"",
}

Key: TypeAlias = tuple[bytes, bytes, bytes, bytes, bytes]


class Documents:
    """Answers GET, HEAD and OPTIONS for one generation of a site."""

    def __init__(self, replier: Replier, *, cache_bytes: int) -> None:
        """Serve what the replier decides on, with a cache of files of that size."""
        self.replier = replier
        self._files = FileCache(cache_bytes)
        self._decided: OrderedDict[Key, Reply] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; Problem if there is no answer, FileNotFoundError if a file is gone."""
        method = scope["method"]
        if method == "OPTIONS":
            await send_whole(send, 204, [*COMMON, *preflight(METHODS)], b"")
            return
        if method not in ("GET", "HEAD"):
            allow = METHODS.decode()
            detail = f"Only {allow} are possible here."
            raise Problem(405, "method-not-allowed", detail, headers={"Allow": allow})
        wanted = _pick(scope["headers"])
        accept, language, encoding, known = wanted.values()
        key = (scope["raw_path"], scope["query_string"], accept, language, encoding)
        reply = self._decided.get(key)
        if reply is None:
            reply = self._decide(key)
        await self._send(send, reply, known=known, with_body=method == "GET")

    async def read_page(self, stem: str, language: str | None) -> Body | None:
        """Return a page of the site that is shown at another address than its own, if there is one.

        Below a prefix only the page at the root of the site fits there: its links are relative.
        """
        site, prefix = self.replier.site, self.replier.prefix
        pages = [one for one in site.find_variants(stem) if one.language]
        tags = [one.language or "" for one in pages][: None if prefix == "/" else 1]
        if not tags:
            return None
        page = pages[tags.index(choose_language(language, tags))]
        path = f"{site.root}/{page.name}"
        return self._files.recall(path) or await self._files.read(path)

    def _decide(self, key: Key) -> Reply:
        path, query, accept, language, encoding = (part.decode("latin-1") for part in key)
        prefix = self.replier.prefix
        if not path.startswith(prefix):
            raise Problem(404, "not-found", "There is nothing at this address.")
        wish = Wish(
            path.removeprefix(prefix), query, accept or None, language or None, encoding or None
        )
        reply = self.replier.decide(wish)
        if sum(map(len, key)) <= _LONGEST_KEY:
            self._decided[key] = reply
            if len(self._decided) > _KEPT_DECISIONS:
                self._decided.popitem(last=False)
        return reply

    async def _send(self, send: Send, reply: Reply, *, known: bytes, with_body: bool) -> None:
        if reply.file is None:
            await send_whole(send, reply.status, reply.headers, b"")
            return
        body = self._files.recall(reply.file) or await self._files.read(reply.file)
        if known and _is_known(known, body.etag):
            headers = [*_keep_for_304(reply.headers), (b"etag", body.etag)]
            await send_whole(send, 304, headers, b"")
            return
        headers = [
            *reply.headers,
            (b"etag", body.etag),
            (b"content-length", b"%d" % body.size),
        ]
        if with_body and body.data is None:
            await _send_large(send, reply.file, headers)
        else:
            await send_whole(send, reply.status, headers, body.data if with_body else b"")


def _pick(headers: Iterable[tuple[bytes, bytes]]) -> dict[bytes, bytes]:
    """Return the headers that matter, in the order of `_WANTED`; a repeated one is a list."""
    found = dict(_WANTED)
    for name, value in headers:
        if name in found:
            found[name] = found[name] + b"," + value if found[name] else value
    return found


async def send_whole(send: Send, status: int, headers: Headers, body: bytes | None) -> None:
    """Send a response whose body is at hand."""
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body or b""})


async def _send_large(send: Send, path: str, headers: Headers) -> None:
    """Send a file from the disk piece by piece; once it is open a new site can't take it away."""
    with await asyncio.to_thread(Path(path).open, "rb") as handle:
        size = os.fstat(handle.fileno()).st_size
        headers = [pair for pair in headers if pair[0] != b"content-length"]
        headers.append((b"content-length", b"%d" % size))
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        while chunk := await asyncio.to_thread(handle.read, _CHUNK_BYTES):
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await send({"type": "http.response.body", "body": b""})


def _is_known(known: bytes, etag: bytes) -> bool:
    """Tell whether If-None-Match names the tag. Source: RFC 9110, section 13.1.2 (weakly)."""
    tags = {tag.strip().removeprefix(b"W/") for tag in known.split(b",")}
    return etag in tags or b"*" in tags


def _keep_for_304(headers: Headers) -> Headers:
    """Return what a 304 repeats of the headers of a 200. Source: RFC 9110, section 15.4.5."""
    left_out = (b"content-type", b"content-encoding", b"content-language")
    return [pair for pair in headers if pair[0] not in left_out]
