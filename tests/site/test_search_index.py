import json
from collections.abc import Mapping
from typing import Any

import pytest

from communique.site.search_index import fold, split_pairs


@pytest.fixture(scope="module")
def index(site: Mapping[str, bytes]) -> dict[str, Any]:
    """The index as a page reads it."""
    text = site["static/search-index.js"].decode()
    found: dict[str, Any] = json.loads(
        text.removeprefix("globalThis.communiqueIndex=").rstrip(";\n")
    )
    return found


def find(index: Mapping[str, Any], words: str) -> set[str]:
    """Return the paths that have every pair of the words."""
    hits = [set(index["pairs"].get(pair, ())) for pair in split_pairs(fold(words))]
    return {index["entries"][number]["path"] for number in set.intersection(*hits)}


def test_a_chinese_word_of_two_characters_is_found(index: Mapping[str, Any]):
    """Trigrams would miss it."""
    assert "doc/state/POL.html" in find(index, "波兰")


def test_names_are_found_without_case_and_accents(index: Mapping[str, Any]):
    """People type as they can."""
    assert "doc/state/POL.html" in find(index, "poLAnd")


def test_a_word_that_is_nowhere_is_not_found(index: Mapping[str, Any]):
    """The near miss of a name finds nothing."""
    assert find(index, "Polaqx") == set()
