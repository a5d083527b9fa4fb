"""Link layer: the snapshot as Wikidata has it today, to be kept in place of the constructed one."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from communique.build.graph import GraphBuilder
from communique.build.labels import bilingual
from communique.build.terms import DATASET, dcterms
from communique.core.errors import OutputError, Place, ServiceError
from communique.core.iris import Iris
from communique.link.interview import Bindings, Interview
from communique.link.linked import Subject
from communique.link.whole_file import replace_file
from communique.link.wikidata import (
    DIRECT,
    LABEL,
    PROPERTIES,
    SAME_AS,
    Question,
    item_iri,
    list_languages,
)
from communique.query.answer import Value
from communique.read.links import WIKIDATA_ENTITY
from communique.read.snapshot import read_kept_snapshot
from communique.write.rdf_text import write_nquads

_ASKED: Final = (LABEL, SAME_AS, *(DIRECT + name for name in PROPERTIES))
#: Every pair of item and property comes back, so that a row that is lost on the way is noticed.
_QUESTION: Final = Question(
    ("item", "property", "value"),
    f"""  VALUES ?property {{ {" ".join(f"<{iri}>" for iri in _ASKED)} }}
  OPTIONAL {{
    ?item ?property ?value .
    FILTER(ISIRI(?value) || LANG(?value) IN ("", {list_languages()}))
  }}
""",
)
_LABELS: Final = Question(
    ("item", "label"),
    f"  OPTIONAL {{ ?item rdfs:label ?label . FILTER(LANG(?label) IN ({list_languages()})) }}\n",
)


@dataclass(frozen=True)
class Refreshed:
    """What Wikidata said: the quads to keep, or the items that it no longer has under that id."""

    quads: Sequence[ox.Quad]
    lost: Sequence[str]


def fetch_snapshot(
    subjects: Iterable[Subject], interview: Interview, *, today: datetime.date
) -> Refreshed:
    """Return the snapshot of the accepted items of states, in `graph/wikidata` of the default base.

    Nothing is to be kept if an item is lost (merged or deleted): its state would drop out of every
    joined answer. Errors: those of the interview, C101 also for a property that was left out.
    """
    accepted = (one.accepted for one in subjects if one.is_state)
    items = list(dict.fromkeys(link.item for link in accepted if link and link.item))
    rows = interview.ask(_QUESTION, [item_iri(item) for item in items])
    _require_pairs(rows, items, interview.endpoint.url)
    lost = _find_lost(rows, items)
    if lost:
        return Refreshed((), lost)
    graph = _describe(interview.endpoint.url, today)
    pointed_at = _add_values(graph, rows)
    targets: list[Value] = [ox.NamedNode(iri) for iri in sorted(pointed_at - _iris(items))]
    for row in interview.ask(_LABELS, targets):
        _add(graph, row["item"], ox.NamedNode(LABEL), row.get("label"))
    return Refreshed(graph.quads, ())


def write_snapshot(path: Path, quads: Sequence[ox.Quad]) -> None:
    """Replace the kept snapshot in one step; C060 if it can't be written, and the old one stays."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, write_nquads(quads))
    except OSError as error:
        problem = f"can't write the snapshot: {error.strerror}"
        mend = "Free space, check the permissions, or choose another file with --out."
        raise OutputError("C060", problem, mend=mend, place=Place(path)) from error


def read_known_labels(path: Path) -> dict[str, dict[str, str]]:
    """Return the names by item and language of the kept snapshot, or nothing if there is none.

    Errors: C102 if it is malformed.
    """
    labels: defaultdict[str, dict[str, str]] = defaultdict(dict)
    if not path.is_file():
        return {}
    for quad in read_kept_snapshot(path):
        item, name = quad.subject, quad.object
        if quad.predicate.value != LABEL or not isinstance(item, ox.NamedNode):
            continue
        if isinstance(name, ox.Literal) and name.language:
            labels[item.value.removeprefix(WIKIDATA_ENTITY)][name.language.lower()] = name.value
    return dict(labels)


def _iris(items: Iterable[str]) -> set[str]:
    return {WIKIDATA_ENTITY + item for item in items}


def _require_pairs(rows: Sequence[Bindings], items: Sequence[str], url: str) -> None:
    told = {(_iri(row["item"]), _iri(row["property"])) for row in rows if "property" in row}
    missing = {(iri, name) for iri in _iris(items) for name in _ASKED} - told
    if missing:
        item, name = min(missing)
        problem = f"{url} left out {len(missing)} properties, such as <{name}> of <{item}>"
        raise ServiceError("C101", problem, mend="Ask again later.")


def _find_lost(rows: Sequence[Bindings], items: Sequence[str]) -> list[str]:
    """Return the items that were merged into others, or have no name left."""
    valued = [row for row in rows if "value" in row]
    merged = {_iri(row["item"]) for row in valued if _iri(row["property"]) == SAME_AS}
    named = {_iri(row["item"]) for row in valued if _iri(row["property"]) == LABEL}
    kept = named - merged
    return [item for item in items if item_iri(item).value not in kept]


def _describe(url: str, today: datetime.date) -> GraphBuilder:
    graph = GraphBuilder(Iris().graph("wikidata"))
    labels = bilingual(
        f"Snapshot of Wikidata, as {url} gave it on {today.isoformat()}",
        f"维基数据快照：{today.isoformat()} 取自 {url}",
    )
    graph.describe(graph.name, [DATASET], labels)
    graph.add_date(graph.name, dcterms("created"), today)
    graph.add(graph.name, dcterms("source"), ox.NamedNode(url))
    return graph


def _add_values(graph: GraphBuilder, rows: Iterable[Bindings]) -> set[str]:
    """Add the values, and return the IRIs of the items among them."""
    pointed_at = set()
    for row in rows:
        value, name = row.get("value"), _iri(row["property"])
        _add(graph, row["item"], ox.NamedNode(name), value)
        if isinstance(value, ox.NamedNode) and value.value.startswith(WIKIDATA_ENTITY):
            pointed_at.add(value.value)
    return pointed_at


def _add(graph: GraphBuilder, subject: object, predicate: ox.NamedNode, value: object) -> None:
    """Add a value; Wikidata's 'unknown value', a blank node or an IRI of its own, is none."""
    if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.NamedNode | ox.Literal):
        return
    if isinstance(value, ox.Literal) or value.value.startswith(WIKIDATA_ENTITY):
        graph.add(subject, predicate, value)


def _iri(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else str(term)
