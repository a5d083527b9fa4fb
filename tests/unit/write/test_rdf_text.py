from collections.abc import Sequence

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from communique.write.rdf_text import TurtleWriter, write_nquads

BASE = "https://example.org/base/"
PREFIXES = {"cq": "https://w3id.org/communique/ns#", "ex": "https://example.org/"}
XSD = "http://www.w3.org/2001/XMLSchema#"
GRAPH = ox.NamedNode("https://example.org/graph")
HOSTILE = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
TAILS = st.one_of(
    st.sampled_from(
        ["", "id", "id/", "id/a/b", "id/./a", "id/../a", "id//a", "id/a.", "id/-", "graph/x",
         "id/a#char=0,3", "id/a#", "id/a?b", "a:b", "//c", "/d", "#", "id/é", "id/%41", "id/a~b"]
    ),
    st.from_regex(r"[A-Za-z0-9._~/?#%!$&'()*+,;=:@-]{0,20}", fullmatch=True),
)  # fmt: skip
STARTS = st.sampled_from(
    [BASE, *PREFIXES.values(), "https://example.org", "urn:x:", "HTTPS://E.org/"]
)


def _node(start: str, tail: str) -> ox.NamedNode | None:
    try:
        return ox.NamedNode(start + tail)
    except ValueError:
        return None


NODES = st.builds(_node, STARTS, TAILS).filter(lambda node: node is not None)
DATATYPES = st.sampled_from(["integer", "boolean", "date", "string", "decimal", "double"]).map(
    lambda name: ox.NamedNode(XSD + name)
)
LITERALS = st.one_of(
    st.builds(ox.Literal, HOSTILE),
    st.builds(ox.Literal, HOSTILE, language=st.sampled_from(["en", "zh-Hans", "ar", "de-CH-1901"])),
    st.builds(
        ox.Literal,
        st.one_of(HOSTILE, st.sampled_from(["1", "01", "-0", "+1", "-7", "true", "TRUE", "1.0"])),
        datatype=st.one_of(DATATYPES, NODES),
    ),
)
QUADS = st.lists(
    st.builds(ox.Quad, NODES, NODES, st.one_of(NODES, LITERALS), st.just(GRAPH)), max_size=8
)


def _writer() -> TurtleWriter:
    return TurtleWriter(prefixes=PREFIXES, base=BASE)


@given(QUADS)
def test_hostile_terms_come_back_through_turtle(quads: Sequence[ox.Quad]):
    """Quotes, controls, bidi marks, odd paths, ill-typed numbers: pyoxigraph has them all again."""
    data = _writer().write_turtle([quads])
    found = {quad.triple for quad in ox.parse(data, format=ox.RdfFormat.TURTLE)}
    assert found == {quad.triple for quad in quads}


@given(QUADS)
def test_hostile_terms_come_back_through_trig(quads: Sequence[ox.Quad]):
    """With the name of their graph."""
    data = _writer().write_trig({GRAPH.value: quads})
    assert set(ox.parse(data, format=ox.RdfFormat.TRIG)) == set(quads)


@given(QUADS)
def test_hostile_terms_come_back_through_n_quads(quads: Sequence[ox.Quad]):
    """Sorted, each once, one a line."""
    data = write_nquads([*quads, *quads])
    lines = data.splitlines(keepends=True)
    assert lines == sorted(set(lines))
    assert set(ox.parse(data, format=ox.RdfFormat.N_QUADS)) == set(quads)


@given(st.lists(HOSTILE, max_size=6))
def test_rdflib_reads_the_same_words(texts: list[str]):
    """A second parser, which shares no code with the first; it turns CR LF in literals into LF."""
    subject, predicate = ox.NamedNode(f"{BASE}id/s"), ox.NamedNode("https://example.org/p")
    quads = [ox.Quad(subject, predicate, ox.Literal(text), GRAPH) for text in texts]
    graph = rdflib.Graph().parse(data=_writer().write_turtle([quads]), format="turtle")
    assert {str(value) for value in graph.objects()} == set(texts)


@given(st.lists(NODES, max_size=6))
def test_rdflib_reads_the_same_iris(nodes: list[ox.NamedNode]):
    """Short or long, they resolve to what was written."""
    predicate = ox.NamedNode("https://example.org/p")
    quads = [ox.Quad(node, predicate, node, GRAPH) for node in nodes]
    graph = rdflib.Graph().parse(data=_writer().write_turtle([quads]), format="turtle")
    assert {str(node) for node in graph.subjects()} == {node.value for node in nodes}


def test_triples_of_a_subject_stand_together_one_value_a_line():
    """In the order of the build; what two graphs say of one subject is one block."""
    subject, other = ox.NamedNode(f"{BASE}id/s"), ox.NamedNode(f"{BASE}id/t")
    label = ox.NamedNode("https://example.org/label")
    kind = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    first = [
        ox.Quad(subject, kind, ox.NamedNode(PREFIXES["cq"] + "Act"), GRAPH),
        ox.Quad(subject, label, ox.Literal("b", language="en"), GRAPH),
        ox.Quad(other, label, ox.Literal(7), GRAPH),
    ]
    second = [ox.Quad(subject, label, ox.Literal(True), GRAPH), first[1]]
    assert _writer().write_turtle([first, second]).decode() == (
        "@base <https://example.org/base/> .\n"
        "@prefix cq: <https://w3id.org/communique/ns#> .\n"
        "@prefix ex: <https://example.org/> .\n\n"
        "<id/s>\n  a cq:Act ;\n"
        '  ex:label "b"@en ;\n  ex:label true ;\n  .\n'
        "<id/t>\n  ex:label 7 ;\n  .\n"
    )


def test_an_annotation_is_one_line():
    """One fact with its origin: a change of it is a change of one line."""
    subject, label = ox.NamedNode(f"{BASE}id/s"), ox.NamedNode("https://example.org/label")
    kind = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    types = [ox.NamedNode(PREFIXES["cq"] + name) for name in ("Act", "Annotation")]
    quads = [*(ox.Quad(subject, kind, one, GRAPH) for one in types)]
    quads.append(ox.Quad(subject, label, ox.Literal(7), GRAPH))
    written = _writer().write_turtle([quads]).decode()
    assert written.endswith("<id/s> a cq:Act , cq:Annotation ; ex:label 7 .\n")


def test_there_is_no_way_to_write_a_blank_node():
    """The data has none; one would change the bytes from build to build."""
    quad = ox.Quad(ox.BlankNode(), ox.NamedNode("https://example.org/p"), ox.Literal("x"), GRAPH)
    with pytest.raises(TypeError, match="no blank nodes"):
        _writer().write_turtle([[quad]])
