"""Query layer: a remote SPARQL endpoint, asked through SPARQLWrapper with a distrustful eye.

Source: SPARQL 1.1 Protocol, section 2.1.2 (form POST); RFC 9110, section 10.2.3 (Retry-After).
"""

from __future__ import annotations

import email.utils
import http.client
import time
import urllib.error
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import pyoxigraph as ox

from communique import __version__
from communique.core.errors import InputError, ServiceError
from communique.query.answer import Answer, Table, Value
from communique.query.endpoint_answer import Reply, read_reply
from communique.query.mistakes import describe_mistake
from communique.query.sparql_text import insert_values

#: How we introduce ourselves to servers.
USER_AGENT: Final = f"communique/{__version__} (SPARQL client)"
#: How often a busy server is asked, all in all.
MAX_TRIES: Final = 4
#: The longest we wait between two tries; a server that asks for more is given up on.
MAX_WAIT_SECONDS: Final = 60.0
#: The largest answer that is taken.
MAX_BYTES: Final = 256_000_000
_BAD_REQUEST: Final = 400
_BUSY: Final = (429, 503)
_CHUNK: Final = 1 << 16


class _BusyError(Exception):
    """A server said that it is busy; `wait_seconds` is what it asked for, if it did."""

    def __init__(self, status: int, wait_seconds: float | None) -> None:
        super().__init__(f"HTTP {status}")
        self.wait_seconds = wait_seconds


@dataclass(frozen=True)
class Endpoint:
    """A SPARQL endpoint; `timeout_seconds` limits each request as a whole."""

    url: str
    timeout_seconds: float = 60.0
    sleep: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        """Refuse an address that isn't http(s): urllib would open local files, too. C090."""
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            mend = "Write it as https://example.org/sparql."
            raise InputError("C090", f"'{self.url}' is no address of an endpoint", mend=mend)

    def run(self, query: str, values: Mapping[str, Value], *, origin: str) -> Answer:
        """Return the endpoint's answer, with `values` put into the query as a VALUES block.

        Errors: C072 a mistake in the query, C091 the endpoint is down or slow, C092 it refused
        the query, C093 its answer is truncated or isn't SPARQL results.
        """
        text = insert_values(query, values)
        wrapper = self._prepare(text, origin)
        for number in range(1, MAX_TRIES + 1):
            try:
                return read_reply(self._send(wrapper, text, origin), self.url)
            except _BusyError as busy:
                self._wait(busy, number)
        raise AssertionError("unreachable: the last try raises")

    def select(self, query: str) -> Table:
        """Return the answer of a SELECT of our own."""
        answer = self.run(query, {}, origin="query")
        if not isinstance(answer, Table):
            raise ServiceError("C093", f"{self.url} answered without rows", mend="Check it.")
        return answer

    def _prepare(self, query: str, origin: str) -> Any:
        from SPARQLWrapper import JSON, POST, TURTLE, URLENCODED, SPARQLWrapper

        wrapper = SPARQLWrapper(self.url, agent=USER_AGENT)
        wrapper.setMethod(POST)
        wrapper.setRequestMethod(URLENCODED)
        wrapper.setOnlyConneg(True)
        wrapper.setTimeout(max(1, round(self.timeout_seconds)))
        wrapper.setQuery(query)
        if wrapper.isSparqlUpdateRequest():
            mend = "Write SELECT, ASK, CONSTRUCT or DESCRIBE."
            raise InputError("C072", f"{origin} is an update, not a query", mend=mend)
        graph = wrapper.queryType in ("CONSTRUCT", "DESCRIBE")
        wrapper.setReturnFormat(TURTLE if graph else JSON)
        return wrapper

    def _send(self, wrapper: Any, query: str, origin: str) -> Reply:
        from SPARQLWrapper import SPARQLExceptions as Refusals

        deadline = time.monotonic() + self.timeout_seconds
        try:
            with closing(wrapper.query().response) as response:
                return Reply(dict(response.headers.items()), self._read(response, deadline))
        except Refusals.SPARQLWrapperException as error:
            raise self._explain(error, query, origin) from error
        except urllib.error.HTTPError as error:
            error.close()
            if error.code in _BUSY:
                raise _BusyError(error.code, _read_retry_after(error.headers)) from error
            mend = "Check the address."
            raise ServiceError("C092", f"{self.url} answered {error.code}", mend=mend) from error
        except http.client.IncompleteRead as error:
            problem = f"the answer of {self.url} is cut off"
            raise ServiceError("C093", problem, mend="Try again.") from error
        except (OSError, http.client.HTTPException) as error:
            cause = getattr(error, "reason", error)  # of a URLError
            raise self._give_up(str(cause) or type(error).__name__, tries=1) from error

    def _read(self, response: Any, deadline: float) -> bytes:
        """Return the body; a server that drips is cut off at the deadline."""
        chunks, size = [], 0
        while chunk := response.read1(_CHUNK):
            chunks.append(chunk)
            size += len(chunk)
            if size > MAX_BYTES:
                problem = f"{self.url} answers with more than {MAX_BYTES} bytes"
                raise ServiceError("C093", problem, mend="Ask for fewer rows.")
            if time.monotonic() > deadline:
                raise TimeoutError(f"no whole answer within {self.timeout_seconds:g} seconds")
        declared, body = response.headers.get("Content-Length"), b"".join(chunks)
        if declared is not None and declared.isdigit() and len(body) != int(declared):
            raise http.client.IncompleteRead(body, int(declared) - len(body))
        return body

    def _wait(self, busy: _BusyError, number: int) -> None:
        seconds = busy.wait_seconds if busy.wait_seconds is not None else 2.0 ** (number - 1)
        if number == MAX_TRIES or seconds > MAX_WAIT_SECONDS:
            raise self._give_up(f"busy ({busy})", tries=number) from busy
        self.sleep(seconds)

    def _give_up(self, reason: str, *, tries: int) -> ServiceError:
        times = "once" if tries == 1 else f"{tries} times"
        problem = f"{self.url} doesn't answer (tried {times}, POST): {reason}"
        mend = "Check the address and the network, or try later."
        return ServiceError("C091", problem, mend=mend)

    def _explain(self, refusal: Exception, query: str, origin: str) -> InputError | ServiceError:
        """Tell a mistake in the query, which our own parser finds as well, from a mere refusal."""
        status = refusal.__context__
        if isinstance(status, urllib.error.HTTPError):
            status.close()  # SPARQLWrapper leaves it open
        code = getattr(status, "code", "an error")
        problem = f"{self.url} answered {code}: {_shorten(refusal)}"
        if code != _BAD_REQUEST:
            mend = "Check the address, or ask the endpoint's owner."
            return ServiceError("C092", problem, mend=mend)
        try:
            ox.Store().query(query)
        except SyntaxError as error:
            return describe_mistake(query, error, Path(origin))
        mend = "The query is valid SPARQL 1.1: the endpoint may lack something that it uses."
        return ServiceError("C092", problem, mend=mend)


def _read_retry_after(headers: Message) -> float | None:
    """Return the seconds that a server asks to wait: given as a number or as a date."""
    text = (headers.get("Retry-After") or "").strip()
    if text.isdigit():
        return float(text)
    try:
        moment = email.utils.parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, moment.timestamp() - time.time())


def _shorten(error: Exception) -> str:
    """Return the server's own words in one printable line."""
    said = error.args[0] if error.args else ""
    words = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    _, _, answer = words.partition("Response:\n")
    line = " ".join((answer or words).removeprefix("b").strip("'\"").split())
    return "".join(char for char in line[:200] if char.isprintable()) or type(error).__name__
