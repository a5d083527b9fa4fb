"""A change of one fact is a change of few lines, and of those lines only."""

import difflib
import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import SLUG

from communique.build.project import load_dataset
from communique.core.errors import InputError
from communique.core.model import Act, Declaration
from communique.core.resources import find_resource
from communique.write.prefixes import read_prefixes
from communique.write.rdf_text import TurtleWriter

Edit = Callable[[str], str]
REVIEW = f"data/{SLUG}/annotations.yaml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped folders that the package takes for its own."""
    for folder in ("data", "ontology"):
        shutil.copytree(find_resource(folder), tmp_path / folder)
    monkeypatch.setattr("communique.core.resources._root", lambda: tmp_path)
    return tmp_path


def _write_turtle() -> list[str]:
    dataset = load_dataset()
    prefixes = read_prefixes(find_resource("ontology", "prefixes.yaml"))
    writer = TurtleWriter(prefixes=prefixes, base=dataset.iris.base)
    parts = dataset.stand_alone(dataset.declarations[0])
    return writer.write_turtle(parts).decode().split("\n")


@pytest.fixture(scope="module")
def before() -> list[str]:
    """The declaration's Turtle without any edit."""
    return _write_turtle()


def _edit(path: Path, edit: Edit) -> None:
    text = path.read_text("utf-8")
    edited = edit(text)
    assert edited != text
    path.write_text(edited, "utf-8")


def _changes(before: list[str], path: Path, edit: Edit) -> tuple[list[str], list[str]]:
    """Return the lines that an edit takes away and those that it brings."""
    _edit(path, edit)
    difference = list(difflib.unified_diff(before, _write_turtle(), n=0, lineterm=""))[2:]
    gone = [line[1:] for line in difference if line.startswith("-")]
    come = [line[1:] for line in difference if line.startswith("+")]
    assert gone or come
    return gone, come


def _replace(old: str, new: str) -> Edit:
    return lambda text: text.replace(old, new, 1)


def _curated_act(declaration: Declaration) -> tuple[str, int, Act]:
    """Return an act that is the curator's, where another act binds too: statement, index, act."""
    for paragraph, statement in declaration.statements():
        for index, act in enumerate(statement.acts):
            others = [one for one in statement.acts if one is not act]
            if act.origin.kind == "curator" and any(one.binding for one in others):
                return f"{paragraph.identifier}/{statement.number}", index, act
    raise AssertionError("no act of a curator beside a binding one")


def _edit_act(key: str, index: int, field: str, value: str) -> Edit:
    """Return an edit of one field of one act in the review."""

    def edit(text: str) -> str:
        start = text.index(f"  {key}:\n")
        fields = list(re.compile(rf"(?<= ){field}: (\S+)").finditer(text, start))
        found = fields[index]
        return f"{text[: found.start(1)]}{value}{text[found.end(1) :]}"

    return edit


@pytest.mark.parametrize(
    ("path", "edit"),
    [
        ("data/states/names.csv", _replace("POL,en,preferred,Poland", "POL,en,preferred,Polonia")),
        ("ontology/topics.ttl", _replace('"elections"@en', '"polls"@en')),
        ("ontology/instruments.ttl", _replace("Charter of the United Nations", "The Charter")),
        (f"data/{SLUG}/declaration.yaml", _replace("Second Summit for", "The Second Summit for")),
    ],
    ids=["state", "topic", "instrument", "event"],
)
def test_a_name_is_at_most_three_lines(before: list[str], root: Path, path: str, edit: Edit):
    """The name of a state, a topic, an instrument, the summit."""
    gone, come = _changes(before, root / path, edit)
    assert len(gone) == len(come) <= 3


def test_the_force_of_a_curators_act_is_at_most_three_lines(
    before: list[str], root: Path, declaration: Declaration
):
    """The act's own force, the statement's shortcut, and its primary force if it is that."""
    key, index, act = _curated_act(declaration)
    forces = Counter(one.force for _, s in declaration.statements() for one in s.acts)
    assert forces[act.force] > 1, "its concept would leave the file, which is another fact"
    force = next(name for name, count in forces.most_common() if name != act.force and count)
    edit = _edit_act(key, index, "force", force)
    gone, come = _changes(before, root / REVIEW, edit)
    assert max(len(gone), len(come)) <= 3


def test_a_flipped_binding_of_a_curators_act_is_one_line(
    before: list[str], root: Path, declaration: Declaration
):
    """Another act still binds, so the statement stays a commitment."""
    key, index, act = _curated_act(declaration)
    edit = _edit_act(key, index, "binding", str(not act.binding).lower())
    gone, come = _changes(before, root / REVIEW, edit)
    old, new = (f"cq:binding {str(value).lower()} " for value in (act.binding, not act.binding))
    assert [line.replace(old, new) for line in gone] == come
    assert len(gone) == 1


STATEMENTS = [
    "preamble/1/1", "preamble/2/3", "preamble/3/5", "preamble/4/1", "operative/2/4",
    "operative/5/6", "operative/6/10", "operative/8/1", "operative/13/2", "operative/17/8",
]  # fmt: skip


@pytest.mark.parametrize("key", STATEMENTS)
@pytest.mark.parametrize(("field", "value"), [("force", "oppose"), ("force", "expect")])
def test_a_force_that_departs_from_a_rule_is_at_most_three_lines(
    before: list[str], root: Path, key: str, field: str, value: str
):
    """The act with its origin, the statement's shortcut, and its primary force if it is that."""
    gone, come = _changes(before, root / REVIEW, _edit_act(key, 0, field, value))
    assert max(len(gone), len(come)) <= 3
    assert any(f"{key.rpartition('/')[0]}/statement/" in line for line in come)


@pytest.mark.parametrize("key", STATEMENTS)
def test_a_binding_that_departs_from_a_rule_is_at_most_three_lines(
    before: list[str], root: Path, declaration: Declaration, key: str
):
    """The act with its origin, and the statement's types if it becomes or ceases a commitment."""
    found = {f"{p.identifier}/{s.number}": s for p, s in declaration.statements()}
    value = str(not found[key].acts[0].binding).lower()
    gone, come = _changes(before, root / REVIEW, _edit_act(key, 0, "binding", value))
    assert max(len(gone), len(come)) <= 3


def test_another_topic_is_at_most_three_lines(before: list[str], root: Path):
    """The assignment, the statement's shortcut and the paragraph's."""
    edit = _replace(
        "    topics: [democracy]\n  preamble/1/2", "    topics: [health]\n  preamble/1/2"
    )
    gone, come = _changes(before, root / REVIEW, edit)
    assert max(len(gone), len(come)) <= 3
    assert any("health" in line for line in come)


def test_a_name_that_two_parties_bear_is_refused_where_it_stands(root: Path):
    """No guess is made: the line and column of the name, and both parties."""
    _edit(root / "data/states/names.csv", lambda text: text + "PSE,zh-Hans,alias,波兰,a test\n")
    with pytest.raises(InputError) as caught:
        load_dataset()
    assert caught.value.code == "C031"
    assert re.search(
        r"source\.txt:\d+:\d+: C031 '波兰' may be state/POL, state/PSE\. ", str(caught.value)
    )
