"""Every format holds the same facts, as parsers that share no code with the writers read them."""

import json
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from pyld import jsonld
from tests.conftest import SLUG

Triple = tuple[str, str, str]
#: rdflib's own parsers still use what rdflib has deprecated.
ignore_rdflib = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


def _literal(words: str, datatype: str | None, language: str | None) -> str:
    """Return a literal as a string in which the case of its language tag doesn't count."""
    kind = f"@{language.lower()}" if language else f"^^{datatype or XSD_STRING}"
    return f"{json.dumps(words)}{kind}"


def _from_pyoxigraph(quads: Iterable[ox.Quad]) -> set[Triple]:
    def term(node: object) -> str:
        if isinstance(node, ox.Literal):
            return _literal(node.value, node.datatype.value, node.language)
        assert isinstance(node, ox.NamedNode)
        return f"<{node.value}>"

    return {(term(q.subject), term(q.predicate), term(q.object)) for q in quads}


def _from_rdflib(graph: rdflib.Graph) -> set[Triple]:
    def term(node: rdflib.term.Node) -> str:
        if isinstance(node, rdflib.Literal):
            return _literal(str(node), node.datatype, node.language)
        assert isinstance(node, rdflib.URIRef)
        return f"<{node}>"

    return {(term(s), term(p), term(o)) for s, p, o in graph}


def _from_pyld(document: object) -> set[Triple]:
    def refuse(url: str, _: object) -> None:
        raise AssertionError(f"a document was asked for: {url}")

    triples = jsonld.to_rdf(document, {"documentLoader": refuse})["@default"]

    def term(node: dict[str, str]) -> str:
        if node["type"] == "literal":
            return _literal(node["value"], node["datatype"], node.get("language"))
        assert node["type"] == "IRI"
        return f"<{node['value']}>"

    return {(term(t["subject"]), term(t["predicate"]), term(t["object"])) for t in triples}


@pytest.fixture(scope="module")
def stand_alone(built: Path) -> set[Triple]:
    """The triples of the declaration's own Turtle, as pyoxigraph reads them."""
    return _from_pyoxigraph(ox.parse(path=built / f"{SLUG}.ttl", format=ox.RdfFormat.TURTLE))


@pytest.fixture(scope="module")
def merged(built: Path) -> set[Triple]:
    """The triples of all graphs, out of the N-Quads."""
    return _from_pyoxigraph(ox.parse(path=built / "communique.nq", format=ox.RdfFormat.N_QUADS))


def test_rdflib_reads_the_same_from_the_turtle(built: Path, stand_alone: set[Triple]):
    """No triple more, none less."""
    graph = rdflib.Graph().parse(built / f"{SLUG}.ttl")
    assert len(graph) == len(stand_alone) > 15_000
    assert _from_rdflib(graph) == stand_alone


@ignore_rdflib
def test_rdflib_reads_the_same_from_the_json_ld(built: Path, stand_alone: set[Triple]):
    """The tree holds all that the Turtle holds."""
    graph = rdflib.Graph().parse(built / f"{SLUG}.jsonld", format="json-ld")
    assert _from_rdflib(graph) == stand_alone


def test_pyoxigraph_reads_the_same_from_the_json_ld(built: Path, stand_alone: set[Triple]):
    """A third parser agrees."""
    quads = ox.parse(path=built / f"{SLUG}.jsonld", format=ox.RdfFormat.JSON_LD)
    assert _from_pyoxigraph(quads) == stand_alone


def test_pyld_reads_the_same_from_the_json_ld_without_network(
    built: Path, stand_alone: set[Triple]
):
    """The context is inline: a loader that refuses every document is never called."""
    document = json.loads((built / f"{SLUG}.jsonld").read_text("utf-8"))
    assert _from_pyld(document) == stand_alone


def test_the_context_on_its_own_is_the_inline_one(built: Path):
    """`context.jsonld` says what stands in the declaration's file."""
    inline = json.loads((built / f"{SLUG}.jsonld").read_text("utf-8"))["@context"]
    alone = json.loads((built / "context.jsonld").read_text("utf-8"))
    assert alone == {"@context": inline}


def test_the_json_ld_is_a_tree_of_the_declaration(built: Path):
    """The root is the declaration; paragraphs hold statements, endorsements hold reservations."""
    root = json.loads((built / f"{SLUG}.jsonld").read_text("utf-8"))
    assert (root["id"], root["type"]) == (f"communique:id/{SLUG}", "Declaration")
    statements = [len(one.get("hasStatement", [])) for one in map(_listed, root["hasParagraph"])]
    assert statements[:5] == [6, 6, 10, 3, 0]
    assert len(root["endorsements"]) == len(root["endorsers"]) == 73
    held = [one["hasReservation"] for one in root["endorsements"] if "hasReservation" in one]
    assert len(held) == 13
    assert all(isinstance(one, (dict, list)) for one in held)


def _listed(node: dict[str, object]) -> dict[str, object]:
    value = node.get("hasStatement", [])
    return {"hasStatement": value if isinstance(value, list) else [value]}


def test_trig_holds_the_same_named_graphs_as_the_n_quads(built: Path):
    """Quad by quad, graph names included."""
    trig = set(ox.parse(path=built / "communique.trig", format=ox.RdfFormat.TRIG))
    nquads = set(ox.parse(path=built / "communique.nq", format=ox.RdfFormat.N_QUADS))
    assert trig == nquads


@ignore_rdflib
def test_rdflib_reads_the_same_graphs_from_the_trig(built: Path, merged: set[Triple]):
    """An independent parser agrees on triples and on the names of the graphs."""
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(built / "communique.trig", format="trig")
    triples = rdflib.Graph()
    triples += ((s, p, o) for s, p, o, _ in dataset.quads())
    assert _from_rdflib(triples) == merged
    names = {str(graph.identifier).rpartition("/graph/")[2] for graph in dataset.graphs() if graph}
    assert names == {
        SLUG, f"{SLUG}/derived", "states", "vocabularies", "ontology", "catalogue",
    }  # fmt: skip


def test_the_merged_turtle_holds_all_graphs(built: Path, merged: set[Triple]):
    """For stores with one default graph."""
    quads = ox.parse(path=built / "communique.ttl", format=ox.RdfFormat.TURTLE)
    assert _from_pyoxigraph(quads) == merged


def test_the_stand_alone_file_is_a_part_of_the_whole(stand_alone: set[Triple], merged: set[Triple]):
    """It says nothing that the whole doesn't say."""
    assert stand_alone < merged


def test_the_n_quads_are_in_canonical_form(built: Path):
    """RDFC-1.0 by pyoxigraph gives the very lines of the file, sorted by code point."""
    data = (built / "communique.nq").read_bytes()
    canonical = ox.Dataset(ox.parse(data, format=ox.RdfFormat.N_QUADS))
    canonical.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    lines = ox.serialize(canonical, format=ox.RdfFormat.N_QUADS).splitlines(keepends=True)
    assert b"".join(sorted(lines)) == data


def test_the_snapshot_stays_out_of_every_merged_file(built: Path, merged: set[Triple]):
    """It is labelled as constructed, speaks Wikidata's vocabulary and stands alone."""
    quads = list(ox.parse(path=built / "wikidata-snapshot.nq", format=ox.RdfFormat.N_QUADS))
    assert {quad.graph_name.value for quad in quads} == {
        "https://w3id.org/communique/graph/wikidata"
    }
    assert not _from_pyoxigraph(quads) & merged
    labels = [quad.object.value for quad in quads if quad.subject == quad.graph_name]
    assert any("constructed, not from Wikidata" in label for label in labels)
    codes = {
        (quad.subject.value, quad.object.value)
        for quad in quads
        if quad.predicate.value == "http://www.wikidata.org/prop/direct/P297"
    }
    assert ("http://www.wikidata.org/entity/Q36", "PL") in codes
