"""What changed between two builds of the real declaration, in words and in numbers."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.site.changes import RECIPE, REVIEW, Edit, build_nquads, copy_declaration

from communique.site.versions.change import Change, GraphState
from communique.site.versions.facts import Account, tell_change

TITLE = "Declaration of the Summit for Democracy (2023)"
SECOND = "Preamble paragraph 1, statement 2"
TOPICS = "topics: [democracy, human-rights, rule-of-law]"
FIRST_ACT = """      - force: reaffirm
        marker: 重申
        source: explicit
        binding: false"""
FIFTH_ACT = """      - force: recognise
        marker: 认识到
        source: explicit
        binding: false
      - force: commit"""
RESERVATION = [
    ("source.txt", "多米尼加共和国、巴拉圭、波兰\n", "多米尼加共和国、巴拉圭\n"),
    (RECIPE, "reservations: 19", "reservations: 18"),
]
#: Each change of the declaration's files with all that is told of it, in English and in Chinese.
CASES: dict[str, tuple[list[Edit], list[str], list[str]]] = {
    "a topic for another": (
        [(REVIEW, "food-security", "health")],
        [
            "Preamble paragraph 3, statement 6: topic food security removed.",
            "Preamble paragraph 3, statement 6: topic health added.",
        ],
        ["序言段落 3，第 6 句：移除主题粮食安全。", "序言段落 3，第 6 句：新增主题卫生健康。"],
    ),
    "the first of three topics gone, which renumbers the others": (
        [(REVIEW, TOPICS, "topics: [human-rights, rule-of-law]")],
        [f"{SECOND}: topic democracy removed."],
        ["序言段落 1，第 2 句：移除主题民主。"],
    ),
    "topics in another order": (
        [(REVIEW, TOPICS, "topics: [rule-of-law, human-rights, democracy]")],
        [],
        [],
    ),
    "another force, which binds": (
        [(REVIEW, FIRST_ACT, FIRST_ACT.replace("reaffirm", "commit").replace("false", "true"))],
        [
            "Preamble paragraph 1, statement 1, act 1: force changed from reaffirm to commit.",
            "Preamble paragraph 1, statement 1, act 1: binding changed from no to yes.",
            "Preamble paragraph 1, statement 1, act 1: origin changed from rule to curator.",
            "Preamble paragraph 1, statement 1: now also a commitment.",
        ],
        [
            "序言段落 1，第 1 句，行为 1：语力由重申改为承诺。",
            "序言段落 1，第 1 句，行为 1：自我约束由否改为是。",
            "序言段落 1，第 1 句，行为 1：出处由规则改为编者。",
            "序言段落 1，第 1 句：现也属于承诺语句。",
        ],
    ),
    "the first of two acts gone": (
        [(REVIEW, FIFTH_ACT, "      - force: commit")],
        ["Preamble paragraph 1, statement 5: act recognise removed."],
        ["序言段落 1，第 5 句：移除言语行为认识到。"],
    ),
    "a reservation gone, which moves all that follows": (
        RESERVATION,
        [
            "Poland no longer has a reservation on operative paragraph 9.",
            f"{TITLE}: number of reservations changed from 19 to 18.",
            f"{TITLE}, in zh-Hans, source: length in code points changed from 9822 to 9819.",
        ],
        ["波兰对执行段落 9不再有保留。"],
    ),
}


@pytest.fixture(scope="module")
def shipped() -> bytes:
    """The graph as it is shipped."""
    return build_nquads()


@pytest.fixture(scope="module")
def prefixes() -> Mapping[str, str]:
    """No prefixes: nothing told here has only an IRI."""
    return {}


def tell(before: bytes, after: bytes, prefixes: Mapping[str, str]) -> tuple[Change, Account]:
    """Return a change with what is told of it; facts and the rest are all that changed."""
    change = Change(GraphState(before), GraphState(after))
    account = tell_change(change, prefixes)
    assert sum(fact.quads for fact in account.facts) + account.other == change.size
    assert change.size == len(change.added) + len(change.removed)
    return change, account


@pytest.mark.parametrize("name", CASES)
def test_a_changed_fact_is_told_in_both_languages(
    name: str, shipped: bytes, prefixes: Mapping[str, str], tmp_path: Path
):
    """Each sentence is there, no other one is, and each quad belongs to one or to the rest."""
    edits, english, chinese = CASES[name]
    after = build_nquads(copy_declaration(tmp_path, *edits))
    change, account = tell(shipped, after, prefixes)
    told = [fact.words["en"] for fact in account.facts]
    moved = "checksum" in " ".join(told)
    assert [words for words in told if "checksum" not in words] == english
    found = [fact.words["zh-Hans"] for fact in account.facts]
    assert found[: len(chinese)] == chinese
    assert moved == any(file == "source.txt" for file, _, _ in edits)
    assert change.size > 0


def test_the_way_back_tells_the_opposite(
    shipped: bytes, prefixes: Mapping[str, str], tmp_path: Path
):
    """What went comes, and the numbers agree."""
    other = build_nquads(copy_declaration(tmp_path, *RESERVATION))
    forth, there = tell(shipped, other, prefixes)
    back, again = tell(other, shipped, prefixes)
    assert again.facts[0].words["en"] == "Poland has a reservation on operative paragraph 9."
    assert (len(back.added), len(back.removed)) == (len(forth.removed), len(forth.added))
    assert again.other == there.other > 100


def test_a_declaration_that_is_new_is_one_fact(shipped: bytes, prefixes: Mapping[str, str]):
    """Seventeen thousand quads are told in one sentence, with what the declaration holds."""
    lines = shipped.splitlines(keepends=True)
    without = b"".join(line for line in lines if b"summit-for-democracy-2023" not in line)
    for before, after, words in (
        (without, shipped, "New declaration: "),
        (shipped, without, "Declaration no longer there: "),
    ):
        _, account = tell(before, after, prefixes)
        first = account.facts[0]
        assert first.words["en"] == (
            f"{words}{TITLE}. Paragraphs: 22; statements: 106; endorsements: 73; reservations: 19."
        )
        assert first.quads > 17_000
        assert first.subject.endswith("id/summit-for-democracy-2023")


def test_each_quad_that_is_left_out_alone_is_told_or_counted(
    shipped: bytes, prefixes: Mapping[str, str]
):
    """One line taken out of each fifty: whatever it says, the numbers agree."""
    lines = shipped.splitlines(keepends=True)
    for start in (7, 31):
        kept = b"".join(line for place, line in enumerate(lines) if place % 50 != start)
        change, account = tell(shipped, kept, prefixes)
        assert change.size == len(lines[start::50])
        assert len(account.facts) > 100
