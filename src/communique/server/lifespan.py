"""Server layer: what is started before the first request and stopped after the last."""

from __future__ import annotations

import asyncio
import signal

from starlette.types import Receive, Send

from communique.core.errors import CommuniqueError, OutputError
from communique.server.deployment import Deployment
from communique.server.pool import Pool
from communique.server.request_log import RequestLog


class Lifespan:
    """Starts and stops the pool and the watch for new builds.

    Source: ASGI, Lifespan Protocol, 2.0. Errors while it starts are kept in `failure`: those
    of the pool, and C133 if there can be no processes.
    """

    def __init__(self, pool: Pool, deployment: Deployment, log: RequestLog) -> None:
        """Keep the parts; nothing is started."""
        self._pool, self._deployment, self._log = pool, deployment, log
        #: Why the server couldn't start.
        self.failure: CommuniqueError | None = None

    async def __call__(self, receive: Receive, send: Send) -> None:
        """Follow the server's life from its start to its end."""
        await receive()
        try:
            await self._start()
        except CommuniqueError as error:
            self.failure = error
            await send({"type": "lifespan.startup.failed", "message": str(error)})
            return
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self._stop()
        await send({"type": "lifespan.shutdown.complete"})

    async def _start(self) -> None:
        try:
            await self._pool.start()
        except OSError as error:
            problem = f"no process for queries can be started: {error.strerror or error}"
            mend = "Raise the limits of processes and open files, or lower 'workers'."
            raise OutputError("C133", problem, mend=mend) from error
        self._deployment.watch(self._pool)
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGHUP, self._reload)
        self._log.write_event("start", site=str(self._deployment.site.root))

    def _reload(self) -> None:
        self._deployment.refresh(by_force=True)

    async def _stop(self) -> None:
        await self._deployment.stop()
        await self._pool.stop()
        self._log.write_event("stop")
