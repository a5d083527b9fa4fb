"""Link layer: answers of an endpoint on disk, so that a run that was cut off is taken up again."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from communique.core.errors import OutputError, Place
from communique.link.whole_file import replace_file
from communique.query.answer import Table
from communique.query.formats import to_w3c


@dataclass(frozen=True)
class AnswerCache:
    """Whole answers by endpoint and query; one older than `max_age_seconds` is asked for again."""

    folder: Path
    max_age_seconds: float
    clock: Callable[[], float] = time.time

    def find(self, url: str, query: str) -> Table | None:
        """Return the answer that was kept, or None; a file that can't be read counts as none."""
        path = self._path(url, query)
        try:
            if self.clock() - path.stat().st_mtime > self.max_age_seconds:
                return None
            data = path.read_bytes()
            parsed = ox.parse_query_results(data, format=ox.QueryResultsFormat.JSON)
            if not isinstance(parsed, ox.QuerySolutions):
                return None
            variables = tuple(variable.value for variable in parsed.variables)
            return Table(variables, [tuple(solution) for solution in parsed])
        except (OSError, SyntaxError, ValueError):
            return None

    def keep(self, url: str, query: str, table: Table) -> None:
        """Keep a whole answer; C104 if the folder can't be written."""
        path = self._path(url, query)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, to_w3c(table, "json"))
        except OSError as error:
            problem = f"can't write the cache: {error.strerror}"
            mend = "Choose another folder with --cache."
            raise OutputError("C104", problem, mend=mend, place=Place(self.folder)) from error

    def _path(self, url: str, query: str) -> Path:
        digest = hashlib.sha256(f"{url}\n{query}".encode()).hexdigest()
        return self.folder / f"{digest}.json"
