from pathlib import Path

import pytest

from communique.core.errors import InputError
from communique.core.source import Source, Span
from communique.core.strict_yaml import parse_yaml
from communique.read.review import (
    Review,
    ReviewedStatement,
    Vocabulary,
    apply_review,
    read_review,
)

TEXT = "我们承诺。我们重申承诺,呼吁俄罗斯遵守《联合国宪章》第五十一条。"
SECOND = Span(5, len(TEXT))
VOCABULARY = Vocabulary(
    forces=["commit", "reaffirm", "call-upon"],
    topics=["peace-and-security"],
    instruments=["un-charter"],
    parties=["state/RUS"],
)


def _apply(text: str) -> ReviewedStatement:
    value = parse_yaml(text, Path("annotations.yaml"))
    return apply_review(value, Source(Path("s.txt"), TEXT), SECOND, VOCABULARY)


def test_words_are_found_within_their_own_sentence():
    """承诺 stands in the first sentence, too; the reviewed one is meant."""
    reviewed = _apply("acts: [{force: commit, marker: 承诺, source: explicit, binding: true}]")
    (act,) = reviewed.acts
    assert act.marker == Span(9, 11)
    assert (act.force, act.source, act.binding, act.negated) == ("commit", "explicit", True, False)
    assert (act.origin.kind, act.origin.reviewed) == ("curator", True)


def test_a_review_holds_all_that_is_read_into_a_sentence():
    """Acts with addressees and reasons, citations with parts, topics."""
    reviewed = _apply(
        """
        acts:
          - {force: reaffirm, source: none, binding: false, negated: true, reason: because}
          - {force: call-upon, marker: 呼吁, source: explicit, binding: false,
             addressees: [state/RUS]}
        citations: [{words: 《联合国宪章》第五十一条, instrument: un-charter, part: 第五十一条}]
        topics: [peace-and-security]
        """
    )
    first, second = reviewed.acts
    assert (first.marker, first.negated, first.origin.reason) == (None, True, "because")
    assert second.addressees == ("state/RUS",)
    assert [(one.instrument, one.part) for one in reviewed.citations] == [
        ("un-charter", "第五十一条")
    ]
    assert [one.topic for one in reviewed.topics] == ["peace-and-security"]


ACT = "force: commit, source: explicit, binding: true"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("C041", f"acts: [{{{ACT}, marker: 保证}}]"),
        ("C041", f"acts: [{{{ACT}, marker: 承诺, occurrence: 2}}]"),
        ("C041", "citations: [{words: 宪章, instrument: un-charter, part: 第五十一条}]"),
        ("C042", "acts: [{force: promise, source: none, binding: true}]"),
        ("C042", f"acts: [{{{ACT}, addressees: [state/XXX]}}]"),
        ("C042", "citations: [{words: 宪章, instrument: charter}]"),
        ("C042", "topics: [peace]"),
        ("C016", "acts: [{force: commit, source: guess, binding: true}]"),
        ("C016", "topics: [peace-and-security, peace-and-security]"),
        ("C016", f"acts: [{{{ACT}, addressees: [state/RUS, state/RUS]}}]"),
        ("C013", "acts: []"),
        ("C013", f"acts: [{{{ACT}, marker: 承诺, occurrence: 0}}]"),
        ("C013", "acts: [{force: commit, source: none, binding: maybe}]"),
        ("C014", f"acts: [{{{ACT}, markers: 承诺}}]"),
        ("C015", "topics: [peace-and-security]"),
        ("C015", "acts: [{force: commit, source: none}]"),
    ],
)
def test_a_faulty_review_is_refused(code: str, text: str):
    """Words that aren't there, unknown slugs, doubles, empty lists, wrong kinds and keys."""
    if "acts" not in text and code != "C015":
        text = f"{{acts: [{{{ACT}}}], {text}}}"
    with pytest.raises(InputError) as caught:
        _apply(text)
    assert caught.value.code == code
    assert str(caught.value).startswith("annotations.yaml:1:")


def test_a_declaration_without_a_review_has_an_empty_one(tmp_path: Path):
    """Rules alone read it then."""
    assert read_review(tmp_path / "annotations.yaml") == Review()


def test_a_review_says_who_made_it_and_when(tmp_path: Path):
    """And of which language version."""
    path = tmp_path / "annotations.yaml"
    path.write_text("review: {by: x, on: 2026-11-22, of: en}\nstatements: {}\n", "utf-8")
    assert read_review(path).statements == {}
    path.write_text("review: {by: x, on: today, of: en}\nstatements: {}\n", "utf-8")
    with pytest.raises(InputError, match="expected a date"):
        read_review(path)
