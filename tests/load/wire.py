"""A plain TCP proxy on loopback: it passes bytes on, whatever they mean, and cuts the line."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

Direction = Literal["up", "down"]


@dataclass
class Wire:
    """The running proxy; it counts the bytes of all its connections, in each direction.

    The line is cut after `cut_after` bytes in one `direction`: once, or for good if `is_final`.
    """

    host: str
    port: int
    direction: Direction = "up"
    cut_after: int | None = None
    is_final: bool = False
    url: str = ""
    passed: dict[Direction, int] = field(default_factory=lambda: {"up": 0, "down": 0})
    cuts: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def admit(self, direction: Direction, size: int) -> int:
        """Return how many of `size` bytes may pass; fewer mean that the line is cut after them."""
        with self.lock:
            if self.is_final and self.cuts:
                return 0
            left = size
            if direction == self.direction and self.cut_after is not None and not self.cuts:
                left = min(size, self.cut_after - self.passed[direction])
            self.passed[direction] += left
            self.cuts += left < size
            return left


@contextmanager
def run_wire(target: str, **cut: object) -> Iterator[Wire]:
    """Yield a proxy before the server of an address."""
    parts = urlsplit(target)
    assert parts.hostname is not None
    assert parts.port is not None
    wire = Wire(parts.hostname, parts.port, **cut)  # type: ignore[arg-type]
    with socket.create_server(("127.0.0.1", 0)) as listener:
        wire.url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        threading.Thread(target=_accept, args=(listener, wire), daemon=True).start()
        yield wire


def _accept(listener: socket.socket, wire: Wire) -> None:
    with suppress(OSError):  # the listener is closed in the end
        while True:
            client, _ = listener.accept()
            threading.Thread(target=_connect, args=(client, wire), daemon=True).start()


def _connect(client: socket.socket, wire: Wire) -> None:
    with client, suppress(OSError), socket.create_connection((wire.host, wire.port)) as server:
        back = threading.Thread(target=_pass, args=(server, client, wire, "down"), daemon=True)
        back.start()
        _pass(client, server, wire, "up")
        back.join()


def _pass(source: socket.socket, target: socket.socket, wire: Wire, direction: Direction) -> None:
    with suppress(OSError):
        while data := source.recv(1 << 14):
            left = wire.admit(direction, len(data))
            target.sendall(data[:left])
            if left < len(data):
                break
    for end in (source, target):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
