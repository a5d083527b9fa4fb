"""Site layer: the history of a site in its folder `version/`: read with every hash, and written.

`version/history.json` lists the versions, and each one's folder holds its graph and the manifest.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from communique.core.errors import InputError, Place
from communique.site.versions.history import History, Version, name_version

GRAPH: Final = "communique.nq.gz"
MANIFEST: Final = "manifest.json"
_FOLDER: Final = "version"
_LIST: Final = "history.json"
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_NAME: Final = re.compile(r"[0-9a-f]{12}(-[0-9]+)?")
_KEYS: Final[Mapping[str, type]] = {
    "version": str,
    "date": str,
    "graph": str,
    "bytes": int,
    "manifest": str,
}
_MEND: Final = "Restore the site's folder version/ from a copy, or publish to another folder."


def write_history(history: History) -> dict[str, bytes]:
    """Return the files that the next publication reads the history from, by name in the site."""
    files = {}
    for one in history.versions:
        files[f"{_FOLDER}/{one.name}/{GRAPH}"] = one.packed
        files[f"{_FOLDER}/{one.name}/{MANIFEST}"] = one.manifest
    listed = {"base": history.base, "versions": [_list(one) for one in history.versions]}
    text = json.dumps(listed, ensure_ascii=False, indent=1)
    return {**files, f"{_FOLDER}/{_LIST}": f"{text}\n".encode()}


def _list(version: Version) -> dict[str, Any]:
    return {
        "version": version.name,
        "date": str(version.date),
        "graph": version.graph,
        "bytes": version.size,
        "manifest": hashlib.sha256(version.manifest).hexdigest(),
    }


def read_history(site: Path, *, base: str, required: bool = False) -> History:
    """Return the history that a site's folder holds, an empty one if it holds none.

    `required` makes it an error to hold none. Nothing is believed without its hash, and no path is
    taken from the files. Errors: C124 a file is missing, unreadable or malformed, C125 a file isn't
    what its hash says, C126 the site is published under another base.
    """
    folder = site / _FOLDER
    if not folder.exists() and not folder.is_symlink() and not required:
        return History(base)
    listed = _parse(folder / _LIST, _read(folder / _LIST))
    if set(listed) != {"base", "versions"} or not isinstance(listed["versions"], list):
        raise _malformed(folder / _LIST)
    if listed["base"] != base:
        problem = "the site's versions have another base"
        mend = f"Publish to another folder, or with --base {str(listed['base'])!r}."
        raise InputError("C126", problem, mend=mend, place=Place(folder / _LIST))
    versions = tuple(_read_versions(folder, listed["versions"]))
    _refuse_others(folder, [one.name for one in versions])
    return History(base, versions)


def _read_versions(folder: Path, listed: Sequence[Any]) -> Iterator[Version]:
    names: list[str] = []
    last: tuple[datetime.date, str] = (datetime.date.min, "")
    for one in listed:
        version = _read_version(folder, one, names)
        if version.date < last[0] or version.graph == last[1]:
            raise _malformed(folder / _LIST)
        last = (version.date, version.graph)
        names.append(version.name)
        yield version


def _read_version(folder: Path, listed: Any, names: Sequence[str]) -> Version:
    """Return a version from its entry; its name, and so its path, follows from the hash alone."""
    date = _check_entry(folder / _LIST, listed)
    name = name_version(listed["graph"], names)
    if listed["version"] != name:
        raise _malformed(folder / _LIST)
    own = folder / name
    packed, manifest = _read(own / GRAPH), _read(own / MANIFEST)
    if hashlib.sha256(manifest).hexdigest() != listed["manifest"]:
        raise _changed(own / MANIFEST)
    if _hash_packed(own / GRAPH, packed, listed["bytes"]) != listed["graph"]:
        raise _changed(own / GRAPH)
    _check_manifest(own / MANIFEST, manifest, listed["graph"])
    return Version(name, date, listed["graph"], listed["bytes"], packed, manifest)


def _check_entry(place: Path, listed: Any) -> datetime.date:
    """Return the date of a well-formed entry."""
    if not isinstance(listed, dict) or {k: type(v) for k, v in listed.items()} != dict(_KEYS):
        raise _malformed(place)
    if not (_HASH.fullmatch(listed["graph"]) and _HASH.fullmatch(listed["manifest"])):
        raise _malformed(place)
    try:
        date = datetime.date.fromisoformat(listed["date"])
    except ValueError as error:
        raise _malformed(place) from error
    if str(date) != listed["date"]:
        raise _malformed(place)
    return date


def _check_manifest(place: Path, manifest: bytes, graph: str) -> None:
    """Refuse a manifest that isn't of that graph, or hasn't the counts that the pages show."""
    read = _parse(place, manifest)
    counts = read.get("declarations")
    hashes = read.get("rdfc10")
    if not isinstance(counts, dict) or not all(_are_counts(one) for one in counts.values()):
        raise _malformed(place)
    if not isinstance(hashes, dict) or hashes.get("communique.nq") != graph:
        raise _malformed(place)


def _are_counts(counts: Any) -> bool:
    return isinstance(counts, dict) and all(type(number) is int for number in counts.values())


def _hash_packed(place: Path, packed: bytes, size: int) -> str:
    """Return the hash of what unpacks, never holding more of it than a little or beyond its size.

    Source: RFC 1952; zlib's window of 31 reads one member of gzip.
    """
    unpacker, digest, length, rest = zlib.decompressobj(31), hashlib.sha256(), 0, packed
    try:
        while length <= size and not unpacker.eof:
            piece = unpacker.decompress(rest, 1 << 20)
            rest = unpacker.unconsumed_tail
            length += len(piece)
            digest.update(piece)
            if not piece and not rest:
                break
    except zlib.error as error:
        raise _changed(place) from error
    if not unpacker.eof or unpacker.unused_data or length != size:
        raise _changed(place)
    return digest.hexdigest()


def _read(path: Path) -> bytes:
    """Return a file of the history, which is a plain one and no link to elsewhere."""
    try:
        if path.is_symlink() or path.parent.is_symlink():
            raise InputError("C124", "it is a link to elsewhere", mend=_MEND, place=Place(path))
        return path.read_bytes()
    except OSError as error:
        problem = f"a part of the site's history can't be read: {error.strerror}"
        raise InputError("C124", problem, mend=_MEND, place=Place(path)) from error


def _parse(place: Path, data: bytes) -> dict[str, Any]:
    try:
        read = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _malformed(place) from error
    if not isinstance(read, dict):
        raise _malformed(place)
    return read


def _refuse_others(folder: Path, names: Sequence[str]) -> None:
    """Refuse a folder that looks like a version and isn't listed: it would be lost."""
    for child in sorted(folder.iterdir()):
        if child.is_dir() and _NAME.fullmatch(child.name) and child.name not in names:
            problem = f"the version '{child.name}' isn't in the list"
            raise InputError("C124", problem, mend=_MEND, place=Place(folder / _LIST))


def _malformed(place: Path) -> InputError:
    return InputError("C124", "no well-formed history", mend=_MEND, place=Place(place))


def _changed(place: Path) -> InputError:
    problem = "the file isn't what its hash says"
    return InputError("C125", problem, mend=_MEND, place=Place(place))
