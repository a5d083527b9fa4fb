"""Load layer: requests to one store: its login, its time-outs, and what its statuses mean.

No redirect is followed, so a login never leaves the host that it was given for.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NoReturn
from urllib.parse import urlsplit

import requests
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from requests.utils import get_environ_proxies

from communique import __version__
from communique.core.errors import InputError, ServiceError
from communique.load.attempts import PassingError, read_retry_after
from communique.load.credentials import Credentials
from communique.load.file_part import FilePart

#: How we introduce ourselves to servers.
USER_AGENT: Final = f"communique/{__version__} (loader)"
_CHUNK: Final = 1 << 16
#: How long a host may take to answer at all; the silence of a busy store may be longer.
_CONNECT_SECONDS: Final = 30.0
#: What may be over at the next try; 501 says that it never will.
_PASSING: Final = frozenset([408, 425, 429, *range(500, 600)]) - {501}
_REDIRECTS: Final = range(300, 400)
_LOGIN: Final = (401, 403)
_TOO_LARGE: Final = 413
_OK: Final = range(200, 300)
_RESULTS: Final = "application/sparql-results+json"


class TooLargeError(ServiceError):
    """C113: the server takes no request of this size (413); a smaller one may pass."""

    def __init__(self, origin: str) -> None:
        """Say which server it is."""
        mend = "Raise the limit of the server or its proxy, or see --bulk-recipe."
        super().__init__("C113", f"{origin} answered 413: the requests are too large", mend=mend)


@dataclass(frozen=True)
class Answer:
    """A server's answer that is no failure, or a status that was expected."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The media type of the body, in lower case, without parameters."""
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()


class BearerAuth(AuthBase):
    """Sends a bearer token. Source: RFC 6750, section 2.1."""

    def __init__(self, token: str) -> None:
        """Keep the token."""
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Add the header."""
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


@dataclass
class Client:
    """Talks to one host; `timeout_seconds` is the longest silence, `writes` counts what changed."""

    origin: str
    timeout_seconds: float
    credentials: Credentials | None = None
    writes: int = 0
    session: requests.Session = field(default_factory=requests.Session)

    def __post_init__(self) -> None:
        """Take proxies and certificates from the environment, but no login: that is ours."""
        self.session.trust_env = False
        self.session.headers["User-Agent"] = USER_AGENT
        self.session.proxies = get_environ_proxies(self.origin)
        self.session.verify = os.environ.get("REQUESTS_CA_BUNDLE") or True

    def log_in(self, kind: str) -> None:
        """Use the credentials for all further requests: `basic`, `digest` or `bearer`."""
        if self.credentials is None:
            return
        user, secret = self.credentials.user, self.credentials.secret
        kinds: dict[str, AuthBase] = {
            "basic": HTTPBasicAuth(user, secret),
            "digest": HTTPDigestAuth(user, secret),
            "bearer": BearerAuth(secret),
        }
        self.session.auth = kinds["bearer" if self.credentials.is_token else kind]

    def describe_risks(self) -> list[str]:
        """Return a warning if the login can be read on its way."""
        parts = urlsplit(self.origin)
        is_near = parts.hostname in ("localhost", "127.0.0.1", "::1")
        is_hidden = parts.scheme == "https" or isinstance(self.session.auth, HTTPDigestAuth)
        if self.session.auth is None or is_near or is_hidden:
            return []
        return ["The login is sent unencrypted: use https if the store has it."]

    def hang_up(self) -> None:
        """Close the connections: a small server has a thread for each that is open."""
        self.session.close()

    def probe(self, url: str) -> Answer:
        """Return whatever a GET without a login is answered with; only its head matters."""
        # Later requests may take longer here, too: it is also how long a store may not read.
        seconds = min(self.timeout_seconds, _CONNECT_SECONDS)
        with self._send("GET", url, connect_seconds=seconds, auth=_no_login) as response:
            return Answer(response.status_code, response.headers, b"")

    def ask(self, url: str, query: str) -> Answer:
        """Return the JSON results of a query. Source: SPARQL 1.1 Protocol, section 2.1.2."""
        with self._send(
            "POST", url, data={"query": query}, headers={"Accept": _RESULTS}
        ) as response:
            self._check(response)
            return Answer(response.status_code, response.headers, response.content)

    def change(self, url: str, update: str, *, parameter: str = "update") -> None:
        """Send an update. Source: SPARQL 1.1 Protocol, section 2.2.1."""
        self.writes += 1
        # The answer's form is nobody's business; Virtuoso refuses JSON for updates.
        with self._send("POST", url, data={parameter: update}) as response:
            self._check(response)

    def upload(self, method: str, url: str, parameters: Mapping[str, str], part: FilePart) -> None:
        """Send a part of a file of N-Triples, always with its length.

        Source: SPARQL 1.1 Graph Store HTTP Protocol, sections 5.3 (PUT) and 5.5 (POST).
        """
        self.writes += 1
        headers = {"Content-Type": "application/n-triples"}
        with self._send(
            method, url, params=dict(parameters), data=part, headers=headers
        ) as response:
            self._check(response)

    def delete(self, url: str, parameters: Mapping[str, str]) -> None:
        """Delete a graph; one that isn't there is no failure. Section 5.4."""
        self.writes += 1
        with self._send("DELETE", url, params=dict(parameters)) as response:
            if response.status_code != requests.codes.not_found:
                self._check(response)

    def download(self, method: str, url: str, values: Mapping[str, str], target: Path) -> Answer:
        """Append the triples that a server sends to `target`; 404 sends none.

        `values` stand in the address for GET, in a form for POST.
        """
        place = "params" if method == "GET" else "data"
        headers = {"Accept": "application/n-triples"}
        request: dict[str, Any] = {place: dict(values), "headers": headers}
        with self._send(method, url, **request) as response:
            if response.status_code != requests.codes.not_found:
                self._check(response)
                _append_body(response, target)
            return Answer(response.status_code, response.headers, b"")

    @contextmanager
    def _send(
        self, method: str, url: str, *, connect_seconds: float | None = None, **request: Any
    ) -> Iterator[requests.Response]:
        """Yield the response, read as it comes. PassingError if the connection breaks or hangs."""
        try:
            with self.session.request(
                method,
                url,
                timeout=(connect_seconds or self.timeout_seconds, self.timeout_seconds),
                allow_redirects=False,
                stream=True,
                **request,
            ) as response:
                yield response
        except requests.exceptions.SSLError as error:
            mend = "Check the certificate, or name its authority in REQUESTS_CA_BUNDLE."
            raise ServiceError("C111", f"{self.origin} can't be trusted", mend=mend) from error
        except requests.exceptions.InvalidURL as error:
            mend = "Write it as https://example.org/sparql."
            raise InputError("C110", f"'{url}' is no address", mend=mend) from error
        except requests.exceptions.ConnectTimeout as error:
            raise PassingError(f"{self.origin} takes no connection") from error
        except requests.exceptions.Timeout as error:
            silence = f"{self.origin} was silent for {self.timeout_seconds:g} s"
            raise PassingError(silence) from error
        except requests.exceptions.RequestException as error:
            problem = f"the connection to {self.origin} broke ({_name_cause(error)})"
            raise PassingError(problem) from error

    def _check(self, response: requests.Response) -> None:
        """Refuse every status but a success, each in its own way."""
        status = response.status_code
        if status in _OK:
            return
        refuse_redirect(self.origin, status, response.headers)
        if status in _LOGIN:
            self._refuse_login(status)
        if status == _TOO_LARGE:
            raise TooLargeError(self.origin)
        problem = f"{self.origin} answered {status}: {self._quote(response)}"
        if status in _PASSING:
            raise PassingError(problem, wait_seconds=read_retry_after(response.headers))
        mend = "Check the address and the options for this kind of store."
        raise ServiceError("C113", problem, mend=mend)

    def _refuse_login(self, status: int) -> NoReturn:
        problem = f"{self.origin} wants a login ({status})"
        mend = "Set COMMUNIQUE_USER and COMMUNIQUE_PASSWORD, or COMMUNIQUE_TOKEN, or use netrc."
        if self.credentials is not None:
            problem = f"{self.origin} refuses {self.credentials.name()} ({status})"
            mend = "Check the password and what this user may do; it wasn't tried again."
        raise ServiceError("C112", problem, mend=mend)

    def _quote(self, response: requests.Response) -> str:
        """Return the first words of an error's body, printable and without our secret."""
        words = " ".join(response.content[:2000].decode("utf-8", "replace").split())
        if self.credentials is not None:
            words = self.credentials.redact(words)
        return "".join(char for char in words[:300] if char.isprintable()) or "no reason given"


def refuse_redirect(origin: str, status: int, headers: Mapping[str, str]) -> None:
    """Go nowhere that wasn't named. Errors: C115 the answer is a redirection."""
    if status not in _REDIRECTS:
        return
    target = urlsplit(headers.get("Location", ""))
    where = f"{target.scheme}://{target.hostname}{target.path}" if target.hostname else target.path
    mend = "If that is the store, give its address."
    problem = f"{origin} sends us on to {where or 'nowhere'}"
    raise ServiceError("C115", problem, mend=mend)


def _append_body(response: requests.Response, target: Path) -> None:
    with target.open("ab") as output:
        for chunk in response.iter_content(_CHUNK):
            output.write(chunk)


def _name_cause(error: BaseException) -> str:
    """Return the name of what broke, without addresses or headers."""
    while error.__cause__ is not None or error.__context__ is not None:
        error = error.__cause__ or error.__context__ or error
    return type(error).__name__


def _no_login(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request
