"""Site layer: the editor's third-party files, fetched by npm once and kept among the caches.

`package-lock.json` names every package with its hash; npm checks them. What a page loads of them is
kept in a folder named after the lock, so that a second site costs no network, and two sites made
from one lock have the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from communique.core.errors import ServiceError

_HERE: Final = Path(__file__).parent
_LOCK: Final = "package-lock.json"
_SUMS: Final = "SHA256SUMS"
_LICENCES: Final = "licences.txt"
#: The files that a page loads, by the name they get in `static/editor/`.
_TAKEN: Final[Mapping[str, str]] = {
    "oxigraph.js": "oxigraph/web.js",
    "oxigraph.wasm": "oxigraph/web_bg.wasm",
    "yasgui.css": "@zazuko/yasgui/build/yasgui.min.css",
    "yasgui.js": "@zazuko/yasgui/build/yasgui.min.js",
}
#: The whole set-up takes about ten seconds; an index that can't be reached is given up early.
_LONGEST_SECONDS: Final = 120
_OPTIONS: Final = (
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    "--fetch-retries=1",
    "--fetch-retry-mintimeout=1000",
    "--fetch-timeout=20000",
)
_MEND: Final = "With npm and a network, publish again."


def pack_editor(cache: Path) -> dict[str, bytes]:
    """Return the third-party files by name: those of the cache, else fetched by npm.

    Errors: C123 npm is missing, or can't fetch them, or the cache can't be written.
    """
    folder = cache / hashlib.sha256((_HERE / _LOCK).read_bytes()).hexdigest()[:32]
    kept = _read_kept(folder)
    if kept is not None:
        return kept
    npm = shutil.which("npm")
    if npm is None:
        raise ServiceError("C123", "npm isn't installed", mend=_MEND)
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache, prefix="fetch-") as place:
            files = _fetch(npm, Path(place))
            _keep(files, folder, Path(place))
    except OSError as error:
        problem = f"the editor's packages can't be kept: {error.strerror}"
        mend = "Free space, or name another folder with XDG_CACHE_HOME."
        raise ServiceError("C123", problem, mend=mend) from error
    return files


def _read_kept(folder: Path) -> dict[str, bytes] | None:
    """Return the files of the cache, None if one is missing or isn't what was put there."""
    try:
        sums = json.loads((folder / _SUMS).read_text("utf-8"))
        files = {name: (folder / name).read_bytes() for name in (*_TAKEN, _LICENCES)}
    except (OSError, ValueError):
        return None
    return files if sums == _sum(files) else None


def _sum(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}


def _fetch(npm: str, place: Path) -> dict[str, bytes]:
    """Install the packages of the lock in a folder of their own; no script of theirs is run."""
    for name in ("package.json", _LOCK):
        shutil.copy(_HERE / name, place / name)
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and nothing but our own options
            [npm, "ci", *_OPTIONS],
            cwd=place,
            check=False,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_LONGEST_SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise ServiceError("C123", "npm takes too long", mend=_MEND) from error
    if done.returncode != 0:
        lines = [line for line in done.stderr.splitlines() if "error" in line.lower()]
        said = lines[0].removeprefix("npm error ").strip() if lines else f"exit {done.returncode}"
        problem = f"npm can't fetch the editor's packages: {said}".rstrip(".")
        raise ServiceError("C123", problem, mend=_MEND)
    modules = place / "node_modules"
    files = {name: (modules / path).read_bytes() for name, path in _TAKEN.items()}
    files["yasgui.js"] = _drop_source_map(files["yasgui.js"])
    return {**files, _LICENCES: "".join(_list_licences(modules)).encode()}


def _drop_source_map(script: bytes) -> bytes:
    """Drop the last line that names a file which isn't published."""
    code, _, last = script.rstrip().rpartition(b"\n")
    return code + b"\n" if last.startswith(b"//# sourceMappingURL=") else script


def _list_licences(modules: Path) -> Iterator[str]:
    """Yield the name, version and licence of every package, with the licence's text."""
    lock = json.loads((_HERE / _LOCK).read_text("utf-8"))
    for path, package in sorted(lock["packages"].items()):
        if path:
            name = path.rpartition("node_modules/")[2]
            yield f"== {name} {package['version']} ({package.get('license', 'see below')})\n\n"
            folder = modules.parent / path
            texts = (one for one in folder.iterdir() if one.name.lower().startswith("licen"))
            for text in sorted(texts):
                yield f"{text.read_text('utf-8', 'replace').strip()}\n\n"


def _keep(files: Mapping[str, bytes], folder: Path, place: Path) -> None:
    """Put the files into the cache as a whole; another process may have been quicker."""
    whole = place / "whole"
    whole.mkdir()
    for name, data in files.items():
        (whole / name).write_bytes(data)
    (whole / _SUMS).write_text(json.dumps(_sum(files), indent=1), "utf-8")
    if _read_kept(folder) is None:
        shutil.rmtree(folder, ignore_errors=True)
    try:
        whole.rename(folder)
    except OSError:
        if _read_kept(folder) is None:
            raise
