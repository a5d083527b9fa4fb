"""Site layer: what the editor is filled with: the canned questions as tabs, prefixes, terms."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import pyoxigraph as ox

from communique.build.terms import TYPE
from communique.core.iris import NAMESPACE, Iris
from communique.query.canned import CannedQuery
from communique.query.labels import choose_label
from communique.query.sparql_text import insert_values
from communique.site.addresses import Addresses
from communique.site.editor.words import say_all
from communique.site.question_pages import Answered

#: The file of the build that is asked in the browser: all graphs, a quarter of the N-Quads' size.
DATA_FILE: Final = "files/communique.trig"
#: What is asked beside it where a query speaks Wikidata's own vocabulary.
SNAPSHOT_FILE: Final = "files/wikidata-snapshot.nq"
_OWL: Final = "http://www.w3.org/2002/07/owl#"
_KINDS: Final[Mapping[str, Sequence[str]]] = {
    "classes": ("Class",),
    "properties": ("ObjectProperty", "DatatypeProperty", "AnnotationProperty"),
}
_FIRST_QUERY: Final = """\
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

# {comment}
SELECT ?state ?name ?paragraph WHERE {{
  ?state a cq:State ;
    rdfs:label ?name ;
    cq:reservesOn ?paragraph .
  FILTER(LANGMATCHES(LANG(?name), "{language}"))
}}
ORDER BY ?name STR(?paragraph)
"""
_COMMENTS: Final = {
    "en": "Which states reserved on which paragraphs?",
    "zh-Hans": "哪些国家对哪些段落有保留？",
}


def write_catalogue(
    answers: Sequence[Answered],
    quads: Sequence[ox.Quad],
    *,
    prefixes: Mapping[str, str],
    addresses: Addresses,
    iris: Iris,
    language: str,
) -> bytes:
    """Return the catalogue in a language as JSON, for the editor's script.

    Questions whose example isn't in this data set are left out.
    """
    catalogue = {
        "base": iris.base,
        "data": DATA_FILE,
        "first": _FIRST_QUERY.format(comment=_COMMENTS[language], language=language),
        "marked": dict(_list_marked(addresses, iris)),
        "namespace": NAMESPACE,
        "prefixes": dict(prefixes),
        "snapshot": SNAPSHOT_FILE,
        "questions": [
            {
                "group": one.query.group,
                "id": one.query.name,
                "name": one.query.question[language],
                "query": write_question(one, language),
            }
            for one in answers
            if one.table is not None
        ],
        "terms": _list_terms(quads),
        "words": say_all(language),
    }
    return json.dumps(catalogue, ensure_ascii=False, sort_keys=True).encode()


def write_question(answered: Answered, language: str) -> str:
    """Return a question's SPARQL with its values bound; the front matter becomes a line or two.

    Other comments stay where they are.
    """
    query, values = answered.query, answered.values
    head = [f"# {query.question[language]}"]
    if values:
        names = ", ".join(f"?{name}" for name in values)
        head.append(f"# {say_all(language)['query_by']}: {names}")
    if answered.snapshot:
        head.append(f"# {choose_label(answered.snapshot, language)}")
    lines = query.sparql.split("\n")
    body = "\n".join(line for line in lines if not line.startswith("#+"))
    return "\n".join([*head, insert_values(body, values)]).rstrip() + "\n"


def _list_terms(quads: Sequence[ox.Quad]) -> dict[str, list[str]]:
    """Return the classes and properties that the vocabulary defines, for completing words."""
    found: dict[str, list[str]] = {}
    for kind, types in _KINDS.items():
        wanted = {ox.NamedNode(_OWL + name) for name in types}
        typed = {one.subject for one in quads if one.predicate == TYPE and one.object in wanted}
        found[kind] = sorted(one.value for one in typed if isinstance(one, ox.NamedNode))
    return found


def _list_marked(addresses: Addresses, iris: Iris) -> Iterator[tuple[str, str]]:
    """Yield the documents whose path isn't their IRI's, which a script couldn't guess."""
    for document, path in addresses.paths.items():
        rest = document.removeprefix(iris.base)
        guess = f"doc/{rest.removeprefix('id/')}" if rest.startswith("id/") else rest
        if path not in (guess, "ns"):
            yield document, path


def write_endpoint(address: str | None = None) -> bytes:
    """Return the file that tells the editor of an endpoint on the same host; a file host has none.

    A server answers at this file's place with its own.
    """
    return json.dumps({"endpoint": address}).encode()


def group_questions(answers: Sequence[Answered]) -> dict[str, list[CannedQuery]]:
    """Return the questions by group, as the plain page lists them."""
    groups: dict[str, list[CannedQuery]] = {}
    for one in answers:
        groups.setdefault(one.query.group, []).append(one.query)
    return groups
