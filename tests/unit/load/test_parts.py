"""Sorting, cutting and addresses, without a store."""

import random
import resource
from pathlib import Path

import click
import pytest

from communique.cli.load import command
from communique.core.errors import InputError, OutputError, ServiceError
from communique.load.addresses import PRESETS, check_address
from communique.load.attempts import Attempts, PassingError, read_retry_after
from communique.load.bulk import RECIPES
from communique.load.canonical import canonicalise_file
from communique.load.file_part import FilePart, cut_file
from communique.load.job import open_folder
from communique.load.line_sorter import compare_sorted, sort_lines
from communique.load.lock import name_store


def _lines(count: int) -> list[bytes]:
    numbers = random.Random(1)  # noqa: S311 - no secret, but repeatable
    return [
        b'<urn:%d> <urn:p> "%d" .\n' % (numbers.randrange(count), number % 7)
        for number in range(count)
    ]


@pytest.mark.parametrize("run_bytes", [1, 100, 5_000, 10_000_000])
def test_sorting_gives_the_same_however_little_is_held(tmp_path: Path, run_bytes: int):
    """One run or hundreds: the same file, each line once, and nothing left beside it."""
    lines = _lines(300)
    found = sort_lines(lines, tmp_path / "out.sorted", run_bytes=run_bytes)
    expected = sorted(set(lines))
    assert (tmp_path / "out.sorted").read_bytes() == b"".join(expected)
    assert found.count == len(expected)
    assert [path.name for path in tmp_path.iterdir()] == ["out.sorted"]


def test_more_runs_than_files_may_be_open(tmp_path: Path):
    """A large graph on a machine with few file handles is sorted all the same."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    lines = _lines(2000)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(256, hard), hard))
    try:
        sort_lines(lines, tmp_path / "out.sorted", run_bytes=60)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert (tmp_path / "out.sorted").read_bytes() == b"".join(sorted(set(lines)))


def test_a_difference_counts_both_sides_and_shows_the_first(tmp_path: Path):
    """Missing lines have a minus, those too many a plus."""
    left, right = tmp_path / "left", tmp_path / "right"
    left.write_bytes(b"a\nb\nc\n")
    right.write_bytes(b"b\nd\ne\n")
    found = compare_sorted(left, right, sample_size=3)
    assert (found.missing, found.surplus, found.sample) == (2, 2, ("- a", "- c", "+ d"))
    assert compare_sorted(left, left).size == 0


@pytest.mark.parametrize("largest", [None, 1, 7, 64, 5_000, 1_000_000])
def test_parts_are_whole_lines_and_give_the_file(tmp_path: Path, largest: int | None):
    """Whatever is allowed, no line is cut, and none is lost."""
    file = tmp_path / "graph.nt"
    data = (
        b"".join(_lines(200))
        + b'<urn:long> <urn:p> "'
        + b"x" * 9000
        + b'" .\n<urn:z> <urn:p> "" .\n'
    )
    file.write_bytes(data)
    parts = []
    for start, end in cut_file(file, largest):
        with FilePart(file, start, end) as part:
            assert len(part) == end - start
            part.read(3)
            part.seek(0)
            parts.append(part.read())
    assert b"".join(parts) == data
    assert all(part.endswith(b"\n") for part in parts)
    if largest is not None:
        assert all(len(part) <= largest or part.count(b"\n") == 1 for part in parts)


@pytest.mark.parametrize(
    ("kind", "given", "query"),
    [
        ("virtuoso", "http://h:8890", "http://h:8890/sparql-auth"),
        ("virtuoso", "http://h:8890/", "http://h:8890/sparql-auth"),
        ("virtuoso", "https://h/sparql", "https://h/sparql-auth"),
        ("virtuoso", "https://h/sparql-graph-crud-auth", "https://h/sparql-auth"),
        ("oxigraph", "http://h/store", "http://h/query"),
        ("oxigraph", "http://h/below/update", "http://h/below/query"),
        ("fuseki", "http://h:3030/ds/sparql", "http://h:3030/ds/query"),
        ("graphdb", "http://h/repositories/r", "http://h/repositories/r"),
        ("neptune", "https://h:8182/sparql", "https://h:8182/sparql"),
    ],
)
def test_any_address_of_a_store_leads_to_the_others(kind: str, given: str, query: str):
    """The base, or one of the known ends."""
    assert PRESETS[kind].place(given).query == query


def test_every_preset_has_a_place_to_write_to():
    """A kind of store that can only be asked is no use."""
    placed = [preset.place("http://h") for preset in PRESETS.values()]
    assert all(one.update is not None or one.graphs is not None for one in placed)
    assert [kind for kind, one in PRESETS.items() if one.is_tested] == ["oxigraph", "virtuoso"]


@pytest.mark.parametrize(
    "url", ["", "dist", "file:///etc/passwd", "ftp://h/", "http://", "http://h/#x"]
)
def test_what_is_no_address_is_refused(url: str):
    """Only http and https name a store."""
    with pytest.raises(InputError, match="C110"):
        check_address(url)


def test_the_waits_grow_and_end():
    """Twice as long each time; after progress they begin again."""
    sleeps: list[float] = []
    attempts = Attempts(4, sleep=sleeps.append)
    for _ in range(3):
        attempts.wait_after(PassingError("x"))
    with pytest.raises(ServiceError, match=r"C111.*tried 4 times"):
        attempts.wait_after(PassingError("x"))
    attempts.note_progress()
    attempts.wait_after(PassingError("x"))
    assert sleeps == [0.5, 1.0, 2.0, 0.5]


def test_retry_after_may_be_a_date():
    """A date that has passed means now."""
    assert read_retry_after({"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}) == 0.0


def test_a_poison_graph_is_given_up(tmp_path: Path):
    """Blank nodes that look all alike would keep the canonical form busy for ever."""
    nodes = range(14)
    lines = [f"_:n{one} <urn:p> _:n{other} .\n" for one in nodes for other in nodes if one != other]
    (tmp_path / "poison.nt").write_text("".join(lines))
    with pytest.raises(ServiceError, match="C116"):
        canonicalise_file(tmp_path / "poison.nt", tmp_path / "out", limit_seconds=1.5)


def test_the_command_offers_every_kind_of_store():
    """The names are written twice, so that `--help` needs no HTTP client."""
    options = {option.name: option.type for option in command.params}
    kinds, recipes = options["kind"], options["bulk_recipe"]
    assert isinstance(kinds, click.Choice)
    assert isinstance(recipes, click.Choice)
    assert set(kinds.choices) == {*PRESETS, "generic"}
    assert set(recipes.choices) == set(RECIPES)


def test_a_disk_without_room_for_the_copies_is_named(tmp_path: Path):
    """An error of the temporary folder is ours to tell."""
    with pytest.raises(OutputError, match="C060"), open_folder("http://x.test"):
        (tmp_path / "absent" / "file").write_bytes(b"")


def test_what_a_killed_load_left_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """By the next load into the same store; another store's folder may be in use."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    left, other = (tmp_path / f"communique-load-{name_store(one)}-x" for one in ("a", "b"))
    for folder in (left, other):
        folder.mkdir()
        (folder / "local-0.nt").touch()
    with open_folder("a") as folder:
        assert sorted(tmp_path.iterdir()) == sorted([folder, other])
    assert list(tmp_path.iterdir()) == [other]
