"""Read layer: the lexicon of a language: the words by which rules read the text of a declaration.

`data/lexicon/README.md` explains every key. Rules know a language, never a declaration.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from communique.core.errors import Place
from communique.core.strict_yaml import Value, read_yaml
from communique.read.languages import read_language
from communique.read.patterns import Fragments, read_fragments

_KEYS: Final = (
    "language", "declarants", "fragments", "performatives", "leads", "unmarked", "addressees",
    "addressee-joiner", "instruments", "title-marks", "instrument-part", "topics", "points",
)  # fmt: skip
#: What the named groups of a rule on acts stand for: the addressee's words, a negation.
_GROUPS: Final = ("to", "not")


@dataclass(frozen=True, kw_only=True)
class ActRule:
    """Words that show an act, what must stand before and behind them, and what they do.

    `words` is None only in the rule for statements in which nothing marks an act.
    """

    id: str
    force: str
    words: re.Pattern[str] | None
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    binding: bool = False
    addressed: bool = False
    place: Place


@dataclass(frozen=True, kw_only=True)
class LeadRule:
    """How the verb is found that leads a sentence governed by the chapeau (group `marker`)."""

    id: str
    force: str
    pattern: re.Pattern[str]
    place: Place


@dataclass(frozen=True, kw_only=True)
class WordRule:
    """Words that stand for a party, an instrument or a topic, given by its identifier or slug."""

    slug: str
    words: re.Pattern[str]
    place: Place


@dataclass(frozen=True, kw_only=True)
class PointRule:
    """When a point of the summary is seen as summarising a paragraph."""

    id: str
    least_statements: int
    too_general: frozenset[str]
    place: Place


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """All rules of one language, in the order of the file.

    `instrument_part` names the part itself by its group `part`.
    """

    path: Path
    language: str
    declarants: re.Pattern[str]
    performatives: tuple[ActRule, ...]
    leads: tuple[LeadRule, ...]
    unmarked: tuple[ActRule, ...]
    addressees: tuple[WordRule, ...]
    addressee_joiner: re.Pattern[str]
    instruments: tuple[WordRule, ...]
    title_marks: tuple[str, str]
    instrument_part: re.Pattern[str]
    topics: tuple[WordRule, ...]
    points: PointRule

    def rule(self, kind: str, name: str) -> str:
        """Return the id of a rule as an annotation names it, such as 'zh-Hans:act:commit'."""
        return f"{self.language}:{kind}:{name}"


def read_lexicon(path: Path) -> Lexicon:
    """Return the lexicon of the language that the file is named for, its patterns compiled.

    Whether forces, instruments, topics and parties exist is for the caller to check; each rule
    knows its place. Errors: those of `read_yaml`; C013 to C016 for kinds, keys and values; C043
    for a pattern that isn't valid.
    """
    root = read_yaml(path).fields(_KEYS)
    fragments = read_fragments(root["fragments"])
    acts = _read_acts(root["performatives"], fragments)
    return Lexicon(
        path=path,
        language=_read_language(root["language"], path),
        declarants=fragments.compile_words(root["declarants"]),
        performatives=acts,
        leads=_read_leads(root["leads"], fragments),
        unmarked=_read_unmarked(root["unmarked"], fragments),
        addressees=_read_word_rules(root["addressees"], fragments),
        addressee_joiner=fragments.compile_words(root["addressee-joiner"]),
        instruments=_read_word_rules(root["instruments"], fragments),
        title_marks=_read_title_marks(root["title-marks"]),
        instrument_part=_read_with_group(root["instrument-part"], "part", fragments),
        topics=_read_word_rules(root["topics"], fragments),
        points=_read_points(root["points"]),
    )


def _read_language(value: Value, path: Path) -> str:
    language = read_language(value)
    if language != path.stem:
        mend = f"Name the file {language}{path.suffix}."
        value.fail("C016", f"the language '{language}' is not the file's name", mend=mend)
    return language


def _read_acts(value: Value, fragments: Fragments) -> tuple[ActRule, ...]:
    optional = ["before", "after", "binding", "addressed"]
    rules = [
        _read_act(item, item.fields(["id", "force", "words"], optional), fragments)
        for item in value.items()
    ]
    _refuse_doubles([rule.id for rule in rules], value)
    return tuple(rules)


def _read_act(item: Value, keys: Mapping[str, Value], fragments: Fragments) -> ActRule:
    before, after = keys.get("before"), keys.get("after")
    return ActRule(
        id=keys["id"].text(),
        force=keys["force"].text(),
        words=fragments.compile_words(keys["words"]) if "words" in keys else None,
        before=fragments.compile(before, groups=_GROUPS, at_end=True) if before else None,
        after=fragments.compile(after, groups=_GROUPS) if after else None,
        binding=keys["binding"].boolean() if "binding" in keys else False,
        addressed=keys["addressed"].boolean() if "addressed" in keys else False,
        place=item.place,
    )


def _read_unmarked(value: Value, fragments: Fragments) -> tuple[ActRule, ...]:
    """Return the rules for what no performative marks; the last one, the default, has no words."""
    *marked, plain = _read_some(value)
    rules = [
        _read_act(item, item.fields(["id", "force", "words"], ["before", "after"]), fragments)
        for item in marked
    ]
    rules.append(_read_act(plain, plain.fields(["id", "force"]), fragments))
    _refuse_doubles([rule.id for rule in rules], value)
    return tuple(rules)


def _read_leads(value: Value, fragments: Fragments) -> tuple[LeadRule, ...]:
    rules = [_read_lead(item, fragments) for item in _read_some(value)]
    _refuse_doubles([rule.id for rule in rules], value)
    return tuple(rules)


def _read_lead(item: Value, fragments: Fragments) -> LeadRule:
    keys = item.fields(["id", "force", "pattern"])
    pattern = _read_with_group(keys["pattern"], "marker", fragments)
    return LeadRule(
        id=keys["id"].text(), force=keys["force"].text(), pattern=pattern, place=item.place
    )


def _read_with_group(value: Value, group: str, fragments: Fragments) -> re.Pattern[str]:
    """Return a pattern that has to name a group; C043 if it doesn't."""
    pattern = fragments.compile_words(value, groups=[group])
    if group not in pattern.groupindex:
        mend = f"Put what is meant into (?P<{group}>…)."
        value.fail("C043", f"the group '{group}' is missing", mend=mend)
    return pattern


def _read_some(value: Value) -> tuple[Value, ...]:
    if not value.items():
        value.fail("C013", "an empty list", mend="Give at least one rule.")
    return value.items()


def _refuse_doubles(names: Sequence[str], value: Value) -> None:
    """Refuse an id that two rules of a list bear: annotations name their rule by it."""
    for name, item in zip(names, value.items(), strict=True):
        if names.count(name) > 1:
            item.fail("C016", f"two rules with the id '{name}'", mend="Name one otherwise.")


def _read_title_marks(value: Value) -> tuple[str, str]:
    match [mark.text() for mark in value.items()]:
        case [opening, closing]:
            return opening, closing
    value.fail("C013", "not two marks", mend="Give the opening and the closing mark.")


def _read_word_rules(value: Value, fragments: Fragments) -> tuple[WordRule, ...]:
    return tuple(
        WordRule(slug=slug.text(), words=fragments.compile_words(words), place=slug.place)
        for slug, words in value.entries()
    )


def _read_points(value: Value) -> PointRule:
    keys = value.fields(["id", "least-statements", "too-general"])
    return PointRule(
        id=keys["id"].text(),
        least_statements=keys["least-statements"].integer(),
        too_general=frozenset(topic.text() for topic in keys["too-general"].items()),
        place=value.place,
    )
