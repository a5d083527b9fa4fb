"""Build layer: `graph/wikidata`, a snapshot in Wikidata's own vocabulary, made from the records.

It is labelled as constructed until it has been refreshed from Wikidata itself, and it stands in
a file of its own, outside every merged one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from communique.build.graph import GraphBuilder
from communique.build.labels import bilingual
from communique.build.terms import DATASET, LABEL
from communique.core.iris import Iris
from communique.core.model import PartyRecord

_ENTITY: Final = "http://www.wikidata.org/entity/"
_DIRECT: Final = "http://www.wikidata.org/prop/direct/"
#: ISO 3166-1 alpha-2 and alpha-3 as Wikidata's properties.
_CODES: Final = {"alpha2": ox.NamedNode(_DIRECT + "P297"), "alpha3": ox.NamedNode(_DIRECT + "P298")}
#: Our language tags where Wikidata's labels use others.
_LANGUAGES: Final = {"zh-Hans": "zh-hans"}


def build_snapshot(records: Iterable[PartyRecord], iris: Iris) -> list[ox.Quad]:
    """Return labels and codes of the linked items: `wd:Q36 wdt:P297 "PL"`."""
    graph = GraphBuilder(iris.graph("wikidata"))
    labels = bilingual(
        "Snapshot of Wikidata: constructed, not from Wikidata",
        "维基数据快照：由本项目构造，并非取自维基数据",
    )
    graph.describe(graph.name, [DATASET], labels)
    for record in records:
        if record.wikidata is None:
            continue
        item = ox.NamedNode(_ENTITY + record.wikidata)
        for language, names in record.names.items():
            graph.add_labels(item, LABEL, {_LANGUAGES.get(language, language): names[0]})
        for scheme, predicate in _CODES.items():
            if scheme in record.codes:
                graph.add_text(item, predicate, record.codes[scheme])
    return graph.quads
