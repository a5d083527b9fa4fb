"""Read layer: a lexicon whose forces, topics, instruments and addressees all exist."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from communique.core.errors import InputError, Place
from communique.core.strict_yaml import suggest
from communique.read.lexicon import Lexicon, WordRule, read_lexicon
from communique.read.review import Vocabulary


def read_known_lexicon(path: Path, vocabulary: Vocabulary) -> Lexicon:
    """Return a language's lexicon; errors as `read_lexicon`, and C042 for an unknown slug."""
    lexicon = read_lexicon(path)
    for act in (*lexicon.performatives, *lexicon.unmarked):
        _require(act.force, vocabulary.forces, "force", act.place)
    for lead in lexicon.leads:
        _require(lead.force, vocabulary.forces, "force", lead.place)
    _require_words(lexicon.addressees, vocabulary.parties, "addressee")
    _require_words(lexicon.instruments, vocabulary.instruments, "instrument")
    _require_words(lexicon.topics, vocabulary.topics, "topic")
    return lexicon


def _require_words(rules: Iterable[WordRule], known: Collection[str], what: str) -> None:
    for rule in rules:
        _require(rule.slug, known, what, rule.place)


def _require(slug: str, known: Collection[str], what: str, place: Place) -> None:
    if slug not in known:
        mend = suggest(slug, known)
        raise InputError("C042", f"unknown {what} '{slug}'", mend=mend, place=place)
