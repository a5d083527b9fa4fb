from pathlib import PurePosixPath

import pytest

from communique.core.iris import ONTOLOGY, Iris
from communique.site.addresses import allot_addresses, is_web_address, page_path

BASE = Iris().base
HOSTILE = [
    "id/../../etc/passwd",
    "id/..",
    "id/.",
    "id/a/../b",
    "id//a",
    "id/a//b",
    "id/a/",
    "id/%2e%2e/%2e%2e/x",
    "id/%2f%2fetc",
    "id/a%00b",
    "id/a\x00b",
    "id/a\\..\\b",
    "id/C:\\x",
    "id/" + "a" * 300,
    "id/" + "波" * 200,
    "id/State/POL",
    "id/state/POL",
    "id/STATE/pol",
    "id/x.html",
    "id/x",
    "id/x.ttl",
    "id/.htaccess",
    "id/-rf",
    "id/con",
    "id/NUL",
    "id/a b",
    "id/a?b=c",
    "id/~root",
    "id/\u202egnp.exe",
    "id/a\nb",
    "graph/../id/x",
]


def test_no_hostile_iri_leaves_the_folder_or_overwrites_another():
    """Every path stays in its folder, is short and plain, and no two agree even without case."""
    paths = allot_addresses([BASE + iri for iri in HOSTILE], Iris()).paths
    assert len(paths) == len(HOSTILE)
    files = [page_path(path, "en") for path in paths.values()]
    assert len({file.casefold() for file in files}) == len(files)
    for file in files:
        parts = PurePosixPath(file).parts
        assert parts[0] in ("doc", "graph")
        assert ".." not in parts
        assert "//" not in file
        assert all(len(part.encode()) <= 200 for part in parts)
        assert file.isascii()
        assert all(char.isalnum() or char in "_-~./" for char in file)


def test_no_page_of_one_thing_is_a_file_of_another():
    """`x`, `x.html` and `x.ttl` have files that don't meet."""
    iris = [BASE + "id/" + name for name in ("x", "x.html", "x.ttl", "x.html.html")]
    paths = allot_addresses(iris, Iris()).paths
    files = [f"{path}.{ending}" for path in paths.values() for ending in ("html", "ttl", "nt")]
    assert len(set(files)) == len(files)


def test_plain_iris_keep_their_paths():
    """A path says what it is the page of, and an IRI with a fragment is on its document's page."""
    iris = [BASE + "id/state/POL", BASE + "id/d/source#char=3,9", BASE + "graph/d", ONTOLOGY]
    addresses = allot_addresses(iris, Iris())
    assert sorted(addresses.paths.values()) == ["doc/d/source", "doc/state/POL", "graph/d", "ns"]
    assert addresses.find(iris[1]) == "doc/d/source.html#char=3,9"
    assert addresses.find(iris[0], language="zh-Hans") == "zh-Hans/doc/state/POL.html"


def test_an_iri_outside_the_base_has_no_page():
    """Only what is published here is linked to here."""
    assert allot_addresses(["https://example.org/id/x", BASE + "else"], Iris()).paths == {}


@pytest.mark.parametrize(
    "iri",
    ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "file:///x"],
)
def test_an_address_that_could_run_is_no_link(iri: str):
    """Only http and https become links."""
    assert not is_web_address(iri)
