import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.core.errors import InputError
from communique.core.strict_yaml import Value, parse_yaml, read_yaml, suggest

PATH = Path("recipe.yaml")
#: Characters that a UTF-8 file can hold, with those that mean something in YAML more often.
YAML_LIKE = st.text(
    st.one_of(
        st.sampled_from(" \n\t-:,[]{}#&*!|>'\"%@`?<=~0123456789abcnoNO"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=200,
)


def _parse(text: str) -> Value:
    return parse_yaml(text, PATH)


def _code(text: str) -> str:
    with pytest.raises(InputError) as caught:
        _parse(text)
    return caught.value.code


def _read_or_refuse(text: str) -> Value | InputError:
    try:
        return _parse(text)
    except InputError as error:
        return error


@given(YAML_LIKE)
def test_any_text_is_read_or_refused_in_our_own_words(text: str):
    """Never another exception, and every refusal has a code and a place."""
    outcome = _read_or_refuse(text)
    if isinstance(outcome, InputError):
        assert outcome.code in ("C010", "C011", "C012", "C013")
        assert str(outcome).startswith("recipe.yaml")


@given(st.dictionaries(st.from_regex(r"[a-z]{1,5}", fullmatch=True), YAML_LIKE, max_size=5))
def test_quoted_words_come_back_unchanged(words: dict[str, str]):
    """JSON strings are YAML; what is escaped in them is given back to the character."""
    lines = [f"{key}: {_quote(value)}" for key, value in words.items()]
    value = _parse("\n".join(lines) or "{}")
    assert {key.text(): child.scalar for key, child in value.entries()} == words


def _quote(text: str) -> str:
    escaped = "".join(f"\\U{ord(char):08x}" for char in text)
    return f'"{escaped}"'


@pytest.mark.parametrize("text", ["NO", "no", "012", "12:30:45", "1.0", "~", "null", "2023-03-29"])
def test_every_scalar_is_text(text: str):
    """What another reader turns into false, 10, 45045, nothing or a date stays as written."""
    assert _parse(text).text() == text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("C010", "a: [1, 2"),
        ("C010", ""),
        ("C010", "a: \x00"),
        ("C011", "a: 1\nb: 2\na: 3"),
        ("C011", "'a': 1\na: 3"),
        ("C012", "a: &x 1\nb: *x"),
        ("C012", "a: *x"),
        ("C012", "<<: {a: 1}"),
        ("C012", "a: !!int 1"),
        ("C012", "a: !mine 1"),
        ("C012", "a: 1\n---\nb: 2"),
        ("C013", "[a, b]: 1"),
    ],
)
def test_what_makes_yaml_surprising_is_refused(code: str, text: str):
    """Syntax, doubled keys, aliases, merge keys, tags, a second document, keys that are lists."""
    assert _code(text) == code


def test_a_refusal_names_line_and_column():
    """Counted from 1."""
    with pytest.raises(InputError) as caught:
        _parse("a: 1\nb:\n  c: 2\n  c: 3")
    assert str(caught.value) == (
        "recipe.yaml:4:3: C011 the key 'c' stands twice. Keep one of them."
    )


def test_a_text_within_another_file_counts_its_own_lines():
    """Front matter of a query: `first_line` is where it begins."""
    value = parse_yaml("a: 1\nb: 2", PATH, first_line=7)
    assert [key.line for key, _ in value.entries()] == [7, 8]


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", "")])
def test_deep_nesting_is_refused_before_it_takes_long(opening: str, closing: str):
    """A hundred thousand levels took a minute; 64 are more than any file of ours needs."""
    assert _parse(opening * 64 + "x" + closing * 64)
    assert _code(opening * 100_000 + "x" + closing * 100_000) == "C010"


@pytest.mark.parametrize(
    "text", ["1.5", "-1", "017", "0x10", "1_000", "١", "9" * 5000, "''", "[1]"]
)
def test_only_decimal_digits_are_a_whole_number(text: str):
    """Other spellings, and numbers that no page can mean, are refused."""
    with pytest.raises(InputError, match="expected"):
        _parse(text).integer()


def test_whole_numbers_have_a_least_value():
    """Zero lines, or the zeroth occurrence, are nothing that can be taken."""
    assert [_parse(text).integer() for text in ("0", "17")] == [0, 17]
    with pytest.raises(InputError) as caught:
        _parse("0").integer(least=1)
    assert str(caught.value) == "recipe.yaml:1:1: C013 0 is too small. Write 1 or more."


def test_a_date_is_written_in_one_way():
    """YYYY-MM-DD, and a day that there is."""
    assert _parse("2023-03-29").date() == datetime.date(2023, 3, 29)
    for text in ("20230329", "2023-W13-3", "2023-3-29", "2023-02-30", "29.3.2023"):
        with pytest.raises(InputError) as caught:
            _parse(text).date()
        assert caught.value.code == "C013"


def test_true_and_false_are_written_in_one_way():
    """No yes, on, True."""
    assert [_parse(text).boolean() for text in ("true", "false")] == [True, False]
    for text in ("yes", "True", "NO", "1"):
        with pytest.raises(InputError, match="expected true or false"):
            _parse(text).boolean()


def test_kinds_are_checked():
    """A list is no mapping, a mapping no list, neither is text."""
    wrong = [("a", Value.items), ("a", Value.entries), ("[]", Value.text), ("''", Value.text)]
    for text, ask in wrong:
        with pytest.raises(InputError) as caught:
            ask(_parse(text))
        assert caught.value.code == "C013"


def test_a_list_of_distinct_words_refuses_doubles():
    """At the second one."""
    assert [item.text() for item in _parse("[a, b]").distinct()] == ["a", "b"]
    with pytest.raises(InputError) as caught:
        _parse("[a, b, a]").distinct()
    assert str(caught.value) == "recipe.yaml:1:8: C016 'a' stands twice. Keep one of them."


def test_fixed_keys_are_all_there_and_no_others():
    """C014 with the nearest spelling, C015 with the name that is missing."""
    value = _parse("langauge: x")
    with pytest.raises(InputError, match="unknown key") as caught:
        value.fields(["language"], ["title"])
    assert (caught.value.code, caught.value.mend) == ("C014", "Did you mean 'language'?")
    with pytest.raises(InputError) as caught:
        _parse("title: x").fields(["language"], ["title"])
    assert caught.value.code == "C015"


def test_a_choice_is_one_of_those_allowed():
    """With the code that the caller gives."""
    assert _parse("b").choice(["a", "b"], what="letter") == "b"
    with pytest.raises(InputError) as caught:
        _parse("c").choice(["a", "b"], what="letter", code="C042")
    assert str(caught.value) == "recipe.yaml:1:1: C042 unknown letter 'c'. Use one of: a, b."


def test_a_long_list_of_spellings_is_cut():
    """Nobody reads 250 names in an error."""
    names = [f"name-{number:03}" for number in range(50)]
    assert suggest("zzz", names).count("name-") == 12
    assert suggest("zzz", names).endswith(", ….")


def test_a_file_is_read_with_the_checks_of_text(tmp_path: Path):
    """A missing file is C001, before any YAML."""
    (tmp_path / "a.yaml").write_text("a: b", "utf-8")
    assert read_yaml(tmp_path / "a.yaml").fields(["a"])["a"].text() == "b"
    with pytest.raises(InputError) as caught:
        read_yaml(tmp_path / "b.yaml")
    assert caught.value.code == "C001"
