"""Load layer: a whole load: every chosen graph, then what is no longer built."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from communique.core.errors import OutputError, Place
from communique.load.attempts import Attempts, PassingError
from communique.load.graph_copy import remove_copies
from communique.load.loader import Loader, Report
from communique.load.local_graphs import ALL_GRAPHS, Choice, Source, split_graphs
from communique.load.lock import lock_store
from communique.load.pruning import find_leftovers, find_unbuilt
from communique.load.sparql_store import SparqlStore


@dataclass
class Outcome:
    """What was done: graph by graph; graphs that were removed, and unclear ones left alone."""

    reports: list[Report] = field(default_factory=list)
    pruned: list[str] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Job:
    """What is to be loaded where, and how; `on_report` hears of each graph as it is done."""

    store: SparqlStore
    source: Source
    attempts: Attempts
    choice: Choice = ALL_GRAPHS
    is_dry_run: bool = False
    prunes: bool = False
    on_report: Callable[[Report], None] = lambda _report: None

    def run(self) -> Outcome:
        """Return what was done, or would be; every graph in it is verified.

        Errors: those of `split_graphs` and of `Loader.load`; C060 the temporary folder is full,
        C117 another load into this store is at work.
        """
        with open_folder() as folder, lock_store(self.store.addresses.origin):
            return self._run(folder)

    def _run(self, folder: Path) -> Outcome:
        outcome = Outcome()
        loader = Loader(self.store, folder, self.attempts)
        graphs = split_graphs(self.source, folder, self.choice)
        for wanted in graphs:
            report = loader.plan(wanted) if self.is_dry_run else loader.load(wanted)
            outcome.reports.append(report)
            self.on_report(report)
            remove_copies([wanted])
        if self.prunes:
            self._persist(lambda: self._prune([wanted.iri for wanted in graphs], outcome))
        return outcome

    def _prune(self, built: list[str], outcome: Outcome) -> None:
        """Remove what is ours and not built; each is counted afterwards."""
        found = find_unbuilt(self.store, built, self.source.base)
        outcome.unclear = list(found.unclear)
        for name in [*found.ours, *find_leftovers(self.store)]:
            if not self.is_dry_run:
                self.store.drop(name)
                if self.store.count(name):
                    raise PassingError(f"{name} is still there")
            outcome.pruned.append(name)

    def _persist(self, action: Callable[[], None]) -> None:
        self.attempts.note_progress()
        while True:
            try:
                action()
            except PassingError as failure:
                self.attempts.wait_after(failure)
            else:
                return


@contextmanager
def open_folder() -> Iterator[Path]:
    """Yield a temporary folder; an OSError is about its disk, for sockets have errors apart."""
    with tempfile.TemporaryDirectory(prefix="communique-load-") as name:
        try:
            yield Path(name)
        except OSError as error:
            problem = f"can't use the temporary folder: {error.strerror or error}"
            mend = "Free space there, or set TMPDIR to a folder with room for twice the graphs."
            raise OutputError("C060", problem, mend=mend, place=Place(Path(name).parent)) from error
