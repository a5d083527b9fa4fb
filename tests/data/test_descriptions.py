"""Everything is typed and labelled, and nothing leads to a thing that no graph describes."""

from tests.conftest import Graph

BASE = "https://w3id.org/communique/"


def test_everything_has_a_type(graph: Graph):
    """In every graph, whatever has a property has a type."""
    query = "SELECT DISTINCT ?thing { ?thing ?p ?o FILTER NOT EXISTS { ?thing a ?type } }"
    outside = [iri for iri in graph.column(query) if iri.startswith(BASE)]
    assert outside == []


def test_every_type_is_written_out(graph: Graph):
    """Who asks for the superclass gets its subclasses' members without inference."""
    missing = graph.select(
        """SELECT ?thing ?super { ?thing a ?type . ?type rdfs:subClassOf+ ?super
          FILTER (STRSTARTS(STR(?super), STR(cq:))) FILTER NOT EXISTS { ?thing a ?super } }"""
    )
    assert missing == []


def test_everything_has_a_label_in_english_and_chinese(graph: Graph):
    """One `rdfs:label` in each language, for every thing, document, graph, concept and term."""
    rows = graph.select(
        """SELECT ?thing (GROUP_CONCAT(LCASE(LANG(?label)); separator=' ') AS ?languages)
        { { SELECT DISTINCT ?thing { ?thing a ?type } } OPTIONAL { ?thing rdfs:label ?label } }
        GROUP BY ?thing"""
    )
    wrong = {
        thing: languages
        for thing, languages in rows
        if thing.startswith(BASE) and sorted(languages.split()) != ["en", "zh-hans"]
    }
    assert wrong == {}


def test_labels_say_something_and_are_no_longer_than_names(graph: Graph):
    """No label is empty; none holds a sentence of the source."""
    labels = graph.column(
        "SELECT DISTINCT ?label { ?thing rdfs:label ?label . ?thing cq:span|oa:start ?x }"
    )
    assert labels
    assert all(label.strip() == label != "" for label in labels)
    assert max(map(len, labels)) < 120


def test_every_link_to_a_thing_of_ours_leads_to_one(graph: Graph):
    """Whatever is named below the base is described somewhere in the data set."""
    rows = graph.column(
        """SELECT DISTINCT ?target { ?thing ?p ?target FILTER isIRI(?target)
          FILTER NOT EXISTS { ?target ?q ?value } }"""
    )
    ours = (f"{BASE}id/", f"{BASE}graph/", f"{BASE}ns#")
    assert rows, "links to other vocabularies were expected"
    assert [iri for iri in rows if iri.startswith(ours)] == []


def test_iris_are_ascii(graph: Graph):
    """Ours and those of others."""
    rows = graph.column(
        """SELECT DISTINCT ?iri
        { { ?iri ?p ?o } UNION { ?s ?iri ?o } UNION { ?s ?p ?iri FILTER isIRI(?iri) } }"""
    )
    assert [iri for iri in rows if not iri.isascii()] == []


def test_every_annotation_says_where_it_comes_from(graph: Graph):
    """One origin each; a rule's names the rule, a curator's never does."""
    rows = graph.select(
        """SELECT ?one ?origin ?rule { ?one a cq:Annotation OPTIONAL { ?one cq:origin ?origin }
          OPTIONAL { ?one cq:rule ?rule } }"""
    )
    assert len(rows) == len({one for one, _, _ in rows}) > 250
    names = {"Source": False, "Rule": True, "Curator": False}
    found = [(origin.rpartition("#")[2], bool(rule)) for _, origin, rule in rows]
    assert [pair for pair in found if names[pair[0]] != pair[1]] == []


def test_party_types_are_states_and_groups_only(graph: Graph):
    """The 73 endorsers are states as the class defines them; nothing is said of statehood."""
    query = "SELECT DISTINCT ?party { ?one cq:endorser ?party . ?party a cq:State }"
    endorsers = graph.column(query)
    assert len(endorsers) == 73
    notes = graph.column("SELECT (LCASE(LANG(?note)) AS ?l) { cq:State skos:scopeNote ?note }")
    assert sorted(notes) == ["en", "zh-hans"]
