import datetime
import gzip
import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from communique.core.errors import InputError
from communique.site.versions.change import Change, GraphState
from communique.site.versions.history import History, add_version, join_histories
from communique.site.versions.history_files import read_history, write_history

BASE = "https://example.org/"
DAY = datetime.date(2026, 11, 20)
GRAPHS = [f'<x:a> <x:b> "{number}" <x:g> .\n'.encode() for number in range(4)]


def publish(history: History, graph: bytes, *, days: int = 0) -> History:
    """Return the history with a graph published some days after the first day."""
    digest = hashlib.sha256(graph).hexdigest()
    manifest = {"declarations": {"d": {"statements": 1}}, "rdfc10": {"communique.nq": digest}}
    return add_version(
        history,
        nquads=graph,
        manifest=json.dumps(manifest).encode(),
        date=DAY + datetime.timedelta(days=days),
    )


@pytest.fixture
def history() -> History:
    """Three versions: a graph, another one, and the first one again."""
    one = publish(History(BASE), GRAPHS[0])
    return publish(publish(one, GRAPHS[1], days=1), GRAPHS[0], days=2)


@pytest.fixture
def site(history: History, tmp_path: Path) -> Path:
    """A site's folder with that history."""
    for name, data in write_history(history).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_a_history_is_read_as_it_was_written(site: Path, history: History):
    """Nothing is lost on the way."""
    assert read_history(site, base=BASE) == history


def test_the_graph_that_is_current_adds_no_version(history: History):
    """Nor does it change a date."""
    assert publish(history, GRAPHS[0], days=9) is history


def test_a_graph_that_comes_back_is_a_version_of_its_own(history: History):
    """Its name says which graph it is, and that it is the second time."""
    first, _, third = history.versions
    assert third.name == f"{first.name}-2"
    assert third.graph == first.graph
    assert third.read_nquads() == GRAPHS[0]


def test_a_date_before_the_last_one_is_refused(history: History):
    """C126: the versions stand in the order of their dates."""
    with pytest.raises(InputError, match="before that of the last version") as caught:
        publish(history, GRAPHS[2], days=1)
    assert caught.value.code == "C126"


def test_the_same_day_has_room_for_two(history: History):
    """A date may come again."""
    assert len(publish(history, GRAPHS[2], days=2).versions) == 4


def test_of_two_histories_the_longer_one_is_taken(history: History):
    """If one begins with the other, in either order."""
    longer = publish(history, GRAPHS[2], days=3)
    assert join_histories(history, longer) is longer
    assert join_histories(longer, history) is longer
    assert join_histories(History(BASE), longer) is longer


def test_two_histories_that_went_different_ways_are_refused(history: History):
    """C126: neither is dropped in silence."""
    forks = [publish(history, GRAPHS[number], days=3) for number in (2, 3)]
    with pytest.raises(InputError, match="different ways") as caught:
        join_histories(*forks)
    assert caught.value.code == "C126"


def test_a_site_without_versions_has_an_empty_history(tmp_path: Path):
    """One that was published before there were versions begins with the first one."""
    assert read_history(tmp_path, base=BASE) == History(BASE)


def test_a_history_that_is_asked_for_must_be_there(tmp_path: Path):
    """C124."""
    with pytest.raises(InputError) as caught:
        read_history(tmp_path, base=BASE, required=True)
    assert caught.value.code == "C124"


def test_another_base_is_another_data_set(site: Path):
    """C126: its versions have other addresses."""
    with pytest.raises(InputError, match="another base") as caught:
        read_history(site, base="https://example.com/")
    assert caught.value.code == "C126"


def _edit(change: Callable[[Any], object]) -> Callable[[Path], None]:
    """Return what changes the list of versions."""

    def edit(folder: Path) -> None:
        listed = json.loads((folder / "history.json").read_text("utf-8"))
        changed = change(listed)
        (folder / "history.json").write_text(json.dumps(changed or listed), "utf-8")

    return edit


def _set(key: str, value: object, place: int = 1) -> Callable[[Path], None]:
    return _edit(lambda listed: listed["versions"][place].update({key: value}))


def _first(folder: Path) -> Path:
    return next(one for one in sorted(folder.iterdir()) if one.is_dir() and "-" not in one.name)


def _link(folder: Path) -> None:
    target = _first(folder)
    shutil.move(target, folder.parent / "elsewhere")
    target.symlink_to(folder.parent / "elsewhere")


def _link_file(folder: Path) -> None:
    target = _first(folder) / "manifest.json"
    shutil.move(target, folder.parent / "elsewhere")
    target.symlink_to(folder.parent / "elsewhere")


def _pack(data: bytes) -> Callable[[Path], None]:
    """Return what puts other bytes in the place of each packed graph."""

    def put(folder: Path) -> None:
        for file in folder.rglob("communique.nq.gz"):
            file.write_bytes(data)

    return put


FAULTS: dict[str, tuple[str, Callable[[Path], object]]] = {
    "no list": ("C124", lambda folder: (folder / "history.json").unlink()),
    "list is a folder": (
        "C124",
        lambda folder: ((folder / "history.json").unlink(), (folder / "history.json").mkdir()),
    ),
    "list is no JSON": ("C124", lambda folder: (folder / "history.json").write_text("{")),
    "list is no UTF-8": ("C124", lambda folder: (folder / "history.json").write_bytes(b'"\xff"')),
    "list is deep": ("C124", lambda folder: (folder / "history.json").write_text("[" * 100_000)),
    "list is a list": ("C124", _edit(lambda listed: listed["versions"])),
    "a key too many": ("C124", _edit(lambda listed: {**listed, "more": 1})),
    "versions are no list": ("C124", _edit(lambda listed: {**listed, "versions": {}})),
    "an entry is no object": ("C124", _edit(lambda listed: {**listed, "versions": [1]})),
    "an entry without a key": ("C124", _edit(lambda listed: listed["versions"][0].pop("date"))),
    "an entry with one more": ("C124", _set("path", "../x")),
    "a number as text": ("C124", _set("bytes", "26")),
    "a truth as number": ("C124", _set("bytes", True)),
    "a date that is none": ("C124", _set("date", "2026-02-30")),
    "a date in other words": ("C124", _set("date", "20261121")),
    "a date that goes back": ("C124", _set("date", "2026-11-19")),
    "a name that leads out": ("C124", _set("version", "../../../etc")),
    "a name that is absolute": ("C124", _set("version", "/etc")),
    "another name": ("C124", _set("version", "0123456789ab")),
    "a hash that leads out": ("C124", _set("graph", "../../../../etc/passwd")),
    "a hash in capitals": ("C124", _set("manifest", "A" * 64)),
    "a version twice": (
        "C124",
        _edit(lambda listed: listed["versions"].insert(0, listed["versions"][0])),
    ),
    "the same graph twice running": (
        "C124",
        _edit(lambda listed: listed["versions"].pop(1)),
    ),
    "a version not in the list": ("C124", _edit(lambda listed: listed["versions"].pop())),
    "no folder": ("C124", lambda folder: shutil.rmtree(_first(folder))),
    "no graph": ("C124", lambda folder: (_first(folder) / "communique.nq.gz").unlink()),
    "no manifest": ("C124", lambda folder: (_first(folder) / "manifest.json").unlink()),
    "a linked folder": ("C124", _link),
    "a linked file": ("C124", _link_file),
    "another manifest": (
        "C125",
        lambda folder: (_first(folder) / "manifest.json").write_text("{}"),
    ),
    "an empty graph": ("C125", _pack(b"")),
    "a graph not packed": ("C125", _pack(GRAPHS[0])),
    "a graph cut off": ("C125", _pack(gzip.compress(GRAPHS[0], mtime=0)[:-9])),
    "another graph": ("C125", _pack(gzip.compress(GRAPHS[3], mtime=0))),
    "a graph and more": ("C125", _pack(gzip.compress(GRAPHS[0], mtime=0) + b"more")),
    "a bomb": ("C125", _pack(gzip.compress(b"a" * 50_000_000, mtime=0))),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_broken_or_hostile_history_is_refused(name: str, site: Path):
    """Each fault has its code, names a file of the history, and is told in one line."""
    code, inject = FAULTS[name]
    inject(site / "version")
    with pytest.raises(InputError) as caught:
        read_history(site, base=BASE)
    assert caught.value.code == code
    assert str(site / "version") in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "manifest",
    [b"[]", b"{", b'{"declarations": []}', b'{"declarations": {"d": {"statements": "<b>"}}}'],
)
def test_a_manifest_that_the_pages_could_not_show_is_refused(manifest: bytes, tmp_path: Path):
    """C124, though its hash is right: who made the list can make that."""
    history = add_version(History(BASE), nquads=GRAPHS[0], manifest=manifest, date=DAY)
    for name, data in write_history(history).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_history(tmp_path, base=BASE)
    assert caught.value.code == "C124"


@pytest.mark.parametrize(
    "graph",
    [
        b"not RDF\n",
        b"<x:a> <x:b> <x:c> .\n",
        b"_:a <x:b> <x:c> <x:g> .\n",
        b"<x:a> <x:b> _:c <x:g> .\n",
        b"# a remark\n",
        b"<x:b> <x:b> <x:c> <x:g> .\n<x:a> <x:b> <x:c> <x:g> .\n",
        b"<x:a> <x:b> <x:c> <x:g> .\n" * 2,
    ],
)
def test_a_graph_that_is_not_canonical_is_refused(graph: bytes):
    """C125, though its hash is right: no quads, blank nodes, not sorted, twice."""
    with pytest.raises(InputError) as caught:
        assert Change(GraphState(b""), GraphState(graph)).added
    assert caught.value.code == "C125"
