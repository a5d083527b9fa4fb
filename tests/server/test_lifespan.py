import asyncio
from pathlib import Path
from typing import Any

from tests.server.generations import publish

from communique.server.deployment import Deployment, Sources
from communique.server.lifespan import Lifespan
from communique.server.limits import Limits
from communique.server.pool import Pool
from communique.server.request_log import RequestLog


class _NoProcesses(Pool):
    """A pool on a machine that allows no more processes."""

    async def start(self) -> None:
        """Fail as `fork` does."""
        raise BlockingIOError(11, "Resource temporarily unavailable")


def test_a_machine_without_room_for_processes_is_told(tmp_path: Path):
    """C133, and the server doesn't start."""
    publish(tmp_path / "site", "site")
    log = RequestLog()
    deployment = Deployment(Sources(tmp_path / "site"), log)
    lifespan = Lifespan(_NoProcesses(deployment.query_file, Limits()), deployment, log)
    sent: list[Any] = []

    async def receive() -> dict[str, str]:
        return {"type": "lifespan.startup"}

    async def send(message: Any) -> None:
        sent.append(message["type"])

    asyncio.run(lifespan(receive, send))
    assert sent == ["lifespan.startup.failed"]
    assert lifespan.failure is not None
    assert lifespan.failure.code == "C133"
