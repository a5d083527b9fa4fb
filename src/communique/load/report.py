"""Load layer: what was done about one graph, and for how long."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field

from communique.load.line_sorter import Difference

#: Shows a kind of work on a graph while it is done; gets the work and the graph's IRI.
Watch = Callable[[str, str], AbstractContextManager[object]]


def watch_nothing(_work: str, _graph: str) -> AbstractContextManager[object]:
    """Show nothing."""
    return nullcontext()


@dataclass
class Report:
    """What was done about one graph, with the seconds that each kind of work took.

    A plan has a `difference`: what would go (-) and what would come (+).
    """

    graph: str
    count: int
    action: str = "unchanged"
    difference: Difference | None = None
    seconds: dict[str, float] = field(default_factory=dict)
    watch: Watch = watch_nothing

    @contextmanager
    def time(self, work: str) -> Iterator[None]:
        """Add the time of what is done within to `work`."""
        started = time.perf_counter()
        try:
            with self.watch(work, self.graph):
                yield
        finally:
            self.seconds[work] = self.seconds.get(work, 0.0) + time.perf_counter() - started
