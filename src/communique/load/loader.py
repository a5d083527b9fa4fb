"""Load layer: one graph is brought into a store, by way of a staging graph, and verified.

The work is a loop that looks before it acts. What is in place is left alone; what is staged and
right is not sent again; after a failure it looks again. So a reply that was lost, a store that was
restarted and a loader that was killed are all the same case.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NoReturn

from communique.core.errors import CommuniqueError, ServiceError
from communique.load.attempts import Attempts, PassingError
from communique.load.graph_copy import GraphCopy, remove_copies
from communique.load.line_sorter import Difference, compare_sorted
from communique.load.report import Report, Watch, watch_nothing
from communique.load.sparql_store import SparqlStore
from communique.load.staging import name_staging

#: The code of a refused login.
_LOGIN: Final = "C112"
#: How often a graph is read whose pages overlap.
_READINGS: Final = 3


@dataclass(frozen=True)
class Finding:
    """What a store holds under a graph's name; `copy` was read if the count alone didn't tell."""

    count: int
    is_wanted: bool
    copy: GraphCopy | None = None


@dataclass
class Loader:
    """Brings graphs into a store; `folder` is for what is read back."""

    store: SparqlStore
    folder: Path
    attempts: Attempts
    watch: Watch = watch_nothing

    def examine(self, graph: str, wanted: GraphCopy) -> Finding:
        """Return what the store holds as `graph`: counted first, read and hashed if that fits."""
        count = self.store.count(graph)
        # A store that keeps 01 and 1 apart counts two where we compare one.
        if not wanted.fingerprint.count <= count <= wanted.lines:
            return Finding(count, is_wanted=False)
        copy = self.read(graph, count)
        if copy.fingerprint == wanted.fingerprint:
            remove_copies([copy])
            return Finding(count, is_wanted=True)
        return Finding(count, is_wanted=False, copy=copy)

    def read(self, graph: str, count: int, *, name: str = "remote") -> GraphCopy:
        """Return a graph's triples as the store holds them, in a file of the folder.

        Pages that overlap repeat some triples and lack others: then they are read again. A store
        that keeps 01 and 1 apart repeats them each time.
        """
        for _ in range(_READINGS):
            copy = self.store.download(graph, self.folder / f"{name}.nt", count=count)
            if self.store.page_size is None or not copy.has_repeats:
                break
        return copy

    def plan(self, wanted: GraphCopy) -> Report:
        """Return what would be done about a graph, and which triples differ, without doing it."""
        while True:
            try:
                return self._plan(wanted)
            except PassingError as failure:
                self.attempts.wait_after(failure)

    def _plan(self, wanted: GraphCopy) -> Report:
        report = self.begin(wanted)
        with report.time("verify"):
            found = self.examine(wanted.iri, wanted)
            if not found.is_wanted:
                report.action = "replace" if found.count else "add"
            if found.count and not found.is_wanted:
                copy = found.copy or self.read(wanted.iri, found.count)
                _ = copy.fingerprint
                report.difference = compare_sorted(copy.sorted_file, wanted.sorted_file)
        return report

    def begin(self, wanted: GraphCopy) -> Report:
        """Return the report on a graph about which nothing has been done yet."""
        return Report(wanted.iri, wanted.fingerprint.count, watch=self.watch)

    def load(self, wanted: GraphCopy) -> Report:
        """Return what was done, once the store holds the graph as wanted, and nothing staged.

        Errors: C111 the store failed at every try; C114 it holds something else than it was sent;
        C112, C113 and C115 it refuses; C118 the graph is neither old nor new. In every case but
        the last the graph is as it was before.
        """
        return _Passage(self, wanted).run()


@dataclass
class _Passage:
    """The loading of one graph."""

    loader: Loader
    wanted: GraphCopy
    report: Report = field(init=False)
    backup: GraphCopy | None = None
    is_atomic: bool = True
    is_staged: bool = False
    is_touched: bool = False
    changes: int = 0
    short_uploads: int = 0

    def __post_init__(self) -> None:
        self.report = self.loader.begin(self.wanted)
        self.staging = name_staging(self.wanted.iri)
        self.store, self.attempts = self.loader.store, self.loader.attempts

    def run(self) -> Report:
        self.attempts.note_progress()
        while True:
            try:
                self._advance()
            except PassingError as failure:
                self._wait(failure)
            except CommuniqueError as error:
                self._undo(can_clean=error.code != _LOGIN)
                raise
            except KeyboardInterrupt as error:
                if self.is_touched and not self.is_atomic:
                    _report_mixture(self.wanted.iri, error)
                raise
            else:
                return self.report

    def _wait(self, failure: PassingError) -> None:
        try:
            self.attempts.wait_after(failure)
        except ServiceError:
            self._undo(can_clean=True)
            raise

    def _advance(self) -> None:
        """Go from wherever the store is to the end, or fail on the way."""
        found = self._examine(self.wanted.iri)
        if not found.is_wanted:
            self._change(found)
        if self.store.count(self.staging):
            with self.report.time("switch"):
                self.store.drop(self.staging)
        self.attempts.note_progress()

    def _change(self, found: Finding) -> None:
        if self.report.action == "unchanged":
            self.report.action = "replaced" if found.count else "added"
        self._stage()
        if not self.is_staged:
            self.is_staged = True
            self.attempts.note_progress()
        self._prepare_switch(found)
        self.is_touched = True
        with self.report.time("switch"):
            self.store.switch(
                self.staging,
                self.wanted.iri,
                self.wanted,
                old_count=found.count,
                changes=self.changes,
            )
        switched = self._examine(self.wanted.iri)
        if not switched.is_wanted:
            raise PassingError(f"{self.wanted.iri} isn't complete after the switch")

    def _stage(self) -> None:
        """Have the staging graph hold what is wanted; send it only if it doesn't yet."""
        if self._examine(self.staging).is_wanted:
            return
        with self.report.time("transfer"):
            self.store.put(self.staging, self.wanted)
        staged = self._examine(self.staging)
        if not staged.is_wanted:
            self._judge(staged)

    def _judge(self, staged: Finding) -> None:
        """Tell a store that lost triples, which may pass, from one that changes them."""
        self.short_uploads += 1
        if staged.copy is None and self.short_uploads < self.attempts.tries:
            problem = f"the store said yes, but holds {staged.count} of {self.wanted.lines} triples"
            raise PassingError(problem)
        copy = staged.copy or self.loader.read(self.staging, staged.count)
        _ = copy.fingerprint
        difference = compare_sorted(self.wanted.sorted_file, copy.sorted_file)
        _refuse_difference(self.wanted.iri, difference)

    def _prepare_switch(self, found: Finding) -> None:
        """Read the old graph before a switch that isn't one transaction: it may be needed again."""
        self.changes = found.count + self.wanted.lines
        if found.count and not self.store.is_atomic(old_count=found.count, changes=self.changes):
            with self.report.time("backup"):
                # A second round must not overwrite the backup with what the first one left.
                name = "current" if self.backup else "backup"
                old = self.loader.read(self.wanted.iri, found.count, name=name)
                self.changes = self._count_changes(old)
            self.backup = self.backup or old
        if not self.is_touched:
            self.is_atomic = self.store.is_atomic(old_count=found.count, changes=self.changes)

    def _count_changes(self, old: GraphCopy) -> int:
        """Return how many triples differ; blank nodes never stay the same in a store."""
        if self.wanted.has_blank_nodes or old.has_blank_nodes:
            return self.wanted.lines + old.lines
        return compare_sorted(self.wanted.sorted_file, old.sorted_file).size

    def _examine(self, graph: str) -> Finding:
        with self.report.time("verify"):
            return self.loader.examine(graph, self.wanted)

    def _undo(self, *, can_clean: bool) -> None:
        """Leave the graph old or new, and nothing staged, as far as the store can be reached.

        A login that was refused is used again only if there is a graph to restore.
        """
        if self.is_touched and not self.is_atomic:
            self._restore()
        if not can_clean:
            return
        # The first failure is what has to be told; a leftover is found by the next run.
        with suppress(PassingError, CommuniqueError):
            if self.store.count(self.staging):
                self.store.drop(self.staging)

    def _restore(self) -> None:
        """Put the old graph back if the switch stopped half way. C118 if that fails, too."""
        try:
            if not self._examine(self.wanted.iri).is_wanted and not self._put_back():
                _report_mixture(self.wanted.iri)
        except (PassingError, ServiceError) as error:
            _report_mixture(self.wanted.iri, error)

    def _put_back(self) -> bool:
        """Restore what was there before; tell whether it is there again."""
        if self.backup is None:
            self.store.drop(self.wanted.iri)
            return self.store.count(self.wanted.iri) == 0
        if not self.loader.examine(self.wanted.iri, self.backup).is_wanted:
            self.store.put(self.wanted.iri, self.backup)
        return self.loader.examine(self.wanted.iri, self.backup).is_wanted


def _refuse_difference(graph: str, difference: Difference) -> NoReturn:
    shown = "".join(f"\n  {line}" for line in difference.sample)
    mend = f"The graph was left as it was; - is ours, + is the store's.{shown}"
    problem = f"the store doesn't hold {graph} as it was sent: {difference}"
    raise ServiceError("C114", problem, mend=mend)


def _report_mixture(graph: str, error: BaseException | None = None) -> NoReturn:
    mend = "Run the same command again as soon as the store works: it goes on from here."
    problem = f"the switch of {graph} may have stopped half way, and the old graph isn't restored"
    raise ServiceError("C118", problem, mend=mend) from error
