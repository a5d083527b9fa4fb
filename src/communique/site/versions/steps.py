"""Site layer: the steps from version to version, told once for all pages and feeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

import pyoxigraph as ox

from communique.core.iris import Iris
from communique.site.versions.change import Change, GraphState, Quad, Term, join_lines
from communique.site.versions.facts import Account, tell_change
from communique.site.versions.history import History, Version
from communique.site.versions.sentences import Narrator, Words, clean
from communique.site.versions.units import is_bookkeeping, main_graph

#: How much of a line of data a page shows, in characters.
_LONGEST_LINE: Final = 300
_MOST_LINES: Final = 400


@dataclass(frozen=True)
class Line:
    """A changed triple as a page shows it, shortened; its sign is + or -."""

    sign: str
    text: str


@dataclass(frozen=True)
class Step:
    """A version and what changed since the one before it."""

    version: Version
    previous: Version
    account: Account
    #: How many quads are new and gone, by graph; what the graphs are called.
    counts: Mapping[str, tuple[int, int]]
    names: Mapping[str, Words]
    #: The first changed triples, as many as a page may show.
    lines: Sequence[Line]
    added: bytes
    removed: bytes

    @property
    def size_added(self) -> int:
        """How many quads are new."""
        return sum(new for new, _ in self.counts.values())

    @property
    def size_removed(self) -> int:
        """How many quads are gone."""
        return sum(gone for _, gone in self.counts.values())


def read_steps(
    history: History, prefixes: Mapping[str, str], iris: Iris
) -> Iterator[tuple[GraphState, Step | None]]:
    """Yield each version's graph with the step to it, None for the first; two graphs at a time.

    Errors: C125 a version's graph is no canonical N-Quads.
    """
    before: GraphState | None = None
    previous: Version | None = None
    for version in history.versions:
        after = GraphState(version.read_nquads())
        step = None
        if before is not None and previous is not None:
            step = _take(version, previous, Change(before, after), prefixes, iris)
        yield after, step
        before, previous = after, version


def _take(
    version: Version, previous: Version, change: Change, prefixes: Mapping[str, str], iris: Iris
) -> Step:
    narrator = Narrator(change, prefixes)
    account = tell_change(change, prefixes)
    counts = change.count_by_graph()
    graphs = {*counts, *(main_graph(graph) for graph in counts)}
    return Step(
        version=version,
        previous=previous,
        account=account,
        counts=counts,
        names={graph: narrator.name(graph) for graph in graphs},
        lines=list(islice(_write_lines(change, narrator, iris), _MOST_LINES)),
        added=join_lines(change.added_lines),
        removed=join_lines(change.removed_lines),
    )


def _write_lines(change: Change, narrator: Narrator, iris: Iris) -> Iterator[Line]:
    """Yield the changed triples, those of one node together, what no fact tells of last."""
    declarations = {*change.before.declarations, *change.after.declarations}

    def rank(signed: tuple[str, Quad]) -> tuple[bool, bool, str, str, str, bool]:
        sign, quad = signed
        of_others = main_graph(quad.graph) not in declarations
        place = (quad.graph, quad.subject, quad.predicate, sign == "+")
        return is_bookkeeping(change, quad), of_others, *place

    signed = [("-", quad) for quad in change.removed] + [("+", quad) for quad in change.added]
    for sign, quad in sorted(signed, key=rank):
        yield Line(sign, _write_line(quad, narrator, iris))


def _write_line(quad: Quad, narrator: Narrator, iris: Iris) -> str:
    def shorten(iri: str) -> str:
        short = narrator.shorten(iri)
        return short if short != iri else f"<{iri.removeprefix(iris.base)}>"

    terms = [shorten(quad.subject), shorten(quad.predicate), _write_value(quad.value, shorten)]
    return clean(" ".join(terms), longest=_LONGEST_LINE)


def _write_value(value: Term, shorten: Callable[[str], str]) -> str:
    if isinstance(value, ox.NamedNode):
        return shorten(value.value)
    datatype = shorten(value.datatype.value)
    if datatype in ("xsd:boolean", "xsd:integer"):
        return value.value
    quoted = str(ox.Literal(value.value, language=value.language))
    return quoted if datatype in ("xsd:string", "rdf:langString") else f"{quoted}^^{datatype}"
