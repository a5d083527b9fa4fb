"""Link layer: many things asked of an endpoint, one batch after the other, politely."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import pyoxigraph as ox

from communique.core.errors import ServiceError
from communique.link.cache import AnswerCache
from communique.link.wikidata import Question
from communique.query.answer import Table, Term, Value
from communique.query.endpoint import Endpoint

#: A row by variable; unbound variables are left out.
Bindings: TypeAlias = dict[str, Term]

BATCH_SIZE: Final = 50
#: The least time between two requests that are sent.
PAUSE_SECONDS: Final = 1.0


def _show_nothing(done: int, total: int) -> None:
    del done, total


@dataclass
class Interview:
    """Asks one endpoint, one request at a time; what it was told is kept in the cache."""

    endpoint: Endpoint
    cache: AnswerCache | None = None
    batch_size: int = BATCH_SIZE
    pause_seconds: float = PAUSE_SECONDS
    show: Callable[[int, int], None] = _show_nothing
    sleep: Callable[[float], None] = time.sleep
    _sent: int = 0

    def ask(self, question: Question, subjects: Sequence[Value]) -> list[Bindings]:
        """Return the rows about all subjects, at least one about each.

        Errors: C091 to C093 the endpoint is down, refuses or sends a broken answer, C101 it leaves
        out a subject, C104 the cache can't be written. The batches before that are in the cache.
        """
        rows: list[Bindings] = []
        for start in range(0, len(subjects), self.batch_size):
            batch = subjects[start : start + self.batch_size]
            rows += self._ask_batch(question, batch)
            self.show(min(start + self.batch_size, len(subjects)), len(subjects))
        return rows

    def _ask_batch(self, question: Question, batch: Sequence[Value]) -> list[Bindings]:
        query = question.write(batch)
        kept = self.cache.find(self.endpoint.url, query) if self.cache else None
        table = kept or self._send(query)
        rows = [_bind(table, row) for row in table.rows]
        self._require_all(batch, rows, question.variables[0])
        if self.cache and kept is None:
            self.cache.keep(self.endpoint.url, query, table)
        return rows

    def _send(self, query: str) -> Table:
        if self._sent:
            self.sleep(self.pause_seconds)
        self._sent += 1
        return self.endpoint.select(query)

    def _require_all(self, batch: Sequence[Value], rows: list[Bindings], subject: str) -> None:
        told = {identify(row[subject]) for row in rows if subject in row}
        missing = [term for term in batch if identify(term) not in told]
        if missing:
            problem = f"{self.endpoint.url} says nothing of {len(missing)} of {len(batch)} things"
            mend = f"Ask again later; the first one is {missing[0]}."
            raise ServiceError("C101", problem, mend=mend)


def _bind(table: Table, row: Sequence[Term | None]) -> Bindings:
    pairs = zip(table.variables, row, strict=True)
    return {name: term for name, term in pairs if term is not None}


def identify(term: Term) -> tuple[str, str]:
    """Return what makes a term the same in any store: some write language tags in lower case."""
    language = term.language if isinstance(term, ox.Literal) else None
    words = term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
    return words, (language or "").lower()
