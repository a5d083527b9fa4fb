"""Load layer: a store is opened: its kind recognised, its login found, its addresses placed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from communique.core.errors import InputError
from communique.load.addresses import (
    PRESETS,
    Addresses,
    check_address,
    check_same_origin,
    guess_kind,
    strip_query,
)
from communique.load.attempts import Attempts, PassingError
from communique.load.client import Answer, Client, refuse_redirect
from communique.load.credentials import find_credentials
from communique.load.oxigraph import OxigraphStore
from communique.load.sparql_store import SparqlStore
from communique.load.virtuoso import VirtuosoStore

#: Asks a person for user and password of a host.
Prompt = Callable[[str], tuple[str, str]]
_UNAUTHORISED = 401
_ADAPTERS: Final[Mapping[str, type[SparqlStore]]] = {
    "oxigraph": OxigraphStore,
    "virtuoso": VirtuosoStore,
}
#: A scheme stands at the start or after a comma; what follows it is no '='.
_SCHEME: Final = re.compile(r"(?:^|,)\s*([A-Za-z]+)(?=\s|,|$)(?!\s*=)")


@dataclass(frozen=True)
class StoreOptions:
    """What is said about a store: its address and, where it isn't recognised, the rest."""

    url: str | None = None
    kind: str | None = None
    query_url: str | None = None
    update_url: str | None = None
    graph_url: str | None = None
    auth: str | None = None
    timeout_seconds: float = 600.0


def open_store(
    options: StoreOptions,
    *,
    environment: Mapping[str, str],
    attempts: Attempts,
    prompt: Prompt | None = None,
) -> SparqlStore:
    """Return the store, ready to be asked and changed.

    Errors: C110 the address or the kind isn't usable, C111 the store can't be reached, C112 the
    netrc file can't be used, C115 the store is elsewhere.
    """
    first = strip_query(check_address(options.url or options.query_url or ""))
    client = Client(first, options.timeout_seconds)
    head = _probe(client, first, attempts)
    client.hang_up()
    kind = options.kind or ("generic" if options.query_url else _recognise(first, head))
    addresses = check_same_origin(_place(options, kind, first))
    client = Client(addresses.origin, options.timeout_seconds)
    _log_in(client, addresses, options, kind, environment=environment, prompt=prompt, head=head)
    make = _ADAPTERS.get(kind, SparqlStore)
    is_tested = kind in PRESETS and PRESETS[kind].is_tested
    return make(client, addresses, kind, is_transactional=is_tested)


def _probe(client: Client, url: str, attempts: Attempts) -> Answer:
    """Return the head of whatever the store answers to a GET."""
    while True:
        try:
            return client.probe(url)
        except PassingError as failure:
            attempts.wait_after(failure)


def _recognise(url: str, head: Answer) -> str:
    kind = guess_kind(url, head.headers.get("Server", ""))
    if kind is None:
        refuse_redirect(url, head.status, head.headers)
        mend = f"Say which with --store ({', '.join(PRESETS)}), or give --query-url and the others."
        raise InputError("C110", f"what kind of store '{url}' is isn't known", mend=mend)
    return kind


def _place(options: StoreOptions, kind: str, url: str) -> Addresses:
    """Return the addresses of a preset, each replaced by the one that is given."""
    if kind == "generic":
        placed = Addresses(query=url)
    elif kind in PRESETS:
        placed = PRESETS[kind].place(url)
    else:
        mend = f"Use one of {', '.join(PRESETS)}."
        raise InputError("C110", f"'{kind}' is no known kind of store", mend=mend)
    found = Addresses(
        query=options.query_url or placed.query,
        update=options.update_url or placed.update,
        graphs=options.graph_url or placed.graphs,
        graph_parameter=placed.graph_parameter,
    )
    if found.update is None and found.graphs is None:
        mend = "Give --update-url or --graph-url."
        raise InputError("C110", "the store has no address to write to", mend=mend)
    return found


def _log_in(
    client: Client,
    addresses: Addresses,
    options: StoreOptions,
    kind: str,
    *,
    environment: Mapping[str, str],
    prompt: Prompt | None,
    head: Answer,
) -> None:
    """Take the login, if there is one; a person is asked only if the store wants one."""
    preset = PRESETS.get(kind)
    wants = kind == "virtuoso" or head.status == _UNAUTHORISED or options.auth is not None
    client.credentials = find_credentials(
        addresses.host, environment=environment, ask=prompt if wants else None
    )
    offered = choose_login(head.headers.get("WWW-Authenticate", ""))
    client.log_in(options.auth or offered or (preset.auth if preset else "basic"))


def choose_login(challenges: str) -> str | None:
    """Return the safest kind of login that a server offers and we know. RFC 9110, 11.6.1.

    >>> choose_login('Negotiate, Basic realm="Digest", Digest realm="x", nonce="y"')
    'digest'
    >>> choose_login("Negotiate") is None
    True
    """
    offered = {match[1].lower() for match in _SCHEME.finditer(challenges)}
    return next((kind for kind in ("digest", "bearer", "basic") if kind in offered), None)
