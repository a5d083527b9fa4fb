"""Load layer: the login of a store: from the environment, netrc or a prompt, never from arguments.

`COMMUNIQUE_TOKEN` is a bearer token; `COMMUNIQUE_USER` and `COMMUNIQUE_PASSWORD` are a login; else
the entry of the store's host in the netrc file (`NETRC`, or `~/.netrc`).
"""

from __future__ import annotations

import base64
import netrc
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from communique.core.errors import InputError, Place

#: Shown in place of a secret that a server repeats to us.
_HIDDEN: Final = "***"


@dataclass(frozen=True)
class Credentials:
    """A login or a token. Nothing of it appears in `repr`, so none gets into a log."""

    user: str = field(repr=False)
    secret: str = field(repr=False)
    is_token: bool = False

    def name(self) -> str:
        """Return whose login it is, without the secret."""
        return "the token" if self.is_token else f"the login of '{self.user}'"

    def redact(self, text: str) -> str:
        """Return a server's words without the secret, plain or as Basic sends it."""
        pair = f"{self.user}:{self.secret}".encode()
        for shown in (base64.b64encode(pair).decode(), self.secret):
            # A word as short as Virtuoso's own 'dba' would tear holes into every message.
            if len(shown) > 3:  # noqa: PLR2004
                text = text.replace(shown, _HIDDEN)
        return text


def find_credentials(
    host: str,
    *,
    environment: Mapping[str, str],
    ask: Callable[[str], tuple[str, str]] | None = None,
) -> Credentials | None:
    """Return the login for a host, or None if none is set and there is nobody to `ask`.

    `ask` gets the host and returns user and password; no user means that it is a token.
    Errors: C112 the netrc file can't be read.
    """
    token = environment.get("COMMUNIQUE_TOKEN")
    if token:
        return Credentials("", token, is_token=True)
    user, password = environment.get("COMMUNIQUE_USER"), environment.get("COMMUNIQUE_PASSWORD")
    if user and password is not None:
        return Credentials(user, password)
    found = _look_up(host, environment)
    if found is None and ask is not None:
        user, password = ask(host)
        return Credentials(user, password, is_token=not user)
    return found


def _look_up(host: str, environment: Mapping[str, str]) -> Credentials | None:
    """Return the netrc entry of this very host; its `default` entry is for nobody in particular."""
    path = Path(environment.get("NETRC") or Path.home() / ".netrc")
    if not path.is_file():
        return None
    try:
        entry = netrc.netrc(str(path)).hosts.get(host)
    except (netrc.NetrcParseError, OSError) as error:
        # The parser's own message may quote a password.
        place = Place(path, getattr(error, "lineno", None))
        mend = "Mend it, and let nobody else read it (chmod 600)."
        raise InputError("C112", "the netrc file can't be used", mend=mend, place=place) from None
    return Credentials(entry[0], entry[2] or "") if entry else None
