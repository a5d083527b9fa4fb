"""Each check of the ontology finds the fault that is planted for it, and nothing without one."""

import re
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
import yaml

from communique.check.ontology_checks import Row, read_checks, read_not_run, run_check
from communique.core.errors import InputError
from communique.core.resources import find_resource

FOLDER = Path(__file__).parents[2] / "ontology"
FAULTS = sorted(FOLDER.glob("*.ru"))
CHECKS = {check.code: check for check in read_checks(find_resource("shapes", "ontology"))}
NAMESPACE = "https://w3id.org/communique/ns#"


@cache
def _prefixes() -> str:
    """Return the prefixes of the clean ontology as SPARQL writes them."""
    text = (FOLDER / "clean.trig").read_text("utf-8")
    return "".join(
        f"PREFIX {found}\n" for found in re.findall(r"^@prefix (\w+: <.+>) \.$", text, re.MULTILINE)
    )


def _open_clean() -> ox.Store:
    store = ox.Store()
    store.load(path=FOLDER / "clean.trig", format=ox.RdfFormat.TRIG)
    return store


def _expand(text: object) -> str:
    return re.sub(r"^cq:", NAMESPACE, str(text))


def test_no_check_finds_anything_in_the_clean_ontology():
    """Whatever a planted fault brings up is therefore due to the fault."""
    store = _open_clean()
    found = {code: run_check(check, store) for code, check in CHECKS.items()}
    assert {code: rows for code, rows in found.items() if rows} == {}


def test_every_check_has_a_fault_planted_for_it():
    """A check that can't find anything is a defect."""
    assert {path.name[:3] for path in FAULTS} == set(CHECKS)


@pytest.mark.parametrize("path", FAULTS, ids=lambda path: path.stem)
def test_a_planted_fault_is_found_by_the_check_meant_for_it(path: Path):
    """The check of that code finds exactly the rows named, and no other check finds more."""
    text = path.read_text("utf-8")
    head = "\n".join(line[2:] for line in text.splitlines() if line.startswith("#+"))
    wanted = yaml.safe_load(head)
    store = _open_clean()
    store.update(_prefixes() + text)
    found = {code: run_check(check, store) for code, check in CHECKS.items()}
    code = path.name[:3]
    assert found.pop(code) == sorted(
        Row(_expand(term), _expand("" if value is None else value))
        for term, value in wanted["finds"]
    )
    assert sorted(code for code, rows in found.items() if rows) == wanted.get("also", [])


def test_every_check_is_named_after_its_code():
    """The file's name begins with the code, and no code stands twice."""
    files = sorted(find_resource("shapes", "ontology").glob("*.rq"))
    assert len(files) == len(CHECKS)
    assert [check.path.name.partition("-")[0] for check in CHECKS.values()] == list(CHECKS)


def test_the_pitfalls_that_were_asked_for_have_a_check():
    """OOPS! P04 to P41, as far as they can be seen without a network."""
    numbers = (4, 6, 8, 10, 11, 13, 19, 22, 24, 32, 34, 35, 36, 38, 39, 41)
    sources = {source for check in CHECKS.values() for source in check.source}
    assert {f"OOPS! P{number:02}" for number in numbers} - sources == set()


def test_what_needs_a_network_is_named_and_never_checked():
    """No published check is both run and not run."""
    not_run = {one.source for one in read_not_run(find_resource("shapes", "ontology"))}
    assert {"FOOPS! URI1", "FOOPS! CN1", "OOPS! P37"} <= not_run
    assert not_run & {source for check in CHECKS.values() for source in check.source} == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("SELECT ?term {}", "C073"),
        ("#+ code: X01\nSELECT ?term {}", "C015"),
        ("{head}ASK {{}}", "C073"),
        ("{head}SELECT ?term WHERE {{ broken", "C072"),
    ],
)
def test_a_malformed_check_is_refused(tmp_path: Path, text: str, code: str):
    """No front matter, a key missing, no SELECT, or broken SPARQL: each with its own error."""
    head = (
        "#+ {code: X01, source: [House], severity: info,"
        " title: {en: a, zh-Hans: b}, mend: {en: c, zh-Hans: d}}\n"
    )
    (tmp_path / "X01-x.rq").write_text(
        text.format(head=head) if "{head}" in text else text, "utf-8"
    )
    with pytest.raises(InputError) as caught:
        run_check(read_checks(tmp_path)[0], ox.Store())
    assert caught.value.code == code


def test_the_documentation_lists_every_check():
    """Code, severity, what it finds and what it stands for, as the front matter has them."""
    document = (FOLDER.parents[1] / "docs" / "ontology-quality.md").read_text("utf-8")
    rows = re.findall(r"^\| ([A-Z]\d\d) \| (\w+) \| (.+) \| (.+) \|$", document, re.MULTILINE)
    assert rows == [
        (check.code, check.severity, check.title["en"], ", ".join(check.source))
        for check in CHECKS.values()
    ]
    for one in read_not_run(find_resource("shapes", "ontology")):
        assert f"| {one.source} | {one.title['en']} |" in document
