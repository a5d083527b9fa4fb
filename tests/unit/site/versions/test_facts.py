from collections.abc import Iterable

import pytest

from communique.site.versions.change import Change, GraphState
from communique.site.versions.facts import Account, tell_change
from communique.site.versions.sentences import LONGEST

PREFIXES = {"ex": "https://example.org/terms#"}
CQ = "https://w3id.org/communique/ns#"
RDFS_LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
PREF_LABEL = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
GRAPH = "<https://example.org/graph/d>"
DERIVED = "<https://example.org/graph/d/derived>"


def write(lines: Iterable[str]) -> bytes:
    """Return triples as canonical N-Quads of one graph, those that name none."""
    quads = {line if line.count("/graph/") else f"{line} {GRAPH}" for line in lines}
    return b"".join(sorted(f"{quad} .\n".encode() for quad in quads))


def tell(before: Iterable[str], after: Iterable[str]) -> Account:
    """Return what is told of a change; facts and the rest are all that changed."""
    change = Change(GraphState(write(before)), GraphState(write(after)))
    account = tell_change(change, PREFIXES)
    assert sum(fact.quads for fact in account.facts) + account.other == change.size
    return account


def told(before: Iterable[str], after: Iterable[str]) -> list[str]:
    """Return the English sentences."""
    return [fact.words["en"] for fact in tell(before, after).facts]


def node(name: str) -> str:
    """Return a node of the data."""
    return f"<https://example.org/id/{name}>"


POLAND = [
    f"{node('state/POL')} {TYPE} <{CQ}State>",
    f'{node("state/POL")} {RDFS_LABEL} "Poland"@en',
    f'{node("state/POL")} {PREF_LABEL} "Poland"@en',
    f'{node("state/POL")} {PREF_LABEL} "Pologne"@fr',
]
DECLARATION = [f"{node('d')} {TYPE} <{CQ}Declaration>", f'{node("d")} {RDFS_LABEL} "D"@en']
ENDORSEMENT = [
    f"{node('d/endorsement/POL')} {TYPE} <{CQ}Endorsement>",
    f"{node('d/endorsement/POL')} <{CQ}endorser> {node('state/POL')}",
    f"{node('d/endorsement/POL')} <{CQ}declaration> {node('d')}",
    f"{node('state/POL')} <{CQ}endorses> {node('d')} {DERIVED}",
]


def test_an_endorsement_and_its_shortcut_are_one_fact():
    """Whoever comes or goes, the derived triple is told with it."""
    known = [*POLAND, *DECLARATION]
    account = tell(known, [*known, *ENDORSEMENT])
    assert [(fact.words["en"], fact.quads) for fact in account.facts] == [("Poland endorses D.", 4)]
    assert told([*known, *ENDORSEMENT], known) == ["Poland no longer endorses D."]


def test_a_name_and_the_label_that_repeats_it_are_one_fact():
    """The other languages stay."""
    renamed = [line.replace('"Poland"', '"Republic of Poland"') for line in POLAND]
    account = tell([*POLAND, *DECLARATION], [*renamed, *DECLARATION])
    (fact,) = account.facts
    words = "Republic of Poland: name (en) changed from “Poland” to “Republic of Poland”."
    assert (fact.words["en"], fact.quads) == (words, 4)
    assert fact.words["zh-Hans"] == (
        "Republic of Poland：名称（en）由“Poland”改为“Republic of Poland”。"
    )


def test_a_label_that_says_something_else_is_a_fact_of_its_own():
    """Only a repetition is left out."""
    changed = [line.replace('"Pologne"', '"La Pologne"') for line in POLAND]
    changed = [line.replace(f'{RDFS_LABEL} "Poland"', f'{RDFS_LABEL} "PL"') for line in changed]
    assert told(POLAND, changed) == [
        "PL: label (en) changed from “Poland” to “PL”.",
        "PL: name (fr) changed from “Pologne” to “La Pologne”.",
    ]


def test_a_node_is_new_or_gone_by_its_class():
    """Unlabelled ones are called by their IRI."""
    assert told(DECLARATION, [*DECLARATION, *POLAND]) == [f"New {CQ}State: Poland."]
    assert told([*DECLARATION, *POLAND], DECLARATION) == [f"No longer there, {CQ}State: Poland."]
    assert told([], [f"{node('x')} <{CQ}number> {node('y')}"]) == [
        "New thing: https://example.org/id/x."
    ]


def test_anything_else_is_told_by_property_and_value():
    """Values that come, go or change; with a prefix where the table has one."""
    line = f"{node('state/POL')} <https://example.org/terms#size>"
    integer = "<http://www.w3.org/2001/XMLSchema#integer>"
    assert told(POLAND, [*POLAND, f'{line} "3"^^{integer}']) == ["Poland: ex:size 3 added."]
    assert told([*POLAND, f'{line} "3"'], POLAND) == ["Poland: ex:size “3” removed."]
    assert told([*POLAND, f'{line} "3"'], [*POLAND, f'{line} "4"']) == [
        "Poland: ex:size changed from “3” to “4”."
    ]


def test_a_triple_that_goes_to_another_graph_is_no_fact():
    """It is counted with the rest."""
    line = f"{node('state/POL')} <{CQ}mentions> {node('d')}"
    account = tell([*POLAND, line], [*POLAND, f"{line} {DERIVED}"])
    assert (list(account.facts), account.other) == ([], 2)


@pytest.mark.parametrize(
    "words",
    ["{who} {0} {}", "<script>alert(1)</script>", "]]>", "%s %(x)s", "{{ 7 * 7 }}", "“”"],
)
def test_words_of_the_data_stand_as_they_are(words: str):
    """Nothing in them is taken for a placeholder."""
    line = f"{node('state/POL')} <https://example.org/terms#says>"
    assert told(POLAND, [*POLAND, f'{line} "{words}"']) == [f"Poland: ex:says “{words}” added."]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"a\nb\tc\rd", "a b c d"),
        (r"a\u0000\u0008\u001Bb", "a\ufffd\ufffd\ufffdb"),
        (r"\u202Eabc", "\ufffdabc"),
        (r"\u2066abc\u2069", "\ufffdabc\ufffd"),
        (r"\uFFFE", "\ufffd"),
        ("x" * 1000, "x" * (LONGEST - 1) + "…"),
    ],
)
def test_words_that_would_break_a_page_or_a_feed_are_made_harmless(written: str, shown: str):
    """Line breaks, what no XML may hold, what turns the writing round, and sheer length."""
    line = f"{node('state/POL')} <https://example.org/terms#says>"
    assert told(POLAND, [*POLAND, f'{line} "{written}"']) == [f"Poland: ex:says “{shown}” added."]
