"""Load layer: the named graphs of a build, or of an RDF file, each written to a file of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from communique.core.errors import InputError, Place
from communique.core.iris import DEFAULT_BASE, Iris
from communique.load.graph_copy import GraphCopy
from communique.load.normal_form import write_line
from communique.write.files import read_manifest

#: How much text is held before it is written to the graphs' files.
_BUFFER_BYTES: Final = 8_000_000
#: How many names of graphs a message lists.
_MOST_NAMES: Final = 12
#: The one file that a finished build has for stores.
BUILT_FILE: Final = "communique.nq"


@dataclass(frozen=True)
class Source:
    """Where graphs come from: an RDF file, and the base of the IRIs in it."""

    file: Path
    base: str


def find_source(path: Path) -> Source:
    """Return the file to load: `communique.nq` of a finished build, or `path` if it is a file.

    Errors: C063 no finished build is there, or its file isn't as it was built.
    """
    if path.is_file():
        return Source(path, DEFAULT_BASE)
    file = path / BUILT_FILE
    if not file.is_file():
        mend = "Run 'communique build', or name a build's folder or an RDF file with --from."
        raise InputError("C063", "there is nothing to load", mend=mend, place=Place(path))
    mend = "Build or copy it again; to load it all the same, name the file itself with --from."
    try:
        manifest = read_manifest(path)
        base, sha256 = str(manifest["base"]), manifest["files"][BUILT_FILE]["sha256"]
    except (OSError, ValueError, KeyError) as error:
        place = Place(path / "manifest.json")
        raise InputError("C063", "can't be read as a manifest", mend=mend, place=place) from error
    if _hash_file(file) != sha256:
        raise InputError("C063", "differs from the manifest", mend=mend, place=Place(file))
    return Source(file, base)


def _hash_file(file: Path) -> str:
    """Return a file's sha256: one that was cut at a line's end would be loaded without a word."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@dataclass(frozen=True)
class Choice:
    """Which graphs to take: all if nothing is named, else those of declarations and single ones."""

    declarations: tuple[str, ...] = ()
    graphs: tuple[str, ...] = ()

    def names(self, base: str) -> frozenset[str]:
        """Return the IRIs of the chosen graphs; none means all.

        >>> sorted(Choice(declarations=("d",)).names("https://example.org/"))
        ['https://example.org/graph/d', 'https://example.org/graph/d/derived']
        """
        iris = Iris(base)
        parts = [(slug, *more) for slug in self.declarations for more in ((), ("derived",))]
        return frozenset([*(iris.graph(*part) for part in parts), *self.graphs])


#: Nothing is named, so everything is taken.
ALL_GRAPHS: Final = Choice()


def split_graphs(source: Source, folder: Path, choice: Choice) -> list[GraphCopy]:
    """Return the chosen graphs, sorted by their IRIs, each written to a file in `folder`.

    Triples without a graph go to the one graph that `choice` names, if it names just one.
    Errors: C119 a chosen graph isn't in the source, C080 the source is no RDF, C001 it can't be
    read.
    """
    wanted = choice.names(source.base)
    only = next(iter(wanted)) if len(wanted) == 1 else None
    splitter, seen = _Splitter(folder), set()
    for graph, line in _read_lines(source.file):
        name = graph or only
        if name is None:
            problem = "holds triples that stand in no named graph"
            mend = "Say which graph they go to: --graph IRI."
            raise InputError("C119", problem, mend=mend, place=Place(source.file))
        seen.add(name)
        if not wanted or name in wanted:
            splitter.add(name, line)
    copies = splitter.finish()
    missing = sorted(wanted - {copy.iri for copy in copies})
    if missing or not copies:
        what = ", ".join(missing) or "any graph"
        mend = f"It holds {', '.join(sorted(seen)[:_MOST_NAMES]) or 'nothing'}."
        raise InputError("C119", f"there is no {what}", mend=mend, place=Place(source.file))
    return copies


def _read_lines(file: Path) -> Iterator[tuple[str | None, bytes]]:
    """Yield each quad as the IRI of its graph and its triple in N-Triples."""
    form = ox.RdfFormat.from_extension(file.suffix.removeprefix("."))
    if form is None:
        mend = "Load .nq, .nt, .trig, .ttl, .rdf or .jsonld."
        raise InputError("C080", "no RDF format has that ending", mend=mend, place=Place(file))
    try:
        for quad in ox.parse(path=file, format=form, base_iri=file.resolve().as_uri()):
            graph = quad.graph_name
            yield graph.value if isinstance(graph, ox.NamedNode) else None, write_line(quad.triple)
    except SyntaxError as error:
        place = Place(file, getattr(error, "lineno", None))
        problem = f"not valid RDF: {error.msg}".rstrip(".")
        raise InputError("C080", problem, mend="Mend the file.", place=place) from error
    except OSError as error:
        problem = f"can't be read: {error.strerror or error}"
        mend = "Check the name and the permissions."
        raise InputError("C001", problem, mend=mend, place=Place(file)) from error


@dataclass
class _Splitter:
    """Writes lines to one file a graph; no file stays open, for there may be many graphs."""

    folder: Path
    numbers: dict[str, int] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    held: dict[str, list[bytes]] = field(default_factory=dict)
    held_bytes: int = 0

    def add(self, graph: str, line: bytes) -> None:
        self.numbers.setdefault(graph, len(self.numbers))
        self.lines[graph] = self.lines.get(graph, 0) + 1
        self.held.setdefault(graph, []).append(line)
        self.held_bytes += len(line)
        if self.held_bytes >= _BUFFER_BYTES:
            self._flush()

    def finish(self) -> list[GraphCopy]:
        self._flush()
        return [GraphCopy(iri, self._path(iri), self.lines[iri]) for iri in sorted(self.numbers)]

    def _flush(self) -> None:
        for graph, lines in self.held.items():
            _append(self._path(graph), lines)
        self.held, self.held_bytes = {}, 0

    def _path(self, graph: str) -> Path:
        return self.folder / f"local-{self.numbers[graph]}.nt"


def _append(path: Path, lines: Iterable[bytes]) -> None:
    with path.open("ab") as output:
        output.writelines(lines)
