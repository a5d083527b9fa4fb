"""Site layer: the versions that a site has published, oldest first; each one never changes."""

from __future__ import annotations

import datetime
import gzip
import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from communique.core.errors import InputError

#: How many digits of a graph's hash its version is named by.
_DIGITS: Final = 12


@dataclass(frozen=True)
class Version:
    """One state of the merged graph, as it was first published.

    `graph` is the RDFC-1.0 hash of the graph, `size` the length of its N-Quads in bytes, `packed`
    these N-Quads compressed with gzip, `manifest` that of the build, byte for byte.
    """

    name: str
    date: datetime.date
    graph: str
    size: int
    packed: bytes
    manifest: bytes

    def read_nquads(self) -> bytes:
        """Return the graph as canonical N-Quads, unpacked anew each time: it is large."""
        return gzip.decompress(self.packed)

    @cached_property
    def identity(self) -> tuple[str, str]:
        """What tells two versions apart: the name and the whole hash."""
        return self.name, self.graph


@dataclass(frozen=True)
class History:
    """All versions of one site, oldest first; the last one is current."""

    base: str
    versions: Sequence[Version] = ()

    def begins(self, other: History) -> bool:
        """Tell whether another history has these versions and perhaps more after them."""
        mine = [one.identity for one in self.versions]
        return mine == [one.identity for one in other.versions[: len(mine)]]


def name_version(graph: str, names: Collection[str]) -> str:
    """Return the name of a graph's next version from its hash and the names that are taken.

    A graph that comes back after another one is a version of its own, with a number behind.

    >>> name_version("fb610154983f4f41", [])
    'fb610154983f'
    >>> name_version("fb610154983f4f41", ["fb610154983f", "0123456789ab"])
    'fb610154983f-2'
    """
    name, number = graph[:_DIGITS], 1
    while name in names:
        number += 1
        name = f"{graph[:_DIGITS]}-{number}"
    return name


def add_version(
    history: History, *, nquads: bytes, manifest: bytes, date: datetime.date
) -> History:
    """Return the history with a graph as its current version; the same one if it is that already.

    Errors: C126 if the date is before that of the last version.
    """
    graph, last = hashlib.sha256(nquads).hexdigest(), history.versions[-1:]
    if last and last[0].graph == graph:
        return history
    if last and date < last[0].date:
        problem = f"the date {date} is before that of the last version, {last[0].date}"
        raise InputError("C126", problem, mend="Give a later one with --date.")
    name = name_version(graph, [one.name for one in history.versions])
    packed = gzip.compress(nquads, mtime=0)
    version = Version(name, date, graph, len(nquads), packed, manifest)
    return History(history.base, (*history.versions, version))


def join_histories(own: History, given: History) -> History:
    """Return the longer of two histories of which one begins the other.

    Errors: C126 if each has a version that the other hasn't.
    """
    if own.begins(given):
        return given
    if given.begins(own):
        return own
    problem = "the site that is there and the history given have gone different ways"
    raise InputError("C126", problem, mend="Publish to another folder with --out.")
