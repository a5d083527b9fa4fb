import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.core.errors import InputError
from communique.core.source import Source, Span, read_source, read_text

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=80)


@given(TEXT)
def test_lines_with_their_breaks_are_the_text(text: str):
    """Split at LF only: U+2028, form feed and NEL are characters of a line."""
    source = Source(Path("s"), text)
    assert "\n".join(line.text for line in source.lines) == text
    assert all(text[line.start : line.start + len(line.text)] == line.text for line in source.lines)
    assert [line.number for line in source.lines] == list(range(1, text.count("\n") + 2))


@given(TEXT, st.data())
def test_a_place_is_where_the_offset_is(text: str, data: st.DataObject):
    """Line and column lead back to the offset."""
    source = Source(Path("s"), text)
    offset = data.draw(st.integers(0, len(text)))
    place = source.place(offset)
    assert place.line is not None
    assert place.column is not None
    assert source.lines[place.line - 1].start + place.column - 1 == offset


@given(TEXT)
def test_the_content_of_a_line_has_no_white_space_around_it(text: str):
    """U+00A0 counts as white space; a blank line has empty content."""
    source = Source(Path("s"), text)
    for line in source.lines:
        words = source.exact(line.content)
        assert words == line.text.strip()
        assert line.is_blank == (not words)


def test_words_are_found_by_their_occurrence_within_a_span():
    """Overlapping occurrences count; what reaches beyond the span doesn't."""
    source = Source(Path("s"), "aaa承诺aaa")
    assert source.find("aa", Span(0, 3), occurrence=2) == Span(1, 3)
    assert source.find("aa", Span(0, 3), occurrence=3) is None
    assert source.find("承诺a", Span(0, 5)) is None
    assert source.find("承诺", Span(0, 5)) == Span(3, 5)


def _write(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "source.txt"
    path.write_bytes(data)
    return path


def test_a_source_is_proven_by_its_hash(tmp_path: Path):
    """Characters outside the BMP and combining ones are kept; offsets are code points."""
    data = "e\u0301\U00020000\u00a0\n第一、".encode()
    path = _write(tmp_path, data)
    source = read_source(path, sha256=hashlib.sha256(data).hexdigest())
    assert len(source.text) == 8
    assert source.text.encode() == data
    with pytest.raises(InputError) as caught:
        read_source(path, sha256="0" * 64)
    assert caught.value.code == "C002"


@pytest.mark.parametrize(
    ("code", "data", "place"),
    [
        ("C003", b"abc\n\xe6\x88", "source.txt:2"),
        ("C003", b"\xff\xfea\x00", "source.txt:1"),
        ("C003", b"\xed\xa0\x80", "source.txt:1"),
        ("C004", b"\xef\xbb\xbfabc", "source.txt:1:1"),
        ("C005", b"abc\ndef\r\n", "source.txt:2"),
        ("C005", b"abc\rdef", "source.txt:1"),
    ],
)
def test_other_bytes_are_refused_with_their_line(
    tmp_path: Path, code: str, data: bytes, place: str
):
    """Half a character, UTF-16, an encoded surrogate, a BOM, CRLF, a lone CR."""
    with pytest.raises(InputError) as caught:
        read_text(_write(tmp_path, data))
    assert caught.value.code == code
    assert str(caught.value.place).endswith(place)


def test_what_is_no_file_is_refused(tmp_path: Path):
    """A missing file and a folder."""
    for path in (tmp_path / "absent", tmp_path):
        with pytest.raises(InputError) as caught:
            read_text(path)
        assert caught.value.code == "C001"
