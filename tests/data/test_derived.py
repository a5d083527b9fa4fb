"""Each shortcut agrees with what it stands for, both ways (`docs/model.md`)."""

import pyoxigraph as ox
import pytest
from tests.conftest import SLUG, Graph

DERIVED = f"https://w3id.org/communique/graph/{SLUG}/derived"
#: Shortcut (with the class of its subject) and the pattern that it is derived from.
SHORTCUTS = {
    ("Statement", "cq:force"): "?from cq:act/cq:force ?to",
    ("Statement", "cq:primaryForce"): "?from cq:act ?act . ?act cq:number 1 ; cq:force ?to",
    ("Statement", "cq:cites"): "?from cq:citation/cq:instrument ?to",
    ("Statement", "dcterms:subject"): "?from cq:topicAssignment/cq:topic ?to",
    ("Paragraph", "dcterms:subject"): "?from cq:hasStatement/cq:topicAssignment/cq:topic ?to",
    ("Party", "cq:endorses"): "?one a cq:Endorsement ; cq:endorser ?from ; cq:declaration ?to",
    ("Party", "cq:reservesOn"): "?one a cq:Reservation ; cq:state ?from ; cq:paragraph ?to",
    ("Paragraph", "cq:reservedBy"): "?one a cq:Reservation ; cq:paragraph ?from ; cq:state ?to",
    ("SummaryPoint", "cq:summarises"): "?from cq:correspondence/cq:paragraph ?to",
    ("Event", "cq:host"): "?passage cq:role cq:HostMention ; cq:mentions ?to . ?from a cq:Event",
}


@pytest.mark.parametrize(("kind", "shortcut"), SHORTCUTS)
def test_a_shortcut_says_what_its_annotations_say(graph: Graph, kind: str, shortcut: str):
    """No pair more, none less."""
    pattern = SHORTCUTS[kind, shortcut]
    short = graph.select(
        f"SELECT ?from ?to {{ GRAPH <{DERIVED}> {{ ?from {shortcut} ?to }} ?from a cq:{kind} }}"
    )
    long = graph.select(f"SELECT DISTINCT ?from ?to {{ {pattern} . ?from a cq:{kind} }}")
    assert short
    assert sorted(short) == sorted(long)


def test_the_derived_graph_holds_shortcuts_only(graph: Graph):
    """Every triple in it is one of the shortcuts above."""
    known = " UNION ".join(
        f"{{ GRAPH <{DERIVED}> {{ ?from {shortcut} ?to }} ?from a cq:{kind} }}"
        for kind, shortcut in SHORTCUTS
    )
    listed = graph.select(f"SELECT DISTINCT ?from ?to {{ {known} }}")
    held = list(graph.store.quads_for_pattern(None, None, None, ox.NamedNode(DERIVED)))
    pairs = {(quad.subject, quad.object) for quad in held}
    assert len(pairs) == len(listed)


def test_no_shortcut_stands_among_what_was_read(graph: Graph):
    """Only the forces of acts: `cq:force` of a statement is in the derived graph alone."""
    read = f"https://w3id.org/communique/graph/{SLUG}"
    own = graph.column(
        f"""SELECT ?s {{ GRAPH <{read}> {{ ?s ?shortcut ?o }}
        VALUES ?shortcut {{ cq:primaryForce cq:cites dcterms:subject cq:endorses cq:reservesOn
          cq:reservedBy cq:summarises cq:host }} }}"""
    )
    forces = graph.column(
        f"SELECT ?s {{ GRAPH <{read}> {{ ?s cq:force ?o }} FILTER NOT EXISTS {{ ?s a cq:Act }} }}"
    )
    assert own == forces == []


def test_every_statement_has_one_primary_force(graph: Graph):
    """106 statements, 106 primary forces."""
    rows = graph.select("SELECT ?s ?f { ?s a cq:Statement ; cq:primaryForce ?f }")
    assert len(rows) == len({statement for statement, _ in rows}) == 106


def test_a_commitment_is_a_statement_with_a_binding_act(graph: Graph):
    """The class and the acts say the same of each statement."""
    typed = graph.column("SELECT ?s { ?s a cq:Commitment }")
    binding = graph.column("SELECT DISTINCT ?s { ?s cq:act/cq:binding true }")
    statements = graph.column("SELECT ?s { ?s a cq:Commitment , cq:Statement }")
    assert sorted(typed) == sorted(binding) == sorted(statements)
    assert 40 < len(typed) < 80


def test_a_reservation_is_not_carried_over(graph: Graph):
    """Nothing links a state's reservation to a statement or a topic."""
    assert graph.column("SELECT ?topic { ?topic skos:inScheme id:scheme\\/topics }")
    rows = graph.select(
        """SELECT ?r ?target { ?r a cq:Reservation ; ?p ?target .
          { ?target a cq:Statement } UNION { ?target skos:inScheme id:scheme\\/topics } }"""
    )
    assert rows == []
