"""Build layer: `graph/wikidata`, a snapshot in Wikidata's own vocabulary.

It is what `communique link refresh` kept of Wikidata or, where that has never been run, made from
the records and labelled as constructed. It stands in a file of its own, outside every merged one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from communique.build.graph import GraphBuilder
from communique.build.labels import bilingual
from communique.build.terms import DATASET, LABEL
from communique.core.iris import Iris
from communique.core.model import PartyRecord
from communique.core.resources import find_resource
from communique.read.links import WIKIDATA_ENTITY
from communique.read.snapshot import (
    KEPT_FILE,
    StateStatement,
    read_item_labels,
    read_kept_snapshot,
    read_statements,
)

_DIRECT: Final = "http://www.wikidata.org/prop/direct/"
#: ISO 3166-1 alpha-2 and alpha-3 as Wikidata's properties.
_CODES: Final = {"alpha2": "P297", "alpha3": "P298"}
#: Our language tags where Wikidata's labels use others.
_LANGUAGES: Final = {"zh-Hans": "zh-hans"}


def build_snapshot(
    records: Iterable[PartyRecord], iris: Iris, *, folder: Path | None = None
) -> list[ox.Quad]:
    """Return the snapshot's quads: `wd:Q36 wdt:P297 "PL"`.

    `folder` is `data/wikidata/`, the shipped one if not given. Errors: C001 to C005, C100 and C102
    from its files.
    """
    source = folder or find_resource("data", "wikidata")
    if (source / KEPT_FILE).is_file():
        return [_rebase(quad, iris) for quad in read_kept_snapshot(source / KEPT_FILE)]
    return _construct(list(records), source, iris)


def _rebase(quad: ox.Quad, iris: Iris) -> ox.Quad:
    """Return a quad of the kept file in this base's graph; only the graph itself has our base."""
    subject = quad.subject
    if isinstance(subject, ox.NamedNode):
        subject = ox.NamedNode(iris.rebase(subject.value))
    graph = ox.NamedNode(iris.graph("wikidata"))
    return ox.Quad(subject, quad.predicate, quad.object, graph)


def _construct(records: list[PartyRecord], source: Path, iris: Iris) -> list[ox.Quad]:
    graph = GraphBuilder(iris.graph("wikidata"))
    labels = bilingual(
        "Snapshot of Wikidata: constructed, not from Wikidata",
        "维基数据快照：由本项目构造，并非取自维基数据",
    )
    graph.describe(graph.name, [DATASET], labels)
    for record in records:
        if record.wikidata is not None:
            _add_record(graph, record, _item(record.wikidata))
    items = {record.identifier: record.wikidata for record in records if record.wikidata}
    pointed_at = set(_add_statements(graph, source, items))
    for label in read_item_labels(source / "labels.csv"):
        if label.item in pointed_at:
            _add_label(graph, _item(label.item), label.language, label.name)
    return graph.quads


def _item(item: str) -> ox.NamedNode:
    return ox.NamedNode(WIKIDATA_ENTITY + item)


def _add_record(graph: GraphBuilder, record: PartyRecord, item: ox.NamedNode) -> None:
    for language, names in record.names.items():
        _add_label(graph, item, language, names[0])
    for scheme, direct in _CODES.items():
        if scheme in record.codes:
            graph.add_text(item, ox.NamedNode(_DIRECT + direct), record.codes[scheme])


def _add_label(graph: GraphBuilder, item: ox.NamedNode, language: str, name: str) -> None:
    graph.add_labels(item, LABEL, {_LANGUAGES.get(language, language): name})


def _add_statements(graph: GraphBuilder, source: Path, items: dict[str, str]) -> Iterator[str]:
    """Add what the table says of the linked states; yield the items that this points at."""
    for statement in read_statements(source / "statements.csv"):
        if statement.state in items:
            subject = _item(items[statement.state])
            graph.add(subject, ox.NamedNode(_DIRECT + statement.property), _value(statement))
            if statement.item is not None:
                yield statement.item


def _value(statement: StateStatement) -> ox.NamedNode | ox.Literal:
    return _item(statement.item) if statement.item else ox.Literal(statement.text)
