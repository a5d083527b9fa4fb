"""Load layer: a whole load: every chosen graph, then what is no longer built."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from communique.core.errors import OutputError, Place
from communique.load.attempts import Attempts, PassingError
from communique.load.graph_copy import remove_copies
from communique.load.loader import Loader
from communique.load.local_graphs import ALL_GRAPHS, Choice, Source, split_graphs
from communique.load.lock import lock_store, name_store
from communique.load.pruning import find_leftovers, find_unbuilt
from communique.load.report import Report, Watch, watch_nothing
from communique.load.sparql_store import SparqlStore

Result = TypeVar("Result")


@dataclass
class Outcome:
    """What was done: graph by graph; graphs that were removed, and unclear ones left alone."""

    reports: list[Report] = field(default_factory=list)
    pruned: list[str] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Job:
    """What is to be loaded where, and how.

    `on_report` hears of each graph as it is done, `watch` of what is being done.
    """

    store: SparqlStore
    source: Source
    attempts: Attempts
    choice: Choice = ALL_GRAPHS
    is_dry_run: bool = False
    prunes: bool = False
    on_report: Callable[[Report], None] = lambda _report: None
    watch: Watch = watch_nothing

    def run(self) -> Outcome:
        """Return what was done, or would be; every graph in it is verified.

        Errors: those of `split_graphs` and of `Loader.load`; C060 the temporary folder is full,
        C117 another load into this store is at work.
        """
        origin = self.store.addresses.origin
        try:
            with lock_store(origin), open_folder(origin) as folder:
                return self._run(folder)
        finally:
            self.store.client.hang_up()

    def _run(self, folder: Path) -> Outcome:
        outcome = Outcome()
        loader = Loader(self.store, folder, self.attempts, self.watch)
        with self.watch("reading", self.source.file.name):
            graphs = split_graphs(self.source, folder, self.choice)
        for wanted in graphs:
            report = loader.plan(wanted) if self.is_dry_run else loader.load(wanted)
            outcome.reports.append(report)
            self.on_report(report)
            remove_copies([wanted])
        if self.prunes:
            self._prune([wanted.iri for wanted in graphs], outcome)
        return outcome

    def _prune(self, built: list[str], outcome: Outcome) -> None:
        """Remove what is ours and not built; each is counted afterwards."""
        base = self.source.base
        found = self._persist(lambda: find_unbuilt(self.store, built, base))
        outcome.unclear = list(found.unclear)
        outcome.pruned = [
            *found.ours,
            *self._persist(lambda: find_leftovers(self.store, base)),
        ]
        for name in () if self.is_dry_run else outcome.pruned:
            self._persist(partial(self._drop, name))

    def _drop(self, graph: str) -> None:
        self.store.drop(graph)
        if self.store.count(graph):
            raise PassingError(f"{graph} is still there")

    def _persist(self, action: Callable[[], Result]) -> Result:
        self.attempts.note_progress()
        while True:
            try:
                return action()
            except PassingError as failure:
                self.attempts.wait_after(failure)


@contextmanager
def open_folder(origin: str) -> Iterator[Path]:
    """Yield a temporary folder for a store that is locked; what killed loads left of it is removed.

    An OSError within is about its disk, for sockets have errors of their own.
    """
    prefix = f"communique-load-{name_store(origin)}-"
    for leftover in Path(tempfile.gettempdir()).glob(f"{prefix}*"):
        if leftover.lstat().st_uid == os.getuid():
            shutil.rmtree(leftover)
    with tempfile.TemporaryDirectory(prefix=prefix) as name:
        try:
            yield Path(name)
        except OSError as error:
            problem = f"can't use the temporary folder: {error.strerror or error}"
            mend = "Free space there, or set TMPDIR to a folder with room for four times the graph."
            raise OutputError("C060", problem, mend=mend, place=Place(Path(name).parent)) from error
