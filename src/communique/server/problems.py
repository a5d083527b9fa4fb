"""Server layer: what is wrong with a request, as problem details (RFC 9457) or as a page."""

from __future__ import annotations

import html
import http
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import orjson

from communique.server.media_types import with_charset
from communique.server.negotiation import choose_type
from communique.server.response_headers import (
    COMMON,
    DATA_POLICY,
    OWN_PAGE_POLICY,
    PAGE_POLICY,
    Headers,
)

#: What a client may say to be told in JSON; it comes as problem details always.
_TYPES: Final = ("application/problem+json", "application/json", "text/html")
_PAGE: Final = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title} · Communique</title>
<link rel="stylesheet" href="{root}static/style.css">
<link rel="icon" href="{root}static/icon.svg" type="image/svg+xml">
</head>
<body>
<main id="content">
<h1>{title}</h1>
<p>{detail}</p>
{listed}<p><a href="{root}">Communique</a></p>
</main>
</body>
</html>
"""


@dataclass(eq=False)  # not frozen: whoever catches it writes its traceback
class Problem(Exception):  # noqa: N818 - what is raised is the problem that is told
    """A request that isn't answered: the status, a slug for programs, words that say the mend."""

    status: int
    reason: str
    detail: str
    headers: Mapping[str, str] = field(default_factory=dict)
    #: The addresses that could have been asked for, with their media types.
    available: Sequence[tuple[str, str]] = ()

    @property
    def title(self) -> str:
        """The phrase of the status."""
        return http.HTTPStatus(self.status).phrase

    def write(
        self, accept: str | None, *, root: str, page: bytes | None = None
    ) -> tuple[Headers, bytes]:
        """Return headers and body in the form that the client takes, JSON if it takes none.

        `page` is shown in the place of a page of our own.
        """
        kind = choose_problem_type(accept)
        is_page = kind == "text/html"
        body = (page or self._write_page(root)) if is_page else self._write_json()
        policy = PAGE_POLICY if page else OWN_PAGE_POLICY
        headers: Headers = [
            *COMMON,
            (b"content-type", with_charset(kind).encode()),
            (b"content-length", str(len(body)).encode()),
            (b"content-security-policy", policy if is_page else DATA_POLICY),
            (b"cache-control", b"no-store"),
        ]
        own = {"Vary": "Accept", **self.headers}
        headers += [(name.lower().encode(), value.encode()) for name, value in own.items()]
        return headers, body

    def _write_json(self) -> bytes:
        document: dict[str, Any] = {
            "type": "about:blank",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "reason": self.reason,
        }
        if self.available:
            document["available"] = [{"href": at, "type": kind} for at, kind in self.available]
        return orjson.dumps(document)

    def _write_page(self, root: str) -> bytes:
        items = "".join(
            f'<li><a href="{html.escape(at)}">{html.escape(kind)}</a></li>\n'
            for at, kind in self.available
        )
        page = _PAGE.format(
            title=html.escape(f"{self.status} {self.title}"),
            detail=html.escape(self.detail),
            root=html.escape(root),
            listed=f"<ul>\n{items}</ul>\n" if items else "",
        )
        return page.encode()


def choose_problem_type(accept: str | None) -> str:
    """Return the media type in which a client is told what is wrong.

    >>> choose_problem_type("image/png"), choose_problem_type("text/html")
    ('application/problem+json', 'text/html')
    """
    return "text/html" if choose_type(accept, _TYPES) == "text/html" else _TYPES[0]
