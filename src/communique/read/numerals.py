"""Read layer: numbers as paragraphs and reservations print them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

_DIGITS: Final = "零一二三四五六七八九"


@dataclass(frozen=True)
class Numerals:
    """A way to print numbers: the regular expression of one, and how it is read."""

    pattern: str
    read: Callable[[str], int]


def read_chinese(words: str) -> int:
    """Return the value of a Chinese numeral from 1 to 99.

    >>> [read_chinese(words) for words in ("八", "十", "十七", "二十", "五十一")]
    [8, 10, 17, 20, 51]
    """
    tens, ten, ones = words.rpartition("十")
    value = (_DIGITS.index(tens) if tens else 1) * 10 if ten else 0
    return value + (_DIGITS.index(ones) if ones else 0)


#: The numerals that a recipe may name.
NUMERALS: Final[Mapping[str, Numerals]] = {
    "decimal": Numerals(r"[0-9]+", int),
    "chinese": Numerals(
        r"[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]", read_chinese
    ),
}
