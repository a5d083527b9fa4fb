"""A data set whose IRIs try to be files elsewhere, published to a real disk."""

import dataclasses
from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.site.test_addresses import HOSTILE

from communique.build.dataset import Dataset
from communique.build.terms import LABEL
from communique.core.iris import DEFAULT_BASE
from communique.site.addresses import LANGUAGES, allot_addresses, page_path
from communique.site.serialisations import MEDIA_TYPES
from communique.site.site_files import Built, write_site
from communique.write.generation import write_generation

#: More of them, which a graph can hold: IRIs are strict about some characters of the first list.
MORE = [
    "id/%2E%2E/%2E%2E/etc/passwd",
    "id/..%2f..%2fetc%2fpasswd",
    "id/..;/..;/x",
    "id/%00",
    "id/a%0ab",
    "id/" + "%2e" * 100,
    "id/" + "a/" * 120 + "b",
    "id/x.html.ttl",
    "id/x~0",
    "id/index",
    "id/Ｘ",
    "id/ß",
    "id/ss",
    "id/é",
    "id/e\u0301",
    "id/aux",
    "id/com1",
    "id/_headers",
    "id/.well-known/void",
    "graph/..",
    "graph/../../x",
    "graph/STATES",
    "graph/states.nq",
    "ns/../index",
]


def make_iri(path: str) -> ox.NamedNode | None:
    """Return a path's IRI, None where that is no IRI."""
    try:
        return ox.NamedNode(DEFAULT_BASE + path)
    except ValueError:
        return None


@pytest.fixture(scope="module")
def hostile(dataset: Dataset) -> Dataset:
    """The shipped declarations, with a graph of hostile things beside that of the states."""
    nodes = [node for path in (*HOSTILE, *MORE) if (node := make_iri(path))]
    quads = [ox.Quad(node, LABEL, ox.Literal(node.value, language="en")) for node in nodes]
    names = [node.value for node in nodes if "/graph/" in node.value]
    kept = {name: quads for name, quads in dataset.graphs.items() if name.endswith("/states")}
    return dataclasses.replace(
        dataset, graphs={**kept, f"{DEFAULT_BASE}graph/x": quads, **dict.fromkeys(names, quads[:1])}
    )


@pytest.fixture(scope="module")
def files(hostile: Dataset, build_files: Built, prefixes: Mapping[str, str]) -> dict[str, bytes]:
    """All files of its site."""
    return write_site(hostile, build_files, prefixes)


@pytest.fixture(scope="module")
def subjects(hostile: Dataset) -> list[str]:
    """The hostile IRIs."""
    quads = hostile.graphs[f"{DEFAULT_BASE}graph/x"]
    return [quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)]


def test_enough_of_them_are_iris(subjects: list[str]):
    """25 at least come into a graph at all."""
    assert len(subjects) >= 40


def test_nothing_is_written_outside_or_over_anything(files: Mapping[str, bytes], tmp_path: Path):
    """What lies on the disk is what was to be written, file by file, and what was there before."""
    out = tmp_path / "a" / "b" / "site"
    out.parent.mkdir(parents=True)
    other = [tmp_path / "etc", tmp_path / "a" / "x", out.parent / "index.html"]
    for path in other:
        path.write_bytes(b"before")
    made = write_generation(out, files, keep_unchanged=True)
    found = {path for path in tmp_path.rglob("*") if path.is_file() and not path.is_symlink()}
    below = {path for path in found if path.is_relative_to(made)}
    assert {path.relative_to(made).as_posix() for path in below} == set(files)
    assert all((made / name).read_bytes() == data for name, data in files.items())
    locks = {path for path in found if path.parent == made.parent}
    assert found - below - locks == set(other)
    assert all(path.read_bytes() == b"before" for path in other)


def test_no_two_files_are_one_where_case_does_not_count(files: Mapping[str, bytes]):
    """All of the site, not only the documents; and every part of a path has a name that fits."""
    assert len({name.casefold() for name in files}) == len(files)
    for name in files:
        assert all(part not in {"", ".", ".."} and len(part) < 255 for part in name.split("/"))


def test_each_of_them_has_its_own_description(
    files: Mapping[str, bytes], hostile: Dataset, subjects: list[str]
):
    """Page and data are those of the IRI, whatever it is called."""
    iris = [quad.subject.value for quads in hostile.graphs.values() for quad in quads]
    paths = allot_addresses([*iris, *hostile.graphs], hostile.iris).paths
    for iri in subjects:
        if iri in hostile.graphs:
            continue
        triple = f'<{iri}> <{LABEL.value}> "{iri}"@en .\n'
        lines = files[f"{paths[iri]}.nt"].decode().splitlines(keepends=True)
        assert triple in lines
        assert {line.partition(" ")[0].strip("<>").partition("#")[0] for line in lines} == {iri}
        for ending in MEDIA_TYPES:
            assert f"{paths[iri]}.{ending}" in files
        for language in LANGUAGES:
            assert page_path(paths[iri], language) in files
