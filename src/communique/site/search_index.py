"""Site layer: the index of the search in the page: names and texts by pairs of characters.

Two characters are the shortest Chinese word; an index of pairs finds it, one of longer pieces
doesn't. The index is a script, so that it works from a folder without any server.
"""

from __future__ import annotations

import json
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

import pyoxigraph as ox

from communique.build.terms import cq
from communique.core.iris import Iris
from communique.site.addresses import LANGUAGES, Addresses
from communique.site.node_index import NodeIndex

_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_NAMES: Final = frozenset(
    [
        "http://www.w3.org/2000/01/rdf-schema#label",
        _SKOS + "prefLabel",
        _SKOS + "altLabel",
        cq("text").value,
        cq("nameAsListed").value,
        cq("alpha3").value,
    ]
)
_CLASSES: Final = ("Party", "Paragraph", "Statement", "Instrument", "Declaration")


def fold(text: str) -> str:
    """Return a text as it is compared: without case and accents, widths made one.

    >>> fold("Côte d’Ivoire Ａ")
    'cote d’ivoire a'
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in plain if not unicodedata.combining(char))


def split_pairs(text: str) -> set[str]:
    """Return the pairs of neighbouring characters of a folded text.

    >>> sorted(split_pairs("妇女和"))
    ['女和', '妇女']
    """
    return {text[place : place + 2] for place in range(len(text) - 1)}


def write_search_index(nodes: NodeIndex, addresses: Addresses, iris: Iris) -> bytes:
    """Return the script that gives the page its entries and, by pair, their numbers."""
    entries: list[dict[str, Any]] = []
    pairs: defaultdict[str, list[int]] = defaultdict(list)
    for thing in _find_things(nodes, iris):
        path = addresses.find(thing)
        if path is None:
            continue
        text = fold("\n".join(_read_names(nodes, thing)))
        for pair in sorted(split_pairs(text)):
            pairs[pair].append(len(entries))
        labels = {tag: nodes.label(thing, tag) for tag in LANGUAGES}
        entries.append({"path": path, "labels": labels, "text": text})
    return _write({"entries": entries, "pairs": {pair: pairs[pair] for pair in sorted(pairs)}})


def _find_things(nodes: NodeIndex, iris: Iris) -> Sequence[str]:
    classes = [nodes.of_type(cq(name)) for name in _CLASSES]
    in_scheme = ox.NamedNode(_SKOS + "inScheme")
    schemes = (iris.thing("scheme", name) for name in ("topics", "forces"))
    concepts = [nodes.sources(scheme, in_scheme) for scheme in schemes]
    return list(dict.fromkeys(one for things in (*classes, *concepts) for one in things))


def _read_names(nodes: NodeIndex, thing: str) -> list[str]:
    found = [
        triple.object.value
        for triple in nodes.outgoing[thing]
        if triple.predicate.value in _NAMES and isinstance(triple.object, ox.Literal)
    ]
    return list(dict.fromkeys(found))


def _write(index: Mapping[str, Any]) -> bytes:
    text = json.dumps(index, ensure_ascii=True, separators=(",", ":"))
    return f"globalThis.communiqueIndex={text};\n".encode()
