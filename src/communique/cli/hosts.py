"""Command line layer: where the site will be served, as the rules for hosts need it."""

from __future__ import annotations

import re
from typing import Any, Final

import click

from communique.core.errors import InputError

_PATH: Final = re.compile(r"/(?:(?!\.{1,2}/)[A-Za-z0-9._~-]+/)*")
_HOST: Final = re.compile(r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?")


def host_options(command: Any) -> Any:
    """Add `--host` and `--path` to a command; `check_place` checks them."""
    host = click.option(
        "--host",
        help="Address of the host, such as https://example.org; only w3id.org's rules need it.",
    )
    path = click.option(
        "--path",
        default="/",
        show_default=True,
        help="Where the host serves the site; the rules for hosts and the 404 page need it.",
    )
    return path(host(command))


def check_place(host: str | None, path: str) -> None:
    """Refuse a place that can't stand in a rule: C120 no path of a URL, C121 no host's address.

    >>> check_place("https://example.org", "/communique/")
    """
    if not _PATH.fullmatch(path):
        mend = "Write it as / or /communique/."
        raise InputError("C120", f"--path '{path}' is no path on a host", mend=mend)
    if host is not None and not _HOST.fullmatch(host):
        mend = "Write it as https://example.org, and what follows as --path."
        raise InputError("C121", f"--host '{host}' is no address of a host", mend=mend)
