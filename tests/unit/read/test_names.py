from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.build.project import read_inputs
from communique.core.errors import InputError
from communique.core.source import Source, Span
from communique.read.names import NamedParty, NameIndex, segment_names

CHINESE = dict(read_inputs().registry.names("zh-Hans"))
INDEX = NameIndex(CHINESE, max(map(len, CHINESE)))


def _index(*names: str, **parties: tuple[str, ...]) -> NameIndex:
    index = {name: frozenset({name}) for name in names}
    index |= {name: frozenset(borne) for name, borne in parties.items()}
    return NameIndex(index, max(map(len, index)))


def _segment(text: str, index: NameIndex, **how: str) -> tuple[NamedParty, ...]:
    return segment_names(Source(Path("s.txt"), text), Span(0, len(text)), index, **how)


def _words(text: str, named: tuple[NamedParty, ...]) -> list[str]:
    return [text[one.span.start : one.span.end] for one in named]


@given(
    st.lists(st.tuples(st.sampled_from(sorted(CHINESE)), st.booleans()), min_size=1, max_size=12)
)
def test_names_that_run_together_come_apart_again(listed: list[tuple[str, bool]]):
    """Any row of real names fills completely, spans in order, stars where they were put."""
    text = "".join(name + "*" * starred for name, starred in listed)
    found = _segment(text, INDEX, asterisk="*")
    pieces = [(one.span.start, (one.asterisk or one.span).end) for one in found]
    assert [start for start, _ in pieces] == [0, *(end for _, end in pieces[:-1])]
    assert pieces[-1][1] == len(text)
    assert sum(one.asterisk is not None for one in found) == text.count("*")
    assert all(
        one.party in CHINESE[words] for one, words in zip(found, _words(text, found), strict=True)
    )


@given(st.lists(st.sampled_from(sorted(CHINESE)), min_size=1, max_size=12))
def test_stars_between_names_leave_only_one_reading(listed: list[str]):
    """Where each name is followed by its star, the row gives back exactly the names put in."""
    text = "".join(f"{name}*" for name in listed)
    found = _segment(text, INDEX, asterisk="*")
    assert [one.party for one in found] == [next(iter(CHINESE[name])) for name in listed]


@given(st.lists(st.sampled_from(sorted(CHINESE)), min_size=1, max_size=8))
def test_separated_names_are_those_put_in(listed: list[str]):
    """A line of reservations."""
    text = "、".join(listed)
    assert _words(text, _segment(text, INDEX, separator="、")) == listed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("冰岛北马其顿", ["冰岛", "北马其顿"]),
        ("多米尼加共和国多米尼克", ["多米尼加共和国", "多米尼克"]),
        ("尼日利亚尼日尔", ["尼日利亚", "尼日尔"]),
        ("印度尼西亚印度利比里亚利比亚", ["印度尼西亚", "印度", "利比里亚", "利比亚"]),
    ],
)
def test_the_longest_name_counts(text: str, names: list[str]):
    """Names within names."""
    assert _words(text, _segment(text, INDEX)) == names


def test_a_shorter_name_counts_where_the_row_can_not_be_read_otherwise():
    """'ab' leaves 'c', which is nobody; 'a' and 'bc' fill the row."""
    assert _words("abc", _segment("abc", _index("ab", "a", "bc"))) == ["a", "bc"]


def test_dead_ends_are_not_visited_twice():
    """A row of 2,000 letters with two names for each takes no time, though it can't be read."""
    with pytest.raises(InputError, match="no known name begins at 'b'"):
        _segment("a" * 2000 + "b", _index("a", "aa"))


@pytest.mark.parametrize(
    ("code", "text", "problem"),
    [
        ("C030", "abx", "s.txt:1:3: C030 no known name begins at 'x'. "),
        ("C030", "ab*b", "s.txt:1:3: C030 no known name begins at '*b'. "),
        ("C031", "abtwin", "s.txt:1:3: C031 'twin' may be state/A, state/B. "),
    ],
)
def test_what_is_unknown_or_ambiguous_is_told_where_it_stands(code: str, text: str, problem: str):
    """The farthest place that any reading of the row came to."""
    with pytest.raises(InputError) as caught:
        _segment(text, _index("a", "b", twin=("state/B", "state/A")))
    assert caught.value.code == code
    assert str(caught.value).startswith(problem)


@pytest.mark.parametrize("space", [" ", "  ", "\t", "\u00a0", "\u3000"])
def test_white_space_may_stand_between_names(space: str):
    """It belongs to no name, and stands behind the asterisk."""
    text = f"a*{space}b{space}c"
    found = _segment(text, _index("a", "b", "c"), asterisk="*")
    assert _words(text, found) == ["a", "b", "c"]
    assert [one.asterisk is not None for one in found] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        (
            "挪威毛里塔尼雅秘鲁日本",
            "Did you mean '毛里塔尼亚'? Or add it to the recipe's 'aliases:'.",
        ),
        (
            "挪威†",
            "Check the row, and the recipe's 'asterisk:'. Or add it to the recipe's 'aliases:'.",
        ),
    ],
)
def test_the_mend_looks_at_the_name_where_the_row_stops(text: str, mend: str):
    """Not at the whole rest of the row, which is like nobody's name."""
    with pytest.raises(InputError) as caught:
        _segment(text, INDEX, asterisk="*")
    assert str(caught.value).endswith(mend)


def test_a_missing_separator_is_no_name():
    """In a line of reservations names don't run together."""
    with pytest.raises(InputError):
        _segment("ab", _index("a", "b"), separator="、")
