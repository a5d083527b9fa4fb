"""A lexicon's file becomes typed rules; whatever is wrong with it is told with its line."""

from pathlib import Path

import pytest

from communique.core.errors import InputError
from communique.core.model import Paragraph, Statement
from communique.core.resources import find_resource
from communique.core.source import Source, Span
from communique.read import acts, lexicon, patterns, rules
from communique.read.lexicon import read_lexicon
from communique.read.vocabulary import read_vocabulary

SHIPPED = sorted(find_resource("data", "lexicon").glob("*.yaml"))

SMALL = """\
language: en
declarants: '\\b[Ww]e\\b'
fragments:
  we: '[Ww]e'
  head: '(?&we) (?:also )?'
performatives:
  - {id: commit, force: commit, words: commit, before: (?&head), binding: true}
leads:
  - {id: lead, force: undertake, pattern: '(?P<marker>[a-z]+)'}
unmarked:
  - {id: assert, force: assert}
addressees: {addressee/all-states: all States}
addressee-joiner: ' and '
instruments: {un-charter: [Charter of the United Nations, UN Charter]}
title-marks: ['“', '”']
instrument-part: ', (?P<part>Article [0-9]+)'
topics: {elections: election}
points: {id: shared-topic, least-statements: 2, too-general: []}
"""


def write(folder: Path, old: str = "", new: str = "", *, name: str = "en.yaml") -> Path:
    """Write the small lexicon with one change."""
    assert old in SMALL
    path = folder / name
    path.write_text(SMALL.replace(old, new, 1) if old else SMALL, "utf-8")
    return path


def line_of(words: str) -> int:
    """Return the line of the small lexicon in which these words stand."""
    return SMALL[: SMALL.index(words)].count("\n") + 1


def test_there_is_a_lexicon():
    """The tests of shipped lexicons have something to look at."""
    assert [path.name for path in SHIPPED] == ["zh-Hans.yaml"]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_lexicon_uses_known_slugs(path: Path):
    """Each force, instrument, topic and addressee of a lexicon is in the vocabularies."""
    read = read_lexicon(path)
    known = read_vocabulary(find_resource("ontology"), ["state/RUS"])
    rules_of_acts = (*read.performatives, *read.leads, *read.unmarked)
    assert {rule.force for rule in rules_of_acts} <= set(known.forces)
    assert {rule.slug for rule in read.instruments} <= set(known.instruments)
    assert {rule.slug for rule in read.topics} == set(known.topics)
    assert {rule.slug for rule in read.addressees} <= set(known.parties)
    assert read.points.too_general <= set(known.topics)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_no_two_acts_of_a_lexicon_share_an_id(path: Path):
    """An annotation's rule id leads to one rule, whichever list it stands in."""
    read = read_lexicon(path)
    names = [rule.id for rule in (*read.performatives, *read.leads, *read.unmarked)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("module", [acts, lexicon, patterns, rules])
def test_the_engine_holds_no_words_of_a_language(module):
    """A further language needs a file, not code: there is no Chinese in the engine."""
    text = Path(module.__file__).read_text("utf-8")
    assert [letter for letter in text if "\u2e80" <= letter <= "\u9fff"] == []


def test_rules_come_typed_and_in_order(tmp_path: Path):
    """Fragments are put in, alternatives joined, and each rule knows its place."""
    read = read_lexicon(write(tmp_path))
    rule = read.performatives[0]
    assert (rule.id, rule.force, rule.binding, rule.addressed) == ("commit", "commit", True, False)
    assert rule.before is not None
    assert rule.before.search("and we also ") is not None
    assert rule.before.search("we also may ") is None
    assert rule.place.line == line_of("- {id: commit")
    assert read.instruments[0].words.search("the UN Charter") is not None
    assert read.rule("act", "commit") == "en:act:commit"


def test_a_second_language_needs_no_code(tmp_path: Path):
    """The same engine reads English by the small lexicon alone."""
    read = read_lexicon(write(tmp_path))
    words = "We also commit to fair elections under the “UN Charter”, Article 51."
    source = Source(tmp_path, words)
    span = Span(0, len(words))
    statement = Statement(number=1, position=1, span=span)
    paragraph = Paragraph(role="preamble", number=1, position=1, span=span)
    (act,) = rules.propose_acts(read, source, paragraph, statement)
    (citation,) = rules.propose_citations(read, source, statement)
    (topic,) = rules.propose_topics(read, source, statement)
    assert (act.force, act.marker, act.binding) == ("commit", Span(8, 14), True)
    assert source.exact(citation.span) == "“UN Charter”, Article 51"
    assert (citation.part, topic.topic) == ("Article 51", "elections")


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("words: commit", "words: 'com(mit'", "C043", "not a valid pattern"),
        ("we: '[Ww]e'", "we: '[Ww'", "C043", "not a valid pattern"),
        ("[Charter of the United Nations, UN Charter]", "[a, '(b']", "C043", "not a valid pattern"),
        ("before: (?&head)", "before: (?&haed)", "C043", "unknown fragment 'haed'"),
        ("we: '[Ww]e'", "we: (?&head)", "C043", "unknown fragment 'head'"),
        ("before: (?&head)", "before: '(?P<whom>we) '", "C043", "a group named 'whom'"),
        ("election}", "'(?P<to>election)'}", "C043", "a group named 'to'"),
        ("words: commit", "words: '(?:commit)?'", "C043", "matches no words"),
        ("(?P<marker>[a-z]+)", "[a-z]+", "C043", "'marker' is missing"),
        ("(?P<part>Article [0-9]+)", "Article", "C043", "'part' is missing"),
        ("binding: true", "binding: yes", "C013", "true or false"),
        ("binding: true", "bidning: true", "C014", "unknown key 'bidning'"),
        ("{id: assert, force: assert}", "{id: assert}", "C015", "'force' is missing"),
        ("  - {id: assert, force: assert}", "  []", "C013", "an empty list"),
        ("['“', '”']", "['“']", "C013", "not two marks"),
        ("language: en", "language: fr", "C016", "not the file's name"),
        (
            "leads:",
            "  - {id: commit, force: resolve, words: resolve}\nleads:",
            "C016",
            "two rules with the id 'commit'",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, old: str, new: str, code: str, words: str):
    """Each mistake has its code, what is wrong, and the line where it is, also in a fragment."""
    with pytest.raises(InputError) as caught:
        read_lexicon(write(tmp_path, old, new))
    assert (caught.value.code, words in caught.value.problem) == (code, True), str(caught.value)
    assert caught.value.place is not None
    expected = line_of("- {id: commit") if code == "C016" and "rules" in words else line_of(old)
    assert caught.value.place.line == expected


def test_a_missing_lexicon_is_told(tmp_path: Path):
    """A language without a lexicon is bad input, not a traceback."""
    with pytest.raises(InputError) as caught:
        read_lexicon(tmp_path / "xx.yaml")
    assert caught.value.code == "C001"
