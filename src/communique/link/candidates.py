"""Link layer: items that may be what a record means, found by name and by code, for review."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from communique.link.interview import Bindings, Interview, identify
from communique.link.linked import Subject
from communique.link.wikidata import TERRITORIES, Question, list_items
from communique.query.answer import Value
from communique.read.links import WIKIDATA_ENTITY

#: Wikidata's tags of the languages in which names are looked up, by ours.
_LANGUAGES: Final = {"en": ("en",), "zh-Hans": ("zh-hans", "zh", "zh-cn")}
_BY_CODE: Final = Question(
    ("code", "item", "label"),
    """  OPTIONAL {
    ?item wdt:P297 ?code .
    OPTIONAL { ?item rdfs:label ?label . FILTER(LANG(?label) = "en") }
  }
""",
)
_BY_NAME: Final = Question(
    ("name", "item", "label"),
    """  OPTIONAL {
    { ?item rdfs:label ?name } UNION { ?item skos:altLabel ?name }
    OPTIONAL { ?item rdfs:label ?label . FILTER(LANG(?label) = "en") }
  }
""",
)
_TERRITORY_BY_NAME: Final = Question(
    ("name", "item", "label"),
    f"""  OPTIONAL {{
    {{ ?item rdfs:label ?name }} UNION {{ ?item skos:altLabel ?name }}
    ?item wdt:P31/wdt:P279* ?territory .
    VALUES ?territory {{ {list_items(TERRITORIES)} }}
    OPTIONAL {{ ?item rdfs:label ?label . FILTER(LANG(?label) = "en") }}
  }}
""",
)
_COLUMNS: Final = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "predicate_modifier",
    "object_id",
    "object_label",
    "mapping_justification",
    "author_label",
    "mapping_tool",
    "mapping_date",
    "confidence",
    "comment",
    "review",
)


@dataclass(frozen=True)
class Candidate:
    """An item with its English name, and how it was found: `name`, `code`, or both."""

    item: str
    label: str
    found_by: tuple[str, ...]


@dataclass(frozen=True)
class Match:
    """What was found for a subject: nothing, one item, or several among which a person chooses."""

    subject: Subject
    candidates: Sequence[Candidate]

    @property
    def outcome(self) -> str:
        """`none`, `one` or `several`: none is only said after a whole answer."""
        if not self.candidates:
            return "none"
        return "one" if len(self.candidates) == 1 else "several"


def find_candidates(subjects: Sequence[Subject], interview: Interview) -> list[Match]:
    """Return what the endpoint has for each subject that has no accepted link to Wikidata.

    Items that were rejected are left out. Errors: those of the interview: a failed or truncated
    answer never counts as 'none'.
    """
    open_ones = [one for one in subjects if one.accepted is None]
    states = [one for one in open_ones if one.is_state]
    others = [one for one in open_ones if not one.is_state]
    by_code = _look_up(_BY_CODE, {one.identifier: _list_codes(one) for one in states}, interview)
    by_name = _look_up(
        _TERRITORY_BY_NAME, {one.identifier: _list_names(one) for one in states}, interview
    ) | _look_up(_BY_NAME, {one.identifier: _list_names(one) for one in others}, interview)
    return [
        _match(one, by_name.get(one.identifier, {}), by_code.get(one.identifier, {}))
        for one in open_ones
    ]


def _list_codes(subject: Subject) -> list[Value]:
    return [ox.Literal(subject.codes["alpha2"])] if "alpha2" in subject.codes else []


def _list_names(subject: Subject) -> list[Value]:
    """Return the names under each of Wikidata's tags for their language."""
    return list(
        dict.fromkeys(
            ox.Literal(name, language=tag)
            for language, tags in _LANGUAGES.items()
            for name in subject.names.get(language, ())
            for tag in tags
        )
    )


def _look_up(
    question: Question, asked: dict[str, list[Value]], interview: Interview
) -> dict[str, dict[str, str]]:
    """Return items with their names by subject."""
    terms = list(dict.fromkeys(term for listed in asked.values() for term in listed))
    found: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for row in interview.ask(question, terms):
        if "item" in row:
            found[identify(row[question.variables[0]])][_name(row, "item")] = _name(row, "label")
    return {
        subject: {item: label for term in listed for item, label in found[identify(term)].items()}
        for subject, listed in asked.items()
    }


def _name(row: Bindings, variable: str) -> str:
    term = row.get(variable)
    value = term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""
    return value.removeprefix(WIKIDATA_ENTITY)


def _match(subject: Subject, by_name: dict[str, str], by_code: dict[str, str]) -> Match:
    rejected = {link.item for link in subject.links if link.review == "rejected"}
    items = sorted((by_name.keys() | by_code.keys()) - rejected, key=lambda item: (len(item), item))
    ways = (("name", by_name), ("code", by_code))
    candidates = [
        Candidate(
            item,
            by_name.get(item) or by_code.get(item, ""),
            tuple(way for way, found in ways if item in found),
        )
        for item in items
    ]
    return Match(subject, candidates)


def write_candidates(matches: Iterable[Match], *, endpoint: str, date: str) -> str:
    """Return the candidates as undecided SSSOM rows, without the header, to be put in a table."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerow(_COLUMNS)
    for match in matches:
        for one in match.candidates:
            writer.writerow(_write_row(match, one, endpoint, date))
    return text.getvalue()


def _write_row(match: Match, one: Candidate, endpoint: str, date: str) -> list[str]:
    subject = match.subject
    kind, _, slug = subject.identifier.partition("/")
    both = len(one.found_by) > 1
    justification = "semapv:CompositeMatching" if both else "semapv:LexicalMatching"
    comment = f"Found by {' and '.join(one.found_by)}"
    if match.outcome == "several":
        comment += f"; one of {len(match.candidates)} items"
    return [
        f"{kind}:{slug}",
        subject.names["en"][0],
        "cq:wikidata" if subject.is_state else "schema:sameAs",
        "",
        f"wd:{one.item}",
        one.label,
        justification,
        "",
        endpoint,
        date,
        "",
        f"{comment}.",
        "undecided",
    ]
