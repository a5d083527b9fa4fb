from pathlib import Path

import pyoxigraph as ox
import pytest

from communique.check.dataset_rules import check_dataset, read_dataset_rules
from communique.core.errors import InputError

HEADER = """\
#+ code: D99
#+ condition: {en: Everything has a label, zh-Hans: 一切均有标签}
#+ returns: [focus, value]
#+ message: {en: Add a label., zh-Hans: 请添加标签。}
#+ severity: Warning
"""
QUERY = """\
PREFIX ex: <https://example.org/>
SELECT ?focus ?value { ?focus ex:kind ?value FILTER NOT EXISTS { ?focus ex:label ?label } }
"""
EX = "https://example.org/"


def _quad(subject: str, predicate: str, value: str, graph: str) -> ox.Quad:
    nodes = [ox.NamedNode(EX + name) for name in (subject, predicate)]
    return ox.Quad(*nodes, ox.Literal(value), ox.NamedNode(EX + graph))


QUADS = [
    _quad("a", "kind", "x", "one"),
    _quad("b", "kind", "y", "one"),
    _quad("b", "label", "B", "two"),
]


def _write(tmp_path: Path, text: str) -> Path:
    (tmp_path / "dataset").mkdir(exist_ok=True)
    (tmp_path / "dataset" / "label.rq").write_text(text, "utf-8")
    return tmp_path


def test_a_rule_sees_all_graphs_at_once(tmp_path: Path):
    """What one graph lacks another may have; a row is a finding."""
    rules = read_dataset_rules(_write(tmp_path, HEADER + QUERY))
    (result,) = check_dataset(QUADS, rules, language="zh-Hans")
    assert result.key == (f"<{EX}a>", "", "dataset", "Warning")
    assert (result.shape, result.value, result.message) == ("D99", '"x"', "请添加标签。")


def test_a_message_falls_back_to_english(tmp_path: Path):
    """Where the rule has none in a language."""
    rules = read_dataset_rules(_write(tmp_path, HEADER + QUERY))
    assert [one.message for one in check_dataset(QUADS, rules, language="fr")] == ["Add a label."]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("C073", QUERY),
        ("C015", "#+ code: x\n" + QUERY),
        ("C016", HEADER.replace("Warning", "Fatal") + QUERY),
        ("C072", HEADER + QUERY.replace("SELECT", "SELEKT")),
        ("C073", HEADER + "ASK { ?s ?p ?o }"),
    ],
)
def test_a_faulty_rule_is_refused(tmp_path: Path, code: str, text: str):
    """No front matter, a key missing, an unknown severity, no SPARQL, no SELECT."""
    with pytest.raises(InputError) as caught:
        check_dataset(QUADS, read_dataset_rules(_write(tmp_path, text)), language="en")
    assert caught.value.code == code
    assert "label.rq" in str(caught.value)


def test_the_shipped_rules_can_be_read(built: Path):
    """And find nothing in the shipped data that makes it unacceptable."""
    from communique.core.resources import find_resource

    rules = read_dataset_rules(find_resource("shapes"))
    quads = list(ox.parse(path=built / "communique.nq", format=ox.RdfFormat.N_QUADS))
    found = check_dataset(quads, rules, language="en")
    assert [one for one in found if one.severity == "Violation"] == []
