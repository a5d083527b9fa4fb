"""Link layer: whether the linked items are still what they were when they were linked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import pyoxigraph as ox

from communique.core.errors import Place
from communique.link.interview import Bindings, Interview
from communique.link.linked import Subject
from communique.link.wikidata import (
    TERRITORIES,
    Question,
    item_iri,
    list_items,
    list_languages,
)
from communique.read.links import WIKIDATA_ENTITY, Link

Kind = Literal["merged", "deleted", "no-territory", "code-differs", "code-absent", "label-changed"]
#: The kinds that only tell; all others are problems, and let the command end with 1.
NOTES: Final = frozenset({"code-absent", "label-changed"})
_CODES: Final = {"alpha2": "P297", "alpha3": "P298"}

_QUESTION: Final = Question(
    ("item", "target", "sitelinks", "territory", "alpha2", "alpha3", "label"),
    f"""  OPTIONAL {{ ?item owl:sameAs ?target }}
  OPTIONAL {{ ?item wikibase:sitelinks ?sitelinks }}
  OPTIONAL {{
    ?item wdt:P31/wdt:P279* ?territory .
    VALUES ?territory {{ {list_items(TERRITORIES)} }}
  }}
  OPTIONAL {{ ?item wdt:P297 ?alpha2 }}
  OPTIONAL {{ ?item wdt:P298 ?alpha3 }}
  OPTIONAL {{ ?item rdfs:label ?label . FILTER(LANG(?label) IN ({list_languages()})) }}
""",
)


@dataclass(frozen=True)
class Finding:
    """Something that an item no longer is, with the row of the link and what to do about it."""

    place: Place
    kind: Kind
    subject: str
    problem: str
    mend: str

    @property
    def is_problem(self) -> bool:
        """Whether the link has to be looked at before it is used."""
        return self.kind not in NOTES

    def __str__(self) -> str:
        """Return `place: kind: subject: problem. Mend.` in one line."""
        return f"{self.place}: {self.kind}: {self.subject}: {self.problem}. {self.mend}"


@dataclass(frozen=True)
class ItemFacts:
    """What an endpoint says of one item, each value once."""

    values: Mapping[str, frozenset[str]]
    labels: Mapping[str, str]

    @property
    def exists(self) -> bool:
        """Whether there is such an item: a deleted one has neither names nor pages."""
        return bool(self.labels or self.values.get("sitelinks") or self.values.get("territory"))


def inspect_links(
    subjects: Iterable[Subject],
    interview: Interview,
    *,
    known_labels: Mapping[str, Mapping[str, str]],
) -> list[Finding]:
    """Return what has changed at the accepted items, in the order of the subjects.

    `known_labels` has names by item and language, such as those of the kept snapshot; of an item
    that isn't in it the name in the link's row is compared. Errors: those of the interview.
    """
    linked = [(one, one.accepted) for one in subjects]
    pairs = [(subject, link, link.item) for subject, link in linked if link and link.item]
    items = list(dict.fromkeys(item for _, _, item in pairs))
    facts = collect_facts(interview.ask(_QUESTION, [item_iri(item) for item in items]))
    return [
        finding
        for subject, link, item in pairs
        for finding in _inspect(subject, link, facts[item], known_labels.get(item))
    ]


def collect_facts(rows: Sequence[Bindings]) -> dict[str, ItemFacts]:
    """Return the facts by item; the rows are every combination of an item's values."""
    values: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    labels: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        item = _name(row["item"])
        values[item].update({})
        for variable, term in row.items():
            if isinstance(term, ox.Literal) and term.language:
                labels[item][term.language.lower()] = term.value
            elif variable != "item":
                values[item][variable].add(_name(term))
    return {
        item: ItemFacts({name: frozenset(kept) for name, kept in found.items()}, labels[item])
        for item, found in values.items()
    }


def _name(term: object) -> str:
    value = term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
    return str(value).removeprefix(WIKIDATA_ENTITY)


def _inspect(
    subject: Subject, link: Link, facts: ItemFacts, known: Mapping[str, str] | None
) -> Iterator[Finding]:
    def find(kind: Kind, problem: str, mend: str) -> Finding:
        text = f"{link.item} {problem}"
        return Finding(link.place, kind, subject.identifier, text, mend)

    targets = facts.values.get("target", frozenset())
    if targets:
        new = ", ".join(sorted(targets))
        yield find("merged", f"is now {new}", f"See whether {new} is meant, and link that.")
        return
    if not facts.exists:
        yield find("deleted", "has been deleted", "Look for another item, or reject the link.")
        return
    if subject.is_state and not facts.values.get("territory"):
        mend = "See what it has become; link the country or territory."
        yield find("no-territory", "is no country or territory", mend)
    yield from _compare_codes(subject, link, facts)
    for language, old, new in _compare_labels(link, facts, known):
        mend = "See whether it still is the same; then refresh the snapshot."
        yield find("label-changed", f"is called '{new}'@{language}, not '{old}'", mend)


def _compare_codes(subject: Subject, link: Link, facts: ItemFacts) -> Iterator[Finding]:
    for scheme, property_ in _CODES.items():
        ours, theirs = subject.codes.get(scheme), facts.values.get(scheme, frozenset())
        if ours is None or ours in theirs:
            continue
        listed = ", ".join(sorted(theirs))
        said = f"{link.item} has {property_} {listed or 'nowhere'}, our record {ours}"
        kind: Kind = "code-differs" if theirs else "code-absent"
        mend = "See whether the item or the record is meant otherwise."
        yield Finding(link.place, kind, subject.identifier, said, mend)


def _compare_labels(
    link: Link, facts: ItemFacts, known: Mapping[str, str] | None
) -> Iterator[tuple[str, str, str]]:
    """Yield language, old and new name where both are known and differ."""
    before = {"en": link.label} if known is None else known
    for language, old in sorted(before.items()):
        new = facts.labels.get(language)
        if new is not None and old and new != old:
            yield language, old, new
