"""A server process on loopback: started, waited for, stopped by its own handle."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

START_SECONDS = 180.0
STOP_SECONDS = 10.0


def find_program(name: str, *, mend: str) -> str:
    """Return the path of a store's program; in CI a missing one fails, elsewhere it skips."""
    beside_python = shutil.which(name, path=str(Path(sys.executable).parent))
    path = beside_python or shutil.which(name)
    if path is not None:
        return path
    if os.environ.get("CI") == "true":
        pytest.fail(f"{name} is missing: {mend}")
    pytest.skip(f"{name} isn't installed: {mend}")


def find_free_port() -> int:
    """Return a port on loopback that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def run_server(words: Sequence[str], *, ready_url: str, log: Path) -> Iterator[None]:
    """Run a server until the block ends; it is ready when `ready_url` answers anything."""
    with log.open("wb") as output:
        process = subprocess.Popen(words, stdout=output, stderr=output, cwd=log.parent)
    try:
        wait_until_ready(process, ready_url, log)
        yield
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_until_ready(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    """Wait until `url` answers anything; a server that ends or stays silent fails the test."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            pytest.fail(f"the server ended: {log.read_text(errors='replace')[-800:]}")
        try:
            with urllib.request.urlopen(url, timeout=2):  # noqa: S310 - loopback
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"the server didn't answer within {START_SECONDS:g} seconds")
