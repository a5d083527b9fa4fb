"""An endpoint on loopback that gives the same answer to every query."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

_ANSWER = (
    b'{"head":{"vars":["far"]},'
    b'"results":{"bindings":[{"far":{"type":"literal","value":"from afar"}}]}}'
)


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        """Answer without looking."""
        self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self.send_response(200)
        self.send_header("Content-Type", "application/sparql-results+json")
        self.send_header("Content-Length", str(len(_ANSWER)))
        self.end_headers()
        self.wfile.write(_ANSWER)

    do_GET = do_POST  # noqa: N815 - the name that the server looks for

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def run_service() -> Iterator[str]:
    """Yield the address of an endpoint that answers until the block ends."""
    with HTTPServer(("127.0.0.1", 0), _Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/sparql"
        server.shutdown()
        thread.join()
