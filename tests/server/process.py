"""A real `communique serve` in a process of its own, and what is asked of it over real sockets."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

START_SECONDS = 30
ASK_SECONDS = 60


@dataclass(frozen=True)
class Reply:
    """A response: its status, its headers by lower-case name, its body as it came."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def type(self) -> str:
        """The media type."""
        return self.headers.get("content-type", "").partition(";")[0]

    def json(self) -> Any:
        """Return the body, which is JSON."""
        return json.loads(self.body)


def ask_port(
    port: int,
    path: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: bytes | None = None,
) -> Reply:
    """Send one request on a connection of its own; nothing is followed, unpacked or added."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=ASK_SECONDS)
    try:
        skip = any(name.lower() == "host" for name in headers or {})
        connection.putrequest(method, path, skip_host=skip, skip_accept_encoding=True)
        for name, value in (headers or {}).items():
            connection.putheader(name, value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        response = connection.getresponse()
        found = {name.lower(): value for name, value in response.getheaders()}
        return Reply(response.status, found, response.read())
    finally:
        connection.close()


class Server:
    """A server that runs."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        """Follow a process that listens on a port; its log is read in the background."""
        self.process, self.port = process, port
        self.log: list[str] = []
        self._reader = threading.Thread(target=self._read_log, daemon=True)
        self._reader.start()

    @property
    def address(self) -> str:
        """Its address, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path: str, *, accept: str | None = None, **options: Any) -> Reply:
        """Send one request; `accept` is the header of that name."""
        headers = {**({"Accept": accept} if accept is not None else {})}
        headers.update(options.pop("headers", {}))
        return ask_port(self.port, path, headers=headers, **options)

    def query(self, sparql: str, *, accept: str | None = None, **parameters: str) -> Reply:
        """Send a query with GET."""
        return self.ask(f"/sparql?{urlencode({'query': sparql, **parameters})}", accept=accept)

    def events(self, name: str) -> list[dict[str, Any]]:
        """Return the events of a name in the log so far."""
        read = [json.loads(line) for line in self.log if line.startswith("{")]
        return [event for event in read if event["event"] == name]

    def wait_for(self, name: str, *, number: int = 1, seconds: float = 20) -> None:
        """Wait until an event has been logged so many times."""
        until = time.monotonic() + seconds
        while len(self.events(name)) < number:
            assert time.monotonic() < until, f"no {number} events '{name}':\n" + "".join(self.log)
            time.sleep(0.02)

    def count_descriptors(self) -> int:
        """Return how many files and sockets the server's own process has open."""
        return len(list(Path(f"/proc/{self.process.pid}/fd").iterdir()))

    def measure_memory(self) -> int:
        """Return the memory of the server and all its processes in bytes: the sum of their PSS."""
        return sum(_measure_pss(pid) for pid in list_processes(self.process.pid))

    def close(self) -> None:
        """Read the log to its end; the process has ended."""
        self._reader.join(START_SECONDS)
        for stream in (self.process.stdout, self.process.stderr):
            assert stream
            stream.close()

    def _read_log(self) -> None:
        assert self.process.stderr
        self.log.extend(iter(self.process.stderr.readline, ""))


def _measure_pss(pid: int) -> int:
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    except (FileNotFoundError, ProcessLookupError):  # it has just ended
        return 0
    found = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
    return int(found[1]) * 1024 if found else 0


def list_processes(root: int) -> list[int]:
    """Return a process and all that descend from it."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            text = stat.read_text("utf-8", "replace")
        except (FileNotFoundError, ProcessLookupError):
            continue
        parents[int(stat.parent.name)] = int(text.rpartition(")")[2].split()[1])
    found = [root]
    for pid in found:
        found += [child for child, parent in parents.items() if parent == pid]
    return found


def start_process(
    *args: str | Path, environment: Mapping[str, str] | None = None
) -> subprocess.Popen[str]:
    """Start `communique serve`; settings of the machine's environment are off."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("COMMUNIQUE_")}
    return subprocess.Popen(
        [sys.executable, "-m", "communique.cli.main", "serve", *map(str, args)],
        env={**kept, "PYTHONUTF8": "1", **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


@contextmanager
def run_server(*args: str | Path, environment: Mapping[str, str] | None = None) -> Iterator[Server]:
    """Run a server on a free port until the block ends; it has to end well."""
    process = start_process("--port", "0", *args, environment=environment)
    assert process.stdout
    first = process.stdout.readline()
    found = re.search(r"http://127\.0\.0\.1:(\d+)/", first)
    if found is None:
        _, errors = process.communicate(timeout=START_SECONDS)
        raise AssertionError(f"the server didn't start: {errors}")
    server = Server(process, int(found[1]))
    try:
        yield server
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=START_SECONDS) == 0
        server.close()
    assert server.events("error") == [], server.events("error")
    assert all(line.startswith("{") for line in server.log), server.log
