"""Query layer: the embedded store, filled from built files, RDF files, or the shipped data.

A store is only asked, never published from: it rewrites some lexical forms.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from communique.core.errors import InputError, Place
from communique.query.answer import Answer, Description, Table, Term, Value, Verdict
from communique.query.mistakes import describe_mistake
from communique.query.sparql_text import check_nesting

#: The one file that a finished build has for stores.
BUILT_FILE: Final = "communique.nq"


@dataclass(frozen=True)
class EmbeddedStore:
    """A store in this process; its default graph is the union of all graphs."""

    store: ox.Store

    def run(self, query: str, values: Mapping[str, Value], *, origin: str) -> Answer:
        """Return the answer; C072 with line and column if the query has a mistake."""
        check_nesting(query, Path(origin))
        substitutions: dict[ox.Variable, Term] = {
            ox.Variable(name): value for name, value in values.items()
        }
        try:
            found = self.store.query(
                query, use_default_graph_as_union=True, substitutions=substitutions
            )
        except SyntaxError as error:
            raise describe_mistake(query, error, Path(origin)) from error
        if isinstance(found, ox.QueryBoolean):
            return Verdict(bool(found))
        if isinstance(found, ox.QueryTriples):
            return Description(tuple(dict.fromkeys(found)))
        variables = tuple(variable.value for variable in found.variables)
        return Table(variables, [tuple(solution) for solution in found])

    def select(self, query: str) -> Table:
        """Return the answer of a SELECT of our own."""
        answer = self.run(query, {}, origin="query")
        if not isinstance(answer, Table):
            raise TypeError("not a SELECT")
        return answer


def open_default(out: Path = Path("dist")) -> EmbeddedStore:
    """Return the store of the finished build at `out`; if there is none, of the shipped data."""
    if (out / BUILT_FILE).is_file():
        return open_folder(out)
    return open_shipped()


def open_folder(folder: Path) -> EmbeddedStore:
    """Return a store of a finished build, or of all RDF files of a folder, or of one RDF file.

    Errors: C063 nothing to load, C080 a file that can't be parsed, with its line.
    """
    built = folder / BUILT_FILE
    files = [built] if built.is_file() else _find_rdf_files(folder)
    if not files:
        mend = "Run 'communique build', or name a folder of RDF files."
        raise InputError("C063", "there is nothing to load", mend=mend, place=Place(folder))
    store = ox.Store()
    for file in files:
        _load(store, file)
    return EmbeddedStore(store)


def open_shipped() -> EmbeddedStore:
    """Return a store of the declarations that ship with the package, built in memory."""
    from communique.build.project import load_dataset

    store = ox.Store()
    for graph in load_dataset().graphs.values():
        store.bulk_extend(graph)
    return EmbeddedStore(store)


def _find_rdf_files(path: Path) -> list[Path]:
    candidates = [path] if path.is_file() else sorted(path.glob("*"))
    return [one for one in candidates if one.is_file() and _format(one) is not None]


def _format(file: Path) -> ox.RdfFormat | None:
    return ox.RdfFormat.from_extension(file.suffix.removeprefix("."))


def _load(store: ox.Store, file: Path) -> None:
    """Load a file; its triples without a graph go to a graph of the file's own name."""
    name = file.resolve().as_uri()
    form = _format(file)
    datasets = form is not None and form.supports_datasets
    graph = None if datasets else ox.NamedNode(name)
    try:
        store.bulk_load(path=str(file), format=form, base_iri=name, to_graph=graph)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        problem = f"not valid RDF: {getattr(error, 'msg', None) or error}".rstrip(".")
        place = Place(file, line)
        raise InputError("C080", problem, mend="Mend the file.", place=place) from error
    except OSError as error:
        mend = "Check the path and the permissions."
        problem = f"can't be read: {error.strerror or error}"
        raise InputError("C001", problem, mend=mend, place=Place(file)) from error
