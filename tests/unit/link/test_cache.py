from pathlib import Path

import pyoxigraph as ox
import pytest

from communique.core.errors import OutputError
from communique.link.cache import AnswerCache
from communique.query.answer import Table

URL, QUERY = "https://example.org/sparql", "SELECT ?a ?b WHERE {}"
TABLE = Table(("a", "b"), [(ox.Literal("波兰", language="zh-hans"), None)])


def test_an_answer_comes_back_as_it_was(tmp_path: Path):
    """Terms, languages and unbound variables survive; other queries and endpoints don't see it."""
    cache = AnswerCache(tmp_path / "deep" / "cache", 60)
    cache.keep(URL, QUERY, TABLE)
    assert cache.find(URL, QUERY) == TABLE
    assert cache.find(URL, QUERY + " ") is None
    assert cache.find("https://example.org/other", QUERY) is None


def test_an_old_answer_is_none(tmp_path: Path):
    """After its time it is asked for again."""
    AnswerCache(tmp_path, 60).keep(URL, QUERY, TABLE)
    [path] = tmp_path.iterdir()
    written = path.stat().st_mtime
    assert AnswerCache(tmp_path, 60, clock=lambda: written + 59).find(URL, QUERY) == TABLE
    assert AnswerCache(tmp_path, 60, clock=lambda: written + 61).find(URL, QUERY) is None


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9])
def test_a_damaged_answer_is_none(tmp_path: Path, share: float):
    """A file that was cut off isn't taken for an answer with fewer rows."""
    cache = AnswerCache(tmp_path, 60)
    cache.keep(URL, QUERY, TABLE)
    [path] = tmp_path.iterdir()
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert cache.find(URL, QUERY) is None


def test_a_folder_that_cannot_be_written(tmp_path: Path):
    """C104 names the option that mends it."""
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="can't write the cache") as caught:
        AnswerCache(tmp_path / "file" / "cache", 60).keep(URL, QUERY, TABLE)
    assert caught.value.code == "C104"
