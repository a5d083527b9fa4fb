"""Query layer: canned queries as a library: typed rows, or a pandas frame."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, overload

from communique.core.resources import find_resource
from communique.core.strict_yaml import read_yaml
from communique.query.answer import Engine, Row, Table
from communique.query.asking import ask_canned
from communique.query.catalogue import Catalogue
from communique.query.embedded import EmbeddedStore, open_folder, open_shipped
from communique.query.labels import Labeller, look_up_labels
from communique.query.parameters import Resolver
from communique.query.values import Cell, Thing, to_python

if TYPE_CHECKING:
    import pandas as pd

    from communique.query.endpoint import Endpoint

Record = Mapping[str, Cell]


@dataclass(frozen=True)
class Rows(Sequence[Record]):
    """The rows of an answer; each is a mapping from a variable's name to a typed value."""

    variables: tuple[str, ...]
    records: tuple[Record, ...]

    @overload
    def __getitem__(self, index: int) -> Record: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Record, ...]: ...

    def __getitem__(self, index: int | slice) -> Record | tuple[Record, ...]:
        """Return a row, or several."""
        return self.records[index]

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.records)

    def __iter__(self) -> Iterator[Record]:
        """Yield the rows in order."""
        return iter(self.records)

    def to_frame(self, *, labels: bool = True) -> pd.DataFrame:
        """Return a pandas frame; things by their labels, or by their IRIs.

        Errors: ImportError if pandas isn't installed.
        """
        import pandas as pd

        rows = [[_flatten(row[name], labels) for name in self.variables] for row in self.records]
        return pd.DataFrame(rows, columns=list(self.variables))


def ask(
    name: str,
    *,
    source: Engine | Path | None = None,
    labels_in: str = "en",
    **parameters: str | int | datetime.date,
) -> Rows:
    """Return the answer of a canned query.

    `parameters` are given as a person would: `state="Poland"`, `paragraph="operative/8"`.
    `source` is an engine, or a folder of a build or of RDF files; without it the shipped
    declarations are asked, built in memory on the first call. Errors: C063, C070, C071, C080.

    >>> [str(row["state"]) for row in ask("reservations-on-paragraph", paragraph="operative/13")]
    ['India']
    """
    engine = _open(source)
    query = Catalogue().find(name)
    given = {key: str(value) for key, value in parameters.items()}
    values = Resolver(engine).resolve_all(query, given)
    answer = ask_canned(engine, query, values)
    labeller = look_up_labels(engine, answer, language=labels_in, prefixes=load_prefixes())
    return Rows(answer.variables, tuple(_to_record(answer, row, labeller) for row in answer.rows))


def load_prefixes() -> Mapping[str, str]:
    """Return the shared table of prefixes, `ontology/prefixes.yaml`."""
    entries = read_yaml(find_resource("ontology", "prefixes.yaml")).entries()
    return {prefix.text(): namespace.text() for prefix, namespace in entries}


def open_endpoint(url: str, *, timeout_seconds: float = 60.0) -> Endpoint:
    """Return a SPARQL endpoint to be given as `source`; C090 if the address isn't http(s)."""
    from communique.query.endpoint import Endpoint

    return Endpoint(url, timeout_seconds=timeout_seconds)


def _open(source: Engine | Path | None) -> Engine:
    if isinstance(source, Path):
        return open_folder(source)
    return _open_shipped() if source is None else source


@cache
def _open_shipped() -> EmbeddedStore:
    """Build the shipped declarations once; nothing writes to their store."""
    return open_shipped()


def _to_record(answer: Table, row: Row, labeller: Labeller) -> Record:
    cells = (to_python(term, label=labeller.name(term)) for term in row)
    return MappingProxyType(dict(zip(answer.variables, cells, strict=True)))


def _flatten(cell: Cell, labels: bool) -> Cell:
    if isinstance(cell, Thing):
        return cell.label if labels else cell.iri
    return cell
