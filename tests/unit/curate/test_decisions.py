"""The decisions by hand: mistakes in them are named, and releases they don't know are refused."""

from pathlib import Path

import pytest

from communique.core.errors import InputError
from communique.curate.decisions import read_decisions
from communique.curate.packages import require_reviewed_releases

COMMITTED = Path(__file__).parents[3] / "data" / "states" / "decisions.yaml"


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("review: rejected", "review: refused", "C016 unknown review 'refused'"),
        ("scheme: eu", "scheme: uno", "C016 unknown scheme 'uno'"),
        ("language: zh-Hans", "language: zh", "C016 unknown language 'zh'"),
        ("date: 2026-11-22", "date: today", "C013 expected a date"),
        ("\nnotes:", "\nnote:", "C014 unknown key 'note'"),
        ("\ncurators: the project's curators", "", "C015 the key 'curators' is missing"),
    ],
)
def test_a_mistake_in_the_decisions_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, error: str
) -> None:
    """Each with the code of its kind, at a line of the file."""
    text = COMMITTED.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "decisions.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError, match=error) as caught:
        read_decisions(path)
    assert caught.value.place is not None
    assert caught.value.place.line is not None


def name_one_package(package: str) -> str:
    """Return the committed decisions with one package only, in a release that there isn't."""
    before, _, rest = COMMITTED.read_text(encoding="utf-8").partition("packages:\n")
    after = rest.partition("\n\n")[2]
    return f"{before}packages:\n  {package}: 0.0.1\n\n{after}"


@pytest.mark.parametrize(
    ("package", "problem"),
    [
        ("pytest", "C016 pytest [0-9.]+ is installed, 0.0.1 was reviewed"),
        ("no-such-package", "C016 no-such-package is not installed"),
    ],
)
def test_a_release_that_was_not_reviewed_is_refused(
    tmp_path: Path, package: str, problem: str
) -> None:
    """The tables name releases, so another one must be looked at first."""
    path = tmp_path / "decisions.yaml"
    path.write_text(name_one_package(package), encoding="utf-8")
    with pytest.raises(InputError, match=problem):
        require_reviewed_releases(read_decisions(path))
