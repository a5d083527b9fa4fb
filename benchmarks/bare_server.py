"""The least that starlette can do: one route, bytes at hand. `python -m … FILE TYPE PORT`."""

from __future__ import annotations

import sys
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


def serve(file: Path, media_type: str, port: int) -> None:
    """Answer one address with the bytes of a compressed file."""
    data = file.read_bytes()

    async def answer(_request: Request) -> Response:
        return Response(data, media_type=media_type, headers={"content-encoding": "gzip"})

    app = Starlette(routes=[Route("/bare", answer)])
    uvicorn.run(app, port=port, log_level="error", access_log=False)


if __name__ == "__main__":
    serve(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
