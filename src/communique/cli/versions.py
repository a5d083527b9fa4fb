"""Command line layer: what `communique publish` takes for the version that it adds to a site."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from communique.site.versions.history import History

_Command = TypeVar("_Command", bound=Callable[..., Any])


def version_options(command: _Command) -> _Command:
    """Add the options `--date` and `--history` to a command."""
    date = click.option(
        "--date",
        type=click.DateTime(["%Y-%m-%d"]),
        help="Date of a new version; else SOURCE_DATE_EPOCH, else today in UTC.",
    )
    history = click.option(
        "--history",
        "given",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        help="Another site's folder whose versions come first, as a copy of the hosted one.",
    )
    return date(history(command))


@dataclass(frozen=True)
class Before:
    """The versions that were published before, and the generation that holds them ('' if none)."""

    history: History
    generation: str


def read_before(out: Path, given: Path | None, base: str) -> Before:
    """Return what was published before at `out`, or in another folder given; errors C124 to C126.

    A site that was published before there were versions has none.
    """
    from communique.site.versions.history import History, join_histories
    from communique.site.versions.history_files import read_history

    generation = out.readlink().name if out.is_symlink() else ""
    own = read_history(out, base=base) if generation else History(base)
    if given is None:
        return Before(own, generation)
    other = read_history(given, base=base, required=True)
    return Before(join_histories(own, other), generation)


def choose_date(given: datetime.datetime | None) -> datetime.date:
    """Return the date of a new version: the only place where a clock is read.

    Source: reproducible-builds.org, the specification of SOURCE_DATE_EPOCH.
    """
    if given is not None:
        return given.date()
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.datetime.now(datetime.UTC).date()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        problem = f"SOURCE_DATE_EPOCH '{epoch[:40]}' is no number of seconds since 1970"
        raise click.UsageError(problem) from error
