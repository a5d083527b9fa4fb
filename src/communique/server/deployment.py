"""Server layer: the build that is served now, and how the next one takes its place.

`communique publish` switches a new site in by renaming a link. The server looks at the link, and
whenever a file it knows of is gone; it then serves the new pages at once, and gives the new graph
to the pool, which answers from the old one until the new one is loaded.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from communique.core.errors import InputError, Place
from communique.server.documents import Documents
from communique.server.pool import Pool
from communique.server.replies import Replier
from communique.server.request_log import RequestLog
from communique.server.site_folder import QUERY_FILE, SiteFolder, open_site

_LOOK_SECONDS: Final = 0.5


@dataclass(frozen=True)
class Sources:
    """What is served: a published site, and the file for queries where that isn't in the site."""

    site: Path
    data: Path | None = None
    prefix: str = "/"
    cache_bytes: int = 32 * 2**20

    def find_query_file(self, site: SiteFolder) -> Path:
        """Return the N-Quads file that queries are answered from; C131 if there is none."""
        path = self.data.resolve() if self.data else site.root / QUERY_FILE
        if not path.is_file():
            problem = "there is no graph to answer queries from"
            mend = "Name a folder that 'communique publish' wrote, or a file with --data."
            raise InputError("C131", problem, mend=mend, place=Place(path))
        return path


class Deployment:
    """Holds the current generation; requests under way keep the one that they began with."""

    def __init__(self, sources: Sources, log: RequestLog) -> None:
        """Open the site; errors as `open_sources`."""
        self.sources, self._log = sources, log
        self.site = open_folder(sources)
        self.query_file = sources.find_query_file(self.site)
        self.documents = self._serve(self.site)
        #: How many generations have been put in place.
        self.number = 1
        self._tasks: set[asyncio.Task[None]] = set()
        self._one_by_one = asyncio.Lock()
        self._pool: Pool | None = None

    def watch(self, pool: Pool) -> None:
        """Look for a new generation from now on, and give its graph to the pool."""
        self._pool = pool
        self._start(self._watch())

    async def stop(self) -> None:
        """Stop looking."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def refresh(self, *, by_force: bool = False) -> bool:
        """Put the new generation in place if there is one; tell whether there was.

        `by_force` takes the folder as it is now for a new generation. If it can't be served, the
        current one stays, and the log says why.
        """
        if not (by_force or self._has_moved()):
            return False
        try:
            site = open_folder(self.sources)
            query_file = self.sources.find_query_file(site)
        except InputError as error:
            self._log.write_event("reload-failed", error=str(error))
            return False
        self.site, self.documents = site, self._serve(site)
        self.number += 1
        self._log.write_event("reload", generation=self.number)
        if self._pool is not None and (query_file != self.query_file or by_force):
            self.query_file = query_file
            self._start(self._replace(self._pool))
        return True

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _serve(self, site: SiteFolder) -> Documents:
        replier = Replier(site, self.sources.prefix)
        return Documents(replier, cache_bytes=self.sources.cache_bytes)

    async def _replace(self, pool: Pool) -> None:
        """Give the graph to the pool, one after another; an outdated one is left out."""
        newest = self.query_file
        async with self._one_by_one:
            if newest != self.query_file:
                return
            try:
                await pool.replace(newest)
            except (InputError, OSError) as error:
                self._log.write_event("reload-failed", error=str(error))

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            if self._has_moved():
                self.refresh()

    def _has_moved(self) -> bool:
        data = self.sources.data
        moved = data is not None and data.resolve() != self.query_file
        return moved or self.sources.site.resolve() != self.site.root


def open_folder(sources: Sources) -> SiteFolder:
    """Return the site of the folder; C131 if there is none, or its table can't be read."""
    try:
        return open_site(sources.site)
    except (OSError, ValueError, KeyError) as error:
        mend = "Name a folder that 'communique publish' wrote."
        problem = "there is no published site here"
        raise InputError("C131", problem, mend=mend, place=Place(sources.site)) from error
