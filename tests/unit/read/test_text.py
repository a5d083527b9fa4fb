from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.core.errors import InputError
from communique.core.model import Paragraph
from communique.core.source import Source
from communique.core.strict_yaml import parse_yaml
from communique.read.numerals import NUMERALS, read_chinese
from communique.read.page_recipe import Take, compile_pattern
from communique.read.text import number_positions, read_paragraphs, refuse_doubles

PLACE = parse_yaml("x", Path("r.yaml")).place
DIGITS = "零一二三四五六七八九"


def _take(label: str | None, *, numerals: str = "decimal", role: str = "operative") -> Take:
    number = {"number": NUMERALS[numerals].pattern}
    pattern = compile_pattern(parse_yaml(f'"{label}"', Path("r.yaml")), number) if label else None
    take = Take(kind="paragraphs", place=PLACE, label=pattern, numerals=numerals)
    return replace(take, role="chapeau" if role == "chapeau" else "operative")


def _read(text: str, take: Take) -> tuple[Source, tuple[Paragraph, ...]]:
    source = Source(Path("s.txt"), text)
    return source, read_paragraphs(source, take, source.lines, sentence_end="。")


@given(st.integers(1, 99))
def test_chinese_numerals_are_read(number: int):
    """As this test writes them, from 1 to 99."""
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else DIGITS[tens]) + "十" if tens else ""
    words = head + (DIGITS[ones] if ones else "")
    assert read_chinese(words) == number


@pytest.mark.parametrize(
    ("label", "numerals", "text"),
    [
        ("{number}. ", "decimal", "1. 甲。\n2. 乙。\n3. 丙。"),
        ("第{number}、", "chinese", "第一、甲。\n第二、乙。\n第三、丙。"),
        ("({number})", "decimal", "( 1 )甲。\n(2)乙。\n(3)丙。"),
    ],
)
def test_labels_are_left_out_of_paragraphs(label: str, numerals: str, text: str):
    """The label has its own span; number and words are the paragraph's."""
    source, paragraphs = _read(text, _take(label, numerals=numerals))
    assert [source.exact(one.span) for one in paragraphs] == ["甲。", "乙。", "丙。"]
    assert [one.number for one in paragraphs] == [1, 2, 3]
    assert all(one.label and one.label.end == one.span.start for one in paragraphs)


@pytest.mark.parametrize("text", ["1. 甲\n乙", "1. 甲\n1. 乙", "2. 甲", "1. 甲\n3. 乙", "一. 甲"])
def test_other_numbers_are_refused(text: str):
    """Missing, doubled, out of order, a gap, another kind of numeral."""
    with pytest.raises(InputError) as caught:
        _read(text, _take("{number}. "))
    assert caught.value.code == "C022"


def test_words_that_look_like_labels_within_a_sentence_are_words():
    """'Article 51' and 'the second summit' in a paragraph without labels."""
    source, (only,) = _read("第五十一条和第二届峰会。", _take(None))
    assert source.exact(only.span) == "第五十一条和第二届峰会。"


@given(st.text(st.sampled_from("甲乙。, "), min_size=1, max_size=40))
def test_sentences_partition_their_paragraph(text: str):
    """Each ends with its mark; what follows the last mark is a sentence, too."""
    source, paragraphs = _read(text, _take(None))
    for paragraph in paragraphs:
        words = [source.exact(one.span) for one in paragraph.statements]
        assert "".join(words) == source.exact(paragraph.span) == text.strip()
        assert all(one.endswith("。") and one.count("。") == 1 for one in words[:-1])
        assert [one.number for one in paragraph.statements] == list(range(1, len(words) + 1))


def test_the_chapeau_has_no_number_and_no_sentences():
    """It governs those of others."""
    _, (chapeau,) = _read("我们致力于:", _take(None, role="chapeau"))
    assert (chapeau.number, chapeau.statements, chapeau.identifier) == (None, (), "chapeau")


def test_positions_run_through_the_declaration():
    """Of paragraphs, and of statements across paragraphs."""
    _, paragraphs = _read("甲。乙。\n丙。", _take(None))
    numbered = number_positions(paragraphs)
    assert [one.position for one in numbered] == [1, 2]
    assert [one.position for p in numbered for one in p.statements] == [1, 2, 3]


def test_two_steps_can_not_take_the_same_paragraph():
    """Their identifiers would be the same."""
    source, paragraphs = _read("甲。\n乙。", _take(None))
    refuse_doubles(source, paragraphs)
    with pytest.raises(InputError) as caught:
        refuse_doubles(source, [*paragraphs, paragraphs[0]])
    assert str(caught.value).startswith("s.txt:1:1: C022 a second operative/1. ")
