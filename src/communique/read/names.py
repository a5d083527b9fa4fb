"""Read layer: rows of run-together names, cut into the parties they name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from communique.core.errors import InputError
from communique.core.source import Source, Span
from communique.read.recipe import Recipe
from communique.read.registry import Registry

_LIKENESS = 0.6


@dataclass(frozen=True)
class NamedParty:
    """A party as named at a span, with the span of the asterisk behind the name."""

    party: str
    span: Span
    asterisk: Span | None = None

    @property
    def whole(self) -> Span:
        """The name with its asterisk."""
        return Span(self.span.start, (self.asterisk or self.span).end)


@dataclass(frozen=True)
class NameIndex:
    """The names that may stand in a page, each with the parties that bear it."""

    parties: Mapping[str, frozenset[str]]
    longest: int

    def prefixes(self, text: str, start: int, end: int) -> Iterator[str]:
        """Yield the names that begin at an offset, the longest first."""
        for length in range(min(self.longest, end - start), 0, -1):
            words = text[start : start + length]
            if words in self.parties:
                yield words


def index_names(registry: Registry, recipe: Recipe) -> NameIndex:
    """Return the names in the held expression's language with the recipe's aliases.

    Errors: C042 for an alias of a party that has no record.
    """
    names = dict(registry.names(recipe.held.language))
    for alias, party in recipe.aliases.items():
        names[alias] = frozenset({party.choice(registry.records, what="party", code="C042")})
    return NameIndex(names, max(map(len, names), default=0))


def segment_names(
    source: Source, row: Span, index: NameIndex, *, asterisk: str = "", separator: str = ""
) -> tuple[NamedParty, ...]:
    """Return the parties of a row, which their names (and asterisks) must fill completely.

    With a separator it stands between any two names, else white space may stand there. The
    longest name is tried first, a shorter one where the rest of the row can't be read otherwise.
    Errors: C030 an unknown name, C031 a name that several parties bear.
    """
    cuts = _cut(source.text, row, index, asterisk, separator)
    return tuple(_identify(source, name, star, index) for name, star in cuts)


def _cut(
    text: str, row: Span, index: NameIndex, asterisk: str, separator: str
) -> list[tuple[Span, Span | None]]:
    """Cut a row by depth-first search, longest name first; dead ends are not visited twice."""
    farthest = row.start
    dead: set[int] = set()
    path: list[tuple[int, Iterator[str], list[tuple[Span, Span | None]]]] = [
        (row.start, index.prefixes(text, row.start, row.end), [])
    ]
    while path:
        at, names, cuts = path[-1]
        name = next(names, None)
        if name is None:
            dead.add(at)
            farthest = max(farthest, at)
            path.pop()
            continue
        cut, after = _take_name(text, at, name, asterisk)
        if after == row.end:
            return [*cuts, cut]
        if separator and not text.startswith(separator, after):
            continue
        after += len(separator) or _count_spaces(text, after, row.end)
        if after not in dead:
            path.append((after, index.prefixes(text, after, row.end), [*cuts, cut]))
    return [(Span(farthest, row.end), None)]


def _count_spaces(text: str, start: int, end: int) -> int:
    return end - start - len(text[start:end].lstrip())


def _take_name(
    text: str, at: int, name: str, asterisk: str
) -> tuple[tuple[Span, Span | None], int]:
    end = at + len(name)
    if asterisk and text.startswith(asterisk, end):
        star = Span(end, end + len(asterisk))
        return (Span(at, end), star), star.end
    return (Span(at, end), None), end


def _identify(source: Source, span: Span, star: Span | None, index: NameIndex) -> NamedParty:
    name = source.exact(span)
    parties = index.parties.get(name, frozenset())
    if len(parties) == 1:
        return NamedParty(next(iter(parties)), span, star)
    place = source.place(span.start)
    if not parties:
        mend = f"{_suggest(name, index.parties)} Or add it to the recipe's 'aliases:'."
        raise InputError("C030", f"no known name begins at '{name}'", mend=mend, place=place)
    several = ", ".join(sorted(parties))
    mend = "Say which one in the recipe's 'aliases:'."
    raise InputError("C031", f"'{name}' may be {several}", mend=mend, place=place)


def _suggest(text: str, names: Iterable[str]) -> str:
    """Return a mend for a row whose rest no name begins: names like what stands there."""
    likeness = {
        name: difflib.SequenceMatcher(None, name, text[: len(name)]).ratio() for name in names
    }
    near = sorted(
        (name for name in likeness if likeness[name] >= _LIKENESS),
        key=lambda name: (-likeness[name], name),
    )
    if not near:
        return "Check the row, and the recipe's 'asterisk:'."
    return "Did you mean " + " or ".join(f"'{name}'" for name in near[:3]) + "?"
