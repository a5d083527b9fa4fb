"""Site layer: what changed between two versions of the graph, quad by quad, with both graphs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import pyoxigraph as ox

from communique.build.terms import LABEL, TYPE, cq
from communique.core.errors import InputError

Term = ox.NamedNode | ox.Literal
#: The links of a statement or a point to what is read into it.
ANNOTATION_LINKS: Final = frozenset(
    cq(name).value for name in ("act", "citation", "topicAssignment", "correspondence")
)


@dataclass(frozen=True)
class Quad:
    """A quad of data without blank nodes; IRIs but for the value as plain strings."""

    subject: str
    predicate: str
    value: Term
    graph: str


class GraphState:
    """One version's quads, found by their subject; only what is asked for is read."""

    def __init__(self, nquads: bytes) -> None:
        """Take canonical N-Quads: sorted, each once; errors: C125 they aren't."""
        lines = nquads.split(b"\n")[:-1]
        self.lines = frozenset(lines)
        if lines != sorted(self.lines):
            raise _refuse()
        self._lines_of: defaultdict[bytes, list[bytes]] = defaultdict(list)
        self._lines_with: defaultdict[bytes, list[bytes]] = defaultdict(list)
        for line in lines:
            subject, _, rest = line.partition(b" ")
            self._lines_of[subject].append(line)
            self._lines_with[rest.partition(b" ")[0]].append(line)
        self._quads_of: dict[str, Sequence[Quad]] = {}

    @cached_property
    def subjects(self) -> Collection[str]:
        """All subjects that are IRIs, in the order of the file."""
        return {name[1:-1].decode(errors="replace"): None for name in self._lines_of}.keys()

    def quads_of(self, subject: str) -> Sequence[Quad]:
        """Return the quads that begin at a node; errors: C125 a line is no quad."""
        if subject not in self._quads_of:
            lines = self._lines_of.get(f"<{subject}>".encode(), ())
            self._quads_of[subject] = read_quads(lines)
        return self._quads_of[subject]

    def find(self, *predicates: str) -> list[Quad]:
        """Return the quads of some predicates; errors: C125 a line is no quad."""
        names = [f"<{predicate}>".encode() for predicate in predicates]
        return read_quads([line for name in names for line in self._lines_with.get(name, ())])

    @cached_property
    def owners(self) -> Mapping[str, tuple[str, str]]:
        """The statement or point that each annotation belongs to, and the link to it."""
        found = self.find(*sorted(ANNOTATION_LINKS))
        return {quad.value.value: (quad.subject, quad.predicate) for quad in found}

    @cached_property
    def declarations(self) -> Mapping[str, str]:
        """The declaration that each graph is of, by the graph's name."""
        mark = f" {TYPE} {cq('Declaration')} ".encode()
        lines = [line for line in self._lines_with.get(str(TYPE).encode(), ()) if mark in line]
        return {quad.graph: quad.subject for quad in read_quads(lines)}

    def values(self, subject: str, predicate: ox.NamedNode) -> list[Term]:
        """Return the values of a property in all graphs, each once, in the order of the file."""
        quads = self.quads_of(subject)
        return list(dict.fromkeys(q.value for q in quads if q.predicate == predicate.value))

    def types(self, subject: str) -> list[str]:
        """Return the IRIs of a node's classes."""
        return [one.value for one in self.values(subject, TYPE)]

    def labels(self, subject: str) -> dict[str, str]:
        """Return a node's labels by language tag in lower case."""
        found: dict[str, str] = {}
        for one in self.values(subject, LABEL):
            if isinstance(one, ox.Literal):
                found.setdefault((one.language or "").lower(), one.value)
        return found


def read_quads(lines: Sequence[bytes]) -> list[Quad]:
    """Return lines of N-Quads read; errors: C125 one isn't a quad, or has blank nodes."""
    try:
        parsed = ox.parse(b"\n".join(lines), format=ox.RdfFormat.N_QUADS)
        quads = [_convert(quad) for quad in parsed]
    except (SyntaxError, TypeError) as error:
        raise _refuse() from error
    if len(quads) != len(lines):
        raise _refuse()
    return quads


def _refuse() -> InputError:
    mend = "Restore the site's folder version/ from a copy, or publish to another folder."
    return InputError("C125", "a version's graph is no canonical N-Quads", mend=mend)


def _convert(quad: ox.Quad) -> Quad:
    subject, value, graph = quad.subject, quad.object, quad.graph_name
    if not (isinstance(subject, ox.NamedNode) and isinstance(graph, ox.NamedNode)):
        raise TypeError("the data has no blank nodes, and all graphs have names")
    if not isinstance(value, Term):
        raise TypeError("the data has no blank nodes")
    return Quad(subject.value, quad.predicate.value, value, graph.value)


@dataclass(frozen=True)
class Change:
    """The quads that one version has and the other hasn't, as lines of N-Quads and read."""

    before: GraphState
    after: GraphState

    @cached_property
    def added_lines(self) -> Sequence[bytes]:
        """The lines that are new, sorted."""
        return sorted(self.after.lines - self.before.lines)

    @cached_property
    def removed_lines(self) -> Sequence[bytes]:
        """The lines that are gone, sorted."""
        return sorted(self.before.lines - self.after.lines)

    @cached_property
    def added(self) -> Sequence[Quad]:
        """The quads that are new."""
        return read_quads(self.added_lines)

    @cached_property
    def removed(self) -> Sequence[Quad]:
        """The quads that are gone."""
        return read_quads(self.removed_lines)

    @property
    def size(self) -> int:
        """How many quads differ."""
        return len(self.added_lines) + len(self.removed_lines)

    def count_by_graph(self) -> dict[str, tuple[int, int]]:
        """Return how many quads are new and how many are gone, by graph."""
        added = Counter(quad.graph for quad in self.added)
        removed = Counter(quad.graph for quad in self.removed)
        return {graph: (added[graph], removed[graph]) for graph in sorted({*added, *removed})}

    def appeared(self, subject: str) -> bool:
        """Tell whether nothing was said of a node before."""
        return subject in self.after.subjects and subject not in self.before.subjects

    def vanished(self, subject: str) -> bool:
        """Tell whether nothing is said of a node any more."""
        return subject in self.before.subjects and subject not in self.after.subjects

    def types(self, subject: str) -> list[str]:
        """Return a node's classes, the later ones first."""
        return list(dict.fromkeys([*self.after.types(subject), *self.before.types(subject)]))

    def values(self, subject: str, predicate: ox.NamedNode) -> list[Term]:
        """Return the values of a node's property in either version, the later ones first."""
        later = self.after.values(subject, predicate)
        return list(dict.fromkeys([*later, *self.before.values(subject, predicate)]))


def join_lines(lines: Iterable[bytes]) -> bytes:
    """Return lines of N-Quads as a file."""
    return b"".join(line + b"\n" for line in lines)
