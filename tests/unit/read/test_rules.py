"""What the rules propose: on small made-up sentences first, then on the whole first declaration."""

import dataclasses
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from communique.core.model import Act, Paragraph, ParagraphRole, Point, Statement
from communique.core.resources import find_resource
from communique.core.source import Source, Span, read_source
from communique.read.lexicon import Lexicon, read_lexicon
from communique.read.page import lay_out_page
from communique.read.recipe import read_recipe
from communique.read.rules import (
    propose_acts,
    propose_citations,
    propose_correspondences,
    propose_topics,
)
from communique.read.text import read_paragraphs

#: Words before the text, so that an offset counted from a sentence's start is seen to be wrong.
MARGIN = "页眉\n"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """The shipped lexicon of Chinese."""
    return read_lexicon(find_resource("data", "lexicon", "zh-Hans.yaml"))


def make_paragraph(*sentences: str, role: ParagraphRole = "preamble") -> tuple[Source, Paragraph]:
    """Return a source with one paragraph of these sentences."""
    statements, start = [], len(MARGIN)
    for number, words in enumerate(sentences, 1):
        span = Span(start, start + len(words))
        statements.append(Statement(number=number, position=number, span=span))
        start = span.end
    source = Source(Path("made-up"), MARGIN + "".join(sentences))
    span = Span(len(MARGIN), start)
    paragraph = Paragraph(role=role, number=1, position=1, span=span, statements=tuple(statements))
    return source, paragraph


def act_on(lexicon: Lexicon, words: str, *, role: ParagraphRole = "preamble") -> list[str]:
    """Return the acts of one sentence as text: force, marker, '+' binding, 'not', addressees."""
    source, paragraph = make_paragraph(words, role=role)
    return [
        show(source, act)
        for act in propose_acts(lexicon, source, paragraph, paragraph.statements[0])
    ]


def show(source: Source, act: Act) -> str:
    """Return an act as text."""
    marker = source.exact(act.marker) if act.marker else "-"
    signs = ["+"] * act.binding + ["not"] * act.negated
    return " ".join([act.force, marker, *signs, *act.addressees])


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("我们承诺保护森林。", ["commit 承诺 +"]),
        ("我们承诺不砍伐森林,并承诺植树。", ["commit 承诺 + not", "commit 承诺 +"]),
        ("我们认识到并承诺防范洪水。", ["recognise 认识到", "commit 承诺 +"]),
        ("在这方面,我们还将致力于植树。", ["commit 致力于 +"]),
        ("我们的目标是承诺植树。", ["commit 承诺 +"]),
        ("我们将继续保护森林。", ["commit 将 +"]),
        ("我们将保护森林作为责任。", ["assert -"]),
        ("我们决心植树。", ["resolve 决心 +"]),
        # The noun, and the commitments of others.
        ("我们强调森林义务和承诺的重要性。", ["emphasise 强调"]),
        ("他们承诺植树。", ["assert -"]),
        ("各国做出的承诺至关重要。", ["assert -"]),
        ("对我们来说,城市的承诺至关重要。", ["assert -"]),
        # Reaffirming binds only where it is one's own commitment.
        ("我们重申植树的坚定承诺。", ["reaffirm 重申 +"]),
        ("我们重申,我们承诺植树。", ["reaffirm 重申 +", "commit 承诺 +"]),
        ("我们重申各国做出的承诺。", ["reaffirm 重申"]),
        ("我们重申,人人都应享有森林。", ["reaffirm 重申"]),
        # A stance, not a verb in a list of aims.
        ("我们强烈支持护林人,反对砍伐。", ["support 支持", "oppose 反对"]),
        ("我们承诺植树,并支持补救。", ["commit 承诺 +"]),
        ("我们对洪水造成的后果深表关切。", ["express-concern 深表关切"]),
        ("我们谴责砍伐,并对火灾感到担忧。", ["condemn 谴责", "express-concern 感到担忧"]),
        # What others shall do.
        ("我们要求俄罗斯撤军。", ["demand 要求 state/RUS"]),
        ("我们谴责砍伐,并呼吁停火。", ["condemn 谴责", "call-upon 呼吁"]),
        (
            "我们呼吁所有国家和科技公司植树。",
            ["call-upon 呼吁 addressee/all-states addressee/technology-companies"],
        ),
        ("我们呼吁停止对所有国家的攻击。", ["call-upon 呼吁"]),
        ("我们呼吁武装冲突各方停火。", ["call-upon 呼吁 addressee/parties-to-armed-conflicts"]),
        ("我们需要包括儿童在内的所有人植树。", ["call-upon 需要 addressee/everyone"]),
        ("我们需要计划。", ["assert -"]),
        ("我们希望平台植树。", ["expect 希望 addressee/technology-platforms"]),
        ("我们强调平台有责任植树。", ["emphasise 强调 addressee/technology-platforms"]),
        # Duty: its main verb, nobody's right, and no word that only looks like it.
        ("政府应植树。", ["should 应 addressee/governments-and-authorities"]),
        ("人人都不应被遗忘。", ["should 应 not"]),
        ("森林适应供应和应对措施。", ["assert -"]),
        ("我们认为,政府应植树。", ["believe 认为"]),
        ("人人应植树,我们承诺协助。", ["commit 承诺 +", "should 应 addressee/everyone"]),
    ],
)  # fmt: skip
def test_acts_of_a_free_sentence(lexicon: Lexicon, words: str, acts: list[str]):
    """Performatives stand at the head of a clause; the rest is not an act of the declarants."""
    assert act_on(lexicon, words) == acts


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("保护和恢复森林。", ["undertake 保护 +"]),
        ("共同保护、促进和加强森林。", ["undertake 保护、促进和加强 +"]),
        ("维护和平与安全。", ["undertake 维护 +"]),
        ("根据国际法,促进植树,并呼吁各国植树。",
         ["undertake 促进 +", "call-upon 呼吁 addressee/all-states"]),
        ("通过努力保护河流,来塑造未来。", ["undertake 塑造 +"]),
        ("支持植树,同时认识到困难。", ["support 支持 +", "recognise 认识到"]),
        ("申明森林重要,并指出我们致力于植树。", ["affirm 申明 +", "commit 致力于 +"]),
        ("致力于植树。", ["commit 致力于 +"]),
    ],
)  # fmt: skip
def test_acts_of_a_sentence_that_the_chapeau_governs(lexicon: Lexicon, words: str, acts: list[str]):
    """The leading verb binds; it is an act of the chapeau unless it names a force itself."""
    assert act_on(lexicon, words, role="operative") == acts
    assert act_on(lexicon, words) != acts


def test_the_chapeau_governs_the_first_sentence_only(lexicon: Lexicon):
    """Where the force comes from is told, and the rule that says so."""
    source, paragraph = make_paragraph("保护森林。", "保护河流。", "政府应植树。", role="operative")
    acts = [
        propose_acts(lexicon, source, paragraph, statement)[0] for statement in paragraph.statements
    ]
    assert [act.source for act in acts] == ["chapeau", "none", "none"]
    assert [act.origin.rule for act in acts] == [
        "zh-Hans:act:lead", "zh-Hans:act:assert", "zh-Hans:act:should",
    ]  # fmt: skip
    assert {act.origin.kind for act in acts} == {"rule"}


def test_a_lead_that_no_pattern_fits_has_no_marker(lexicon: Lexicon):
    """An operative paragraph in words the lexicon doesn't know is still an undertaking."""
    assert act_on(lexicon, "2030: …。", role="operative") == ["undertake - +"]


@pytest.mark.parametrize(
    ("words", "citations"),
    [
        ("按照《联合国宪章》第二条行事。", [("un-charter", "《联合国宪章》第二条", "第二条")]),
        ("按照联合国宪章(UN Charter)行事。", [("un-charter", "联合国宪章", None)]),
        ("落实《北京行动纲要》和北京行动纲要。",
         [("beijing-platform-for-action", "《北京行动纲要》", None),
          ("beijing-platform-for-action", "北京行动纲要", None)]),
        ("加快2030年可持续发展议程和17项可持续发展目标。",
         [("agenda-2030", "2030年可持续发展议程", None), ("sdgs", "17项可持续发展目标", None)]),
        ("促进可持续发展,遵守国际法。", []),
    ],
)  # fmt: skip
def test_citations(lexicon: Lexicon, words: str, citations: list[tuple[str, str, str | None]]):
    """An instrument is found with its marks and its article, without its gloss, in order."""
    source, paragraph = make_paragraph(words)
    found = propose_citations(lexicon, source, paragraph.statements[0])
    assert [(c.instrument, source.exact(c.span), c.part) for c in found] == citations
    assert {c.origin.rule for c in found} == {f"zh-Hans:citation:{slug}" for slug, *_ in citations}


def test_the_longest_of_overlapping_names_counts(lexicon: Lexicon):
    """A name within a name is no citation of its own."""
    charter = lexicon.instruments[0]
    short = dataclasses.replace(charter, slug="short", words=re.compile("宪章"))
    nested = dataclasses.replace(lexicon, instruments=(short, charter))
    source, paragraph = make_paragraph("按照联合国宪章和城市宪章行事。")
    found = propose_citations(nested, source, paragraph.statements[0])
    assert [citation.instrument for citation in found] == [charter.slug, "short"]


@pytest.mark.parametrize(
    ("words", "topics"),
    [
        ("举行选举。", ["elections"]),
        ("民主国家创造有利的环境。", []),
        ("保护环境,防止粮食短缺。", ["environment-and-climate", "food-security"]),
        ("追究侵犯和践踏人权者的责任。", ["accountability-for-atrocities"]),
    ],
)
def test_topics(lexicon: Lexicon, words: str, topics: list[str]):
    """Words show topics; what only looks like the word shows none."""
    source, paragraph = make_paragraph(words)
    found = propose_topics(lexicon, source, paragraph.statements[0])
    assert [assignment.topic for assignment in found] == topics
    assert [a.origin.rule for a in found] == [f"zh-Hans:topic:{topic}" for topic in topics]


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        (["举行选举。", "植树。"], True),
        (["植树。", "举行选举。", "举行选举。"], False),
        (["植树。", "举行选举。", "举行选举。", "举行选举。"], True),
        (["加强民主。"], False),
    ],
)
def test_a_point_is_about_paragraphs_with_its_topic(
    lexicon: Lexicon, sentences: list[str], found: bool
):
    """The first sentence or three others show a paragraph's main topic; democracy shows nothing."""
    point = "民主选举"
    source, paragraph = make_paragraph(*sentences)
    with_point = Source(source.path, source.text + point)
    span = Span(len(source.text), len(with_point.text))
    proposed = propose_correspondences(
        lexicon, with_point, [Point(number=4, span=span)], [paragraph]
    )
    rules = [(c.paragraph, c.origin.rule) for c in proposed[4]]
    assert rules == [("preamble/1", "zh-Hans:point:shared-topic")] * found


@pytest.fixture(scope="module")
def declaration() -> tuple[Source, tuple[Paragraph, ...]]:
    """The first declaration's source and paragraphs, without any review."""
    recipe = read_recipe(find_resource("data", "summit-for-democracy-2023"))
    held = recipe.held.source
    assert held is not None
    source = read_source(held.path, sha256=held.sha256)
    taken = [pair for part in lay_out_page(source, recipe.parts) for pair in part.taken]
    paragraphs = [
        paragraph
        for take, lines in taken
        if take.kind == "paragraphs"
        for paragraph in read_paragraphs(source, take, lines, sentence_end=recipe.text.sentence_end)
    ]
    return source, tuple(paragraphs)


def test_every_statement_of_the_declaration_has_sound_acts(
    lexicon: Lexicon, declaration: tuple[Source, tuple[Paragraph, ...]]
):
    """Markers lie in their statement and don't overlap; a fallback is never first beside others."""
    source, paragraphs = declaration
    count = 0
    for paragraph in paragraphs:
        for statement in paragraph.statements:
            acts = propose_acts(lexicon, source, paragraph, statement)
            markers = sorted(act.marker for act in acts if act.marker)
            assert acts
            assert all(statement.span.contains(marker) for marker in markers)
            assert all(a.end <= b.start for a, b in pairwise(markers))
            assert all(act.marker for act in acts if act.source == "explicit")
            assert acts[0].source != "none" or {act.source for act in acts} == {"none"}
            assert all(act.force in {"assert", "should"} for act in acts if act.source == "none")
            count += 1
    assert count == 106


def test_the_declaration_commits_31_times_in_so_many_words(
    lexicon: Lexicon, declaration: tuple[Source, tuple[Paragraph, ...]]
):
    """Of all the times the word stands in the text, the rest are nouns or others' commitments."""
    source, paragraphs = declaration
    acts = [
        act
        for paragraph in paragraphs
        for statement in paragraph.statements
        for act in propose_acts(lexicon, source, paragraph, statement)
    ]
    words = Counter(source.exact(act.marker) for act in acts if act.marker)
    text = "".join(source.exact(paragraph.span) for paragraph in paragraphs)
    assert (words["承诺"], text.count("承诺")) == (31, 43)
    assert all(act.binding for act in acts if act.force in {"commit", "undertake", "resolve"})
    assert [act.force for act in acts if act.negated] == ["commit", "should"]


def test_each_instrument_of_the_lexicon_is_cited(
    lexicon: Lexicon, declaration: tuple[Source, tuple[Paragraph, ...]]
):
    """All fifteen are found in the declaration, three of them more than once."""
    source, paragraphs = declaration
    found = Counter(
        citation.instrument
        for paragraph in paragraphs
        for statement in paragraph.statements
        for citation in propose_citations(lexicon, source, statement)
    )
    assert set(found) == {rule.slug for rule in lexicon.instruments}
    assert {name: count for name, count in found.items() if count > 1} == {
        "un-charter": 3, "ungps": 3, "uncac": 2,
    }  # fmt: skip
