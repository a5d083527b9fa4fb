"""Write layer: a complete generation of files, switched in by one rename of a symbolic link.

`dist` is a link to a folder `.dist/<generation>`. A build writes a new folder beside it, syncs it
to disk, then renames a new link over `dist`. Killed at any moment, it leaves the old generation or
the new; what a killed build left behind is swept by the next one.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import uuid
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from communique.core.errors import OutputError, Place

_LOCK: Final = "lock"
#: What a build puts beside its output: the lock, generations, and a link that isn't renamed yet.
_OURS: Final = re.compile(rf"{_LOCK}|[0-9a-f]{{32}}(\.link)?")


def write_generation(
    out: Path,
    files: Mapping[str, bytes],
    *,
    keep_unchanged: bool = False,
    follows: str | None = None,
    durable: Collection[str] = (),
) -> Path:
    """Write files as the new generation at `out`, and return its folder.

    `files` maps relative paths to bytes. With `keep_unchanged` a file with the same bytes as in
    the generation before is that very file (a hard link), and only those that `durable` names are
    forced to the disk: thousands of small files can be made again. `follows` names the generation
    that the files carry on, '' if there was none: no other one is replaced. Errors: C060 the disk
    is full or can't be written, C061 `out`, or the folder of its generations, is something that no
    build made, C062 another build is writing to it, or has since `follows`.
    """
    store = _store_of(out)
    try:
        _refuse_foreign(out, store)
        store.mkdir(parents=True, exist_ok=True)
        with _lock(store):
            _refuse_newer(out, follows)
            _sweep(out, store)
            made = store / uuid.uuid4().hex
            if keep_unchanged:
                _write_changes(made, files, out.resolve() if out.is_symlink() else None)
                _sync_files(made, durable)
            else:
                _write_files(made, files)
            _switch(out, made)
            _sweep(out, store)
            return made
    except OSError as error:
        _sweep_quietly(out, store)
        problem = f"can't write the output: {error.strerror}"
        mend = "Free space, check the permissions, or choose another folder with --out."
        raise OutputError("C060", problem, mend=mend, place=Place(out)) from error


def _store_of(out: Path) -> Path:
    return out.parent / f".{out.name}"


def _refuse_foreign(out: Path, store: Path) -> None:
    """Refuse to replace anything but a link that a build made, or to sweep a folder of others."""
    ours = out.is_symlink() and str(out.readlink()).startswith(f"{store.name}/")
    foreign = [out] if not ours and (out.exists() or out.is_symlink()) else []
    if store.is_symlink() or (store.exists() and not _holds_generations(store)):
        foreign.append(store)
    if foreign:
        mend = "Move it away, or choose another folder with --out."
        problem = f"'{foreign[0].name}' is there already, and no build made it"
        raise OutputError("C061", problem, mend=mend, place=Place(foreign[0]))


def _refuse_newer(out: Path, follows: str | None) -> None:
    """Refuse to replace another generation than the one that was read."""
    current = out.readlink().name if out.is_symlink() else ""
    if follows not in (None, current):
        problem = "another build has written here in the meantime"
        raise OutputError("C062", problem, mend="Run the command again.", place=Place(out))


def _holds_generations(store: Path) -> bool:
    """Tell whether a folder holds nothing but what builds put there."""
    return store.is_dir() and all(_OURS.fullmatch(child.name) for child in store.iterdir())


@contextmanager
def _lock(store: Path) -> Iterator[None]:
    with (store / _LOCK).open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            mend = "Wait for it to end."
            problem = "another build is writing here"
            raise OutputError("C062", problem, mend=mend, place=Place(store)) from error
        yield


def _write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        with path.open("wb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
    for part in (*(child for child in folder.iterdir() if child.is_dir()), folder, folder.parent):
        _sync_folder(part)


def _write_changes(folder: Path, files: Mapping[str, bytes], before: Path | None) -> None:
    """Write the files that differ from those of the generation before; link the others."""
    folder.mkdir()
    for parent in sorted({(folder / name).parent for name in files}):
        parent.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        old = before / name if before else None
        if old is not None and old.is_file() and old.read_bytes() == data:
            (folder / name).hardlink_to(old)
        else:
            (folder / name).write_bytes(data)


def _sync_files(folder: Path, names: Collection[str]) -> None:
    """Force some files to the disk, with all folders on the way to them."""
    for name in names:
        with (folder / name).open("rb") as handle:
            os.fsync(handle.fileno())
    parents = {part for name in names for part in (folder / name).parents}
    for part in sorted(part for part in parents if part.is_relative_to(folder.parent)):
        _sync_folder(part)


def _switch(out: Path, made: Path) -> None:
    """Rename a new link over the old one, which is one step for every reader."""
    link = made.with_suffix(".link")
    link.symlink_to(Path(made.parent.name) / made.name)
    link.replace(out)
    _sync_folder(out.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sweep(out: Path, store: Path) -> None:
    """Remove what isn't the current generation: older ones, and what a killed build left."""
    current = out.readlink().name if out.is_symlink() else None
    for child in store.iterdir():
        if child.name in (_LOCK, current):
            continue
        if child.is_dir() and not child.is_symlink():
            shutil.rmtree(child)
        else:
            child.unlink()


def _sweep_quietly(out: Path, store: Path) -> None:
    """Sweep after a failed write; a failure here must not hide the first one."""
    try:
        if store.is_dir():
            with _lock(store):
                _sweep(out, store)
    except (OSError, OutputError):
        return
