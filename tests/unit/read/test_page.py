import datetime
from pathlib import Path

import pytest

from communique.core.errors import InputError
from communique.core.source import Source, Span
from communique.core.strict_yaml import parse_yaml
from communique.read.dates import DateReader
from communique.read.page import lay_out_page
from communique.read.page_recipe import compile_pattern, read_parts
from communique.read.web_addresses import is_web_address, read_web_address

PARTS = """
- {part: top, furniture: {en: header}}
- part: body
  document: declaration
  starts-after: begin
  lines: [{take: title}, {take: prose, lines: 2}]
- {part: bottom, starts-at: end, furniture: {en: footer}}
"""


def _lay_out(text: str, parts: str = PARTS) -> list[tuple[str, list[list[str]]]]:
    """Return the parts' names with the words that each step takes."""
    source = Source(Path("s.txt"), text)
    recipes = read_parts(parse_yaml(parts, Path("r.yaml")), ["en"])
    return [
        (
            one.recipe.name,
            [[source.exact(line.content) for line in lines] for _, lines in one.taken],
        )
        for one in lay_out_page(source, recipes)
    ]


def test_steps_take_the_lines_that_are_not_blank():
    """An anchor named by `starts-after` belongs to the part above."""
    assert _lay_out("x\nbegin\n\n title\xa0\na\n\nb\nend\ny") == [
        ("top", []),
        ("body", [["title"], ["a", "b"]]),
        ("bottom", []),
    ]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("C020", "x\ntitle\na\nb\nend"),
        ("C020", "end\nbegin\ntitle\na\nb"),
        ("C021", "x\nbegin\ntitle\na\nbegin\nend"),
        ("C023", "x\nbegin\ntitle\na\nend"),
        ("C023", "x\nbegin\ntitle\na\nb\nc\nend"),
        ("C023", "begin\nend"),
    ],
)
def test_a_page_of_another_layout_is_refused(code: str, text: str):
    """No anchor, parts in another order, an anchor twice, too few lines, too many, none."""
    with pytest.raises(InputError) as caught:
        _lay_out(text)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("C013", "[]"),
        ("C013", "[{part: a, furniture: {}}]"),
        ("C013", "[{part: a, document: summary, lines: [{take: prose, lines: 0}]}]"),
        ("C015", "[{part: a, furniture: {en: x}}, {part: b, furniture: {en: x}}]"),
        ("C015", "[{part: a}]"),
        ("C015", "[{part: a, lines: [{take: title}]}]"),
        ("C015", "[{part: a, document: summary, lines: [{lines: 3}]}]"),
        ("C016", "[{part: a, document: annex, lines: [{take: title}]}]"),
        ("C016", "[{part: a, document: summary, lines: [{take: poem}]}]"),
        ("C016", "[{part: a, document: summary, lines: [{take: web-address, of: fr}]}]"),
        ("C016", "[{part: a, furniture: {english: x}}]"),
        ("C014", "[{part: a, document: summary, lines: [{take: title, column: 3}]}]"),
    ],
)
def test_a_layout_that_makes_no_sense_is_refused(code: str, parts: str):
    """Before the page is looked at."""
    with pytest.raises(InputError) as caught:
        _lay_out("x", parts)
    assert caught.value.code == code


def test_patterns_match_what_is_printed_and_nothing_else():
    """Signs of regular expressions are mere signs; white space may stand around fields."""
    value = parse_yaml('"({number})."', Path("r.yaml"))
    pattern = compile_pattern(value, {"number": "[0-9]+"})
    assert pattern.fullmatch("( 12 ).")
    assert not pattern.fullmatch("(12)x")
    assert not pattern.fullmatch("12.")


@pytest.mark.parametrize("text", ["第、", "{number}{number}", "{nummer}"])
def test_a_pattern_holds_each_field_once(text: str):
    """Missing, doubled, misspelt."""
    with pytest.raises(InputError) as caught:
        compile_pattern(parse_yaml(f'"{text}"', Path("r.yaml")), {"number": "[0-9]+"})
    assert caught.value.code == "C016"


def test_dates_are_read_by_the_printed_pattern():
    """Other orders and signs, by the recipe alone."""
    source = Source(Path("s.txt"), "29. 3. 2023")
    reader = DateReader(parse_yaml('"{day}.{month}.{year}"', Path("r.yaml")))
    assert reader.read(source, Span(0, 11)) == datetime.date(2023, 3, 29)
    with pytest.raises(InputError, match="not a date of the pattern"):
        reader.read(source, Span(0, 9))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("https://www.state.gov/declaration-of-the-summit-for-democracy-2/", True),
        ("http://example.org/a?b=c#d", True),
        ("https://example.org/民主", False),
        ("https://example.org/a b", False),
        ("https://[example.org/", False),
        ("https://example.org/%zz", False),
        ("ftp://example.org/", False),
        ("javascript:alert(1)", False),
        ("see https://example.org/", False),
    ],
)
def test_a_web_address_is_a_whole_valid_http_address(words: str, expected: bool):
    """What is kept as an IRI can be written as one."""
    assert is_web_address(words) is expected
    source = Source(Path("s.txt"), words)
    if expected:
        assert read_web_address(source, Span(0, len(words))) == words
    else:
        with pytest.raises(InputError, match="is not a web address"):
            read_web_address(source, Span(0, len(words)))
