"""Each rule across graphs finds the fault that it is meant for in the real data set."""

from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.conftest import SLUG

from communique.check.dataset_rules import check_store, read_dataset_rules
from communique.core.iris import DEFAULT_BASE
from communique.core.resources import find_resource

RULES = read_dataset_rules(find_resource("shapes"))
HEADER = f"""BASE <{DEFAULT_BASE}>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX d: <{DEFAULT_BASE}id/{SLUG}/>
PREFIX graph: <{DEFAULT_BASE}graph/>
PREFIX main: <{DEFAULT_BASE}graph/{SLUG}>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
_WORK, _POLAND, _ALBANIA = f"id/{SLUG}", "id/state/POL", "id/state/ALB"
_SENTENCE = f"{_WORK}/zh-Hans/operative/8/statement/1"


@dataclass(frozen=True)
class Fault:
    """A SPARQL update of the data set, the rule meant for it, and the nodes that it must name.

    `also` are rules that name the same nodes for the same fault.
    """

    name: str
    rule: str
    update: str
    focuses: tuple[str, ...]
    also: tuple[str, ...] = ()


def _put(graph: str, triple: str) -> str:
    return f"INSERT DATA {{ GRAPH {graph} {{ {triple} }} }}"


FAULTS = [
    Fault(
        "a shortcut outside its graph",
        "D01",
        _put("main:", f"<{_POLAND}> cq:endorses <{_WORK}>"),
        (_POLAND,),
    ),
    Fault(
        "a statement's force outside the derived graph",
        "D01",
        _put("main:", f"<{_SENTENCE}> cq:force <id/force/undertake>"),
        (_SENTENCE,),
    ),
    Fault(
        "a code among the shortcuts",
        "D02",
        _put(r"main:\/derived", f'<{_POLAND}> cq:alpha3 "POL"'),
        (_POLAND,),
    ),
    Fault(
        "one character of a leaf changed",
        "D03",
        "DELETE { GRAPH ?g { ?leaf oa:exact ?words } } "
        'INSERT { GRAPH ?g { ?leaf oa:exact "波斯" } } '
        r"WHERE { GRAPH ?g { d:endorsement\/POL cq:span ?leaf . ?leaf oa:exact ?words } }",
        (f"{_WORK}/zh-Hans/source",),
    ),
    Fault(
        "a paragraph of two declarations",
        "D04",
        _put("graph:other", r"<id/other> cq:hasParagraph d:operative\/8"),
        (_WORK, "id/other"),
    ),
    Fault(
        "one item for two states",
        "D05",
        _put("graph:states", "<id/state/XXX> cq:wikidata <http://www.wikidata.org/entity/Q36>"),
        (_POLAND, "id/state/XXX"),
    ),
    Fault(
        "an identity link",
        "D06",
        _put("graph:states", f"<{_POLAND}> owl:sameAs <http://www.wikidata.org/entity/Q36>"),
        (_POLAND,),
        also=("D09",),  # the ontology declares no such predicate
    ),
    Fault(
        "a state that is a concept's match",
        "D06",
        _put("graph:states", f"<{_POLAND}> skos:exactMatch <http://www.wikidata.org/entity/Q36>"),
        (_POLAND,),
        also=("D09",),  # the ontology declares no such predicate
    ),
    Fault("a blank node", "D07", _put("graph:states", f"<{_POLAND}> skos:altLabel []"), (_POLAND,)),
    Fault(
        "an instrument that nobody cites",
        "D08",
        "DELETE { GRAPH ?g { ?citation cq:instrument <id/instrument/icc> } } "
        "WHERE { GRAPH ?g { ?citation cq:instrument <id/instrument/icc> } }",
        ("id/instrument/icc",),
    ),
    Fault(
        "a misspelt predicate",
        "D09",
        _put("graph:states", f"<{_POLAND}> prov:wasQuotedFrm <{_WORK}>"),
        (_POLAND,),
    ),
    Fault(
        "an endorser that nothing describes",
        "D10",
        f"DELETE WHERE {{ GRAPH graph:states {{ <{_ALBANIA}> ?p ?o }} }}",
        (f"{_WORK}/endorsement/ALB",),
    ),
]


@pytest.fixture(scope="module")
def quads(built: Path) -> list[ox.Quad]:
    """The real data set."""
    return list(ox.parse(path=built / "communique.nq", format=ox.RdfFormat.N_QUADS))


def test_every_rule_has_a_fault():
    """And no fault is meant for a rule that isn't there."""
    assert {fault.rule for fault in FAULTS} == {rule.name for rule in RULES}


def test_no_rule_finds_anything_in_the_real_data(quads: list[ox.Quad]):
    """Not even a warning."""
    assert check_store(_load(quads), RULES, language="en") == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_found_by_the_rule_meant_for_it(fault: Fault, quads: list[ox.Quad]):
    """With the nodes that are wrong as focus, and by no other rule."""
    store = _load(quads)
    store.update(HEADER + fault.update)
    found = {(one.shape, one.focus) for one in check_store(store, RULES, language="en")}
    focuses = [f"<{DEFAULT_BASE}{focus}>" for focus in fault.focuses]
    assert found == {(rule, focus) for rule in (fault.rule, *fault.also) for focus in focuses}


def _load(quads: list[ox.Quad]) -> ox.Store:
    store = ox.Store()
    store.bulk_extend(quads)
    return store
