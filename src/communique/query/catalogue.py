"""Query layer: the catalogue of canned queries, `queries/<group>/<name>.rq`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from communique.core.errors import InputError
from communique.core.resources import find_resource
from communique.core.strict_yaml import suggest
from communique.query.canned import CannedQuery, read_canned_query


class Catalogue:
    """The canned queries of a folder; each file is read only when it is asked for."""

    def __init__(self, folder: Path | None = None) -> None:
        """Point at a folder, or at the queries that ship with the package."""
        self.folder = folder or find_resource("queries")

    @cached_property
    def _paths(self) -> Mapping[str, Path]:
        return {path.stem: path for path in sorted(self.folder.glob("*/*.rq"))}

    def names(self) -> list[str]:
        """Return all names, group by group."""
        return list(self._paths)

    def find(self, name: str) -> CannedQuery:
        """Return the query of that name; C070 names the nearest ones, C073 if it is malformed."""
        if name not in self._paths:
            mend = suggest(name, self._paths) if self._paths else "There are none."
            raise InputError("C070", f"no canned query '{name}'", mend=mend)
        return read_canned_query(self._paths[name])

    def read_all(self) -> list[CannedQuery]:
        """Return every query, group by group, by name; C073 if one is malformed."""
        return [self.find(name) for name in self._paths]
