"""A real oxigraph server, from the test dependency `oxigraph`."""

import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.stores.processes import find_free_port, find_program, run_server

from communique.query.endpoint import Endpoint


@contextmanager
def start_oxigraph(nquads: bytes, folder: Path) -> Iterator[Endpoint]:
    """Yield the endpoint of a server that holds the quads; its default graph is their union."""
    program = find_program("oxigraph", mend="pip install oxigraph")
    base = f"http://127.0.0.1:{find_free_port()}"
    words = [program, "serve", "--bind", base.removeprefix("http://"), "--union-default-graph"]
    with run_server(words, ready_url=base, log=folder / "oxigraph.log"):
        request = urllib.request.Request(  # noqa: S310 - loopback
            f"{base}/store", data=nquads, headers={"Content-Type": "application/n-quads"}
        )
        with urllib.request.urlopen(request, timeout=60) as response:  # noqa: S310 - loopback
            assert response.status in (201, 204)
        yield Endpoint(f"{base}/query")
