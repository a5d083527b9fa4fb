"""Query layer: a canned query asked of an engine; parameters are not echoed."""

from __future__ import annotations

from collections.abc import Mapping

from communique.query.answer import Engine, Table, Value
from communique.query.canned import CannedQuery


def ask_canned(engine: Engine, query: CannedQuery, values: Mapping[str, Value]) -> Table:
    """Return the rows of a canned query, with the columns that its front matter lists.

    A parameter's variable must be projected to be bound; where the answer needn't repeat it, the
    front matter doesn't list it. Errors: those of the engine.
    """
    answer = engine.run(query.sparql, values, origin=str(query.path))
    if not isinstance(answer, Table):
        raise TypeError(f"{query.name} is no SELECT")
    return keep_columns(answer, tuple(query.returns))


def keep_columns(table: Table, names: tuple[str, ...]) -> Table:
    """Return a table with some of its columns, in the order of `names`."""
    if names == table.variables:
        return table
    places = [table.variables.index(name) for name in names]
    return Table(names, [tuple(row[place] for place in places) for row in table.rows])
