"""`make stores`: an Oxigraph and a Virtuoso to try things out on, until Ctrl-C."""

import signal
import sys
import tempfile
from contextlib import ExitStack, suppress
from pathlib import Path

from tests.stores.servers import MAKERS, Server, run_store


def main() -> None:
    """Start the stores, say where they are, and wait."""
    # A shell that starts a command in the background lets it ignore SIGINT.
    for end in (signal.SIGINT, signal.SIGTERM):
        signal.signal(end, signal.default_int_handler)
    with (
        suppress(KeyboardInterrupt),
        tempfile.TemporaryDirectory(prefix="communique-stores-") as name,
        ExitStack() as stack,
    ):
        for kind, make in MAKERS.items():
            _describe(stack.enter_context(run_store(make, Path(name) / kind)))
        _say("Ctrl-C ends them; nothing is kept.")
        signal.pause()


def _describe(server: Server) -> None:
    words = [f"{name}={value}" for name, value in server.login.items()]
    _say(f"{server.name}: {server.url}")
    _say("  " + " ".join([*words, "communique load", server.url]))


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
