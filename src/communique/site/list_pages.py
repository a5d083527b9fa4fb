"""Site layer: the lists of states, topics, forces and instruments, each with its numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import pyoxigraph as ox

from communique.build.terms import cq, dcterms
from communique.core.iris import Iris
from communique.site.force_signs import FORCE_SIGNS, OTHER_SIGN
from communique.site.node_index import NodeIndex, write_tag
from communique.site.page_writer import Page, PageWriter, Value
from communique.site.words import say

Row = tuple[Sequence[Value], ...]
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_IN_SCHEME: Final = ox.NamedNode(_SKOS + "inScheme")
_DEFINITION: Final = ox.NamedNode(_SKOS + "definition")


def write_list_pages(writer: PageWriter, language: str, iris: Iris) -> dict[str, bytes]:
    """Return the four lists in a language, by file."""
    pages = {}
    for name, (header, read) in _LISTS.items():
        page = Page(name, language)
        rows = read(writer.nodes, iris, language)
        intro = [say("kind_note", language)] if name == "states" else []
        pages[page.file] = writer.write(
            "table.html",
            page,
            title=say(name, language),
            intro=intro,
            header=[say(key, language) for key in header],
            rows=rows,
        )
    return pages


def _thing(iri: str) -> list[Value]:
    return [Value(iri, "", "")]


def _text(text: str, tag: str = "") -> list[Value]:
    return [Value(None, text, tag)]


def _read_states(nodes: NodeIndex, _iris: Iris, language: str) -> list[Row]:
    return [
        _read_state(nodes, state, language)
        for state in sorted(nodes.of_type(cq("Party")), key=lambda one: nodes.label(one, language))
        if nodes.values(state, cq("endorses"))
    ]


def _read_state(nodes: NodeIndex, state: str, language: str) -> Row:
    endorsements = nodes.sources(state, cq("endorser"))
    listed: list[Value] = []
    for endorsement in endorsements:
        for triple in nodes.outgoing[endorsement]:
            if triple.predicate == cq("nameAsListed") and isinstance(triple.object, ox.Literal):
                tag = write_tag(triple.object.language or "")
                listed.append(Value(None, triple.object.value, tag))
    marked = any(nodes.value(one, cq("asterisk")) == "true" for one in endorsements)
    reserved = [Value(iri, "", "") for iri in nodes.values(state, cq("reservesOn"))]
    return (_thing(state), listed, _text(say("yes" if marked else "no", language)), reserved)


def _in_scheme(nodes: NodeIndex, scheme: str) -> list[str]:
    return nodes.sources(scheme, _IN_SCHEME)


def _define(nodes: NodeIndex, iri: str, language: str) -> list[Value]:
    words = nodes.value(iri, _DEFINITION, language=language)
    return _text(words) if words else []


def _read_topics(nodes: NodeIndex, iris: Iris, language: str) -> list[Row]:
    statements = set(nodes.of_type(cq("Statement")))
    found = []
    for topic in _in_scheme(nodes, iris.thing("scheme", "topics")):
        about = [one for one in nodes.sources(topic, dcterms("subject")) if one in statements]
        found.append((len(about), topic))
    ranked = sorted(found, key=lambda pair: (-pair[0], pair[1]))
    return [(_thing(t), _text(str(n)), _define(nodes, t, language)) for n, t in ranked]


def _read_forces(nodes: NodeIndex, iris: Iris, language: str) -> list[Row]:
    statements = set(nodes.of_type(cq("Statement")))
    rows: list[Row] = []
    for force in _in_scheme(nodes, iris.thing("scheme", "forces")):
        count = sum(one in statements for one in nodes.sources(force, cq("force")))
        sign = FORCE_SIGNS.get(force.rpartition("/")[2], OTHER_SIGN)
        words = (_text(sign), _text(str(count)), _define(nodes, force, language))
        rows.append((_thing(force), *words))
    return rows


def _read_instruments(nodes: NodeIndex, _iris: Iris, _language: str) -> list[Row]:
    found = [(len(nodes.sources(one, cq("cites"))), one) for one in nodes.of_type(cq("Instrument"))]
    ranked = sorted(found, key=lambda pair: (-pair[0], pair[1]))
    return [(_thing(one), _text(str(count))) for count, one in ranked]


_Reader = Callable[[NodeIndex, Iris, str], Sequence[Row]]
_LISTS: Final[Mapping[str, tuple[Sequence[str], _Reader]]] = {
    "states": (("state", "listed_name", "asterisk", "reserves_on"), _read_states),
    "topics": (("topic", "statements", "definition"), _read_topics),
    "forces": (("force", "sign", "statements", "definition"), _read_forces),
    "instruments": (("instrument", "statements"), _read_instruments),
}
