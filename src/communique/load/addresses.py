"""Load layer: the addresses of a store, and what is known about each kind of store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from communique.core.errors import InputError

_MEND: Final = "Write it as https://example.org/sparql."


@dataclass(frozen=True)
class Addresses:
    """Where a store is asked, changed, and read and written graph by graph."""

    query: str
    update: str | None = None
    graphs: str | None = None
    graph_parameter: str = "graph"

    @property
    def origin(self) -> str:
        """Scheme, host and port, which all addresses share."""
        parts = urlsplit(self.query)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def host(self) -> str:
        """The host's name, for netrc."""
        return urlsplit(self.query).hostname or ""


@dataclass(frozen=True)
class Preset:
    """How a kind of store lays out its addresses below a base; untested ones are so marked."""

    query: str
    update: str | None
    graphs: str | None
    graph_parameter: str = "graph"
    auth: str = "basic"
    is_tested: bool = False
    #: Last parts of addresses that may be given instead of the base.
    known_ends: tuple[str, ...] = ()

    def place(self, url: str) -> Addresses:
        """Return the addresses below the base that `url` is, or that it names an end of."""
        base = url.rstrip("/")
        for end in sorted(
            {*self.known_ends, self.query, self.update, self.graphs} - {None}, key=_longest
        ):
            if end and base.endswith(end):
                base = base.removesuffix(end)
                break
        return Addresses(
            query=base + self.query,
            update=None if self.update is None else base + self.update,
            graphs=None if self.graphs is None else base + self.graphs,
            graph_parameter=self.graph_parameter,
        )


def _longest(end: str | None) -> tuple[int, str]:
    return -len(end or ""), end or ""


PRESETS: Final[Mapping[str, Preset]] = {
    "oxigraph": Preset("/query", "/update", "/store", auth="basic", is_tested=True),
    "virtuoso": Preset(
        "/sparql-auth",
        "/sparql-auth",
        "/sparql-graph-crud-auth",
        graph_parameter="graph-uri",
        auth="digest",
        is_tested=True,
        known_ends=("/sparql", "/sparql-graph-crud"),
    ),
    "fuseki": Preset("/query", "/update", "/data", known_ends=("/sparql",)),
    "graphdb": Preset("", "/statements", "/rdf-graphs/service"),
    "rdf4j": Preset("", "/statements", "/rdf-graphs/service"),
    "qlever": Preset("", "", None, auth="bearer"),
    "stardog": Preset("/query", "/update", ""),
    "neptune": Preset("/sparql", "/sparql", "/sparql/gsp"),
}


def check_address(url: str) -> str:
    """Return an http(s) address without a login in it. Errors: C110."""
    parts = urlsplit(url)
    if parts.username is not None or parts.password is not None:
        mend = "Set COMMUNIQUE_USER and COMMUNIQUE_PASSWORD, or use netrc."
        raise InputError("C110", "a login stands in the store's address", mend=mend)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError("C110", f"'{url}' is no address of a store", mend=_MEND)
    if parts.fragment:
        raise InputError("C110", f"'{url}' has a fragment", mend="Leave out what follows the #.")
    return url


def check_same_origin(addresses: Addresses) -> Addresses:
    """Return the addresses if they are of one host: a login is for one host only. Errors: C110."""
    for url in (addresses.update, addresses.graphs):
        if url is not None and _origin(url) != _origin(addresses.query):
            mend = "Give addresses of one host; a login is sent to no other."
            raise InputError("C110", f"'{url}' is on another host", mend=mend)
    return addresses


def _origin(url: str) -> tuple[str, str, int | None]:
    parts = urlsplit(check_address(url))
    default = {"http": 80, "https": 443}[parts.scheme]
    return parts.scheme, (parts.hostname or "").lower(), parts.port or default


def guess_kind(url: str, server: str) -> str | None:
    """Return the kind of store from its `Server` header, else from the shape of its address.

    >>> guess_kind("http://localhost:7878/", "Oxigraph/0.5.13")
    'oxigraph'
    >>> guess_kind("https://example.org/sparql-auth", "nginx")
    'virtuoso'
    >>> guess_kind("https://example.org/data", "nginx") is None
    True
    """
    for kind in ("virtuoso", "oxigraph"):
        if kind in server.lower():
            return kind
    parts = urlsplit(url)
    if parts.path.rstrip("/").endswith(
        ("/sparql-auth", "/sparql-graph-crud", "/sparql-graph-crud-auth")
    ):
        return "virtuoso"
    return {8890: "virtuoso", 7878: "oxigraph"}.get(parts.port or 0)


def strip_query(url: str) -> str:
    """Return an address without what follows the question mark.

    >>> strip_query("http://localhost/store?default")
    'http://localhost/store'
    """
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "", ""))
