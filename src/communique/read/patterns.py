"""Read layer: the regular expressions of a lexicon, put together from named fragments.

A pattern is one expression or a list of alternatives. It names a fragment as `(?&name)`, Perl's
way to call a named part of a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final, NoReturn

from communique.core.strict_yaml import Value, suggest

_CALL: Final = re.compile(r"\(\?&([a-z0-9-]+)\)")


@dataclass(frozen=True)
class Fragment:
    """A named part of patterns, expanded, with the value it was read from."""

    words: str
    value: Value


@dataclass(frozen=True)
class Fragments:
    """The named parts that the patterns of a lexicon are put together from."""

    parts: Mapping[str, Fragment]

    def expand(self, value: Value) -> str:
        """Return a pattern with its fragments put in; C043 for the name of none."""
        alternatives = value.items() if value.sequence else (value,)
        return "|".join(self._expand_one(item) for item in alternatives)

    def compile(
        self, value: Value, *, groups: Collection[str] = (), at_end: bool = False
    ) -> re.Pattern[str]:
        """Return the compiled pattern, which must match up to the end if `at_end` is set.

        Errors: C043 for an unknown fragment, an expression that isn't valid, or a named group
        that isn't one of `groups`.
        """
        words = self.expand(value)
        try:
            # `\Z` also matches where a search was told to end.
            pattern = re.compile(rf"(?:{words})\Z" if at_end else words)
        except re.error as error:
            self._refuse(value, error)
        for name in pattern.groupindex:
            if name not in groups:
                mend = suggest(name, groups) if groups else "Use (?:…) to group."
                value.fail("C043", f"a group named '{name}'", mend=mend)
        return pattern

    def compile_words(self, value: Value, *, groups: Collection[str] = ()) -> re.Pattern[str]:
        """Return the compiled pattern of words to look for; C043 also if it matches no words."""
        pattern = self.compile(value, groups=groups)
        if pattern.match("") is not None:
            value.fail("C043", "the pattern matches no words", mend="Make a part of it required.")
        return pattern

    def _expand_one(self, value: Value) -> str:
        return _CALL.sub(lambda call: self._call(call[1], value), value.text())

    def _call(self, name: str, value: Value) -> str:
        if name not in self.parts:
            value.fail("C043", f"unknown fragment '{name}'", mend=suggest(name, self.parts))
        return f"(?:{self.parts[name].words})"

    def _refuse(self, value: Value, error: re.error) -> NoReturn:
        """Raise C043 at the fragment or alternative that is to blame, or else at the pattern.

        Only then is each compiled by itself: compiling takes most of the time of a reading.
        """
        parts = [(part.words, part.value) for part in self.parts.values()]
        parts += [(self._expand_one(item), item) for item in value.sequence or ()]
        blamed = next((item for words, item in parts if not _is_valid(words)), value)
        blamed.fail("C043", f"not a valid pattern: {error}", mend="Use Python's re syntax.")


def read_fragments(value: Value) -> Fragments:
    """Return the fragments of a mapping; each may call those above it, else C043."""
    parts: dict[str, Fragment] = {}
    for name, pattern in value.entries():
        parts[name.text()] = Fragment(Fragments(parts).expand(pattern), pattern)
    return Fragments(parts)


def _is_valid(words: str) -> bool:
    try:
        re.compile(words)
    except re.error:
        return False
    return True
