"""A socket and a file that notice whoever comes."""

import ctypes
import os
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

# Source: inotify(7), sys/inotify.h.
_IN_ACCESS_AND_OPEN = 0x1 | 0x20
_EVENT = struct.Struct("iIII")


@dataclass(frozen=True)
class WatchedPlaces:
    """A listener on loopback and a file with one triple; both count their visitors."""

    listener: socket.socket
    file: Path
    _watch: int

    def fill_in(self, query: str) -> str:
        """Return a query with the listener for HOST, and the file for FILE."""
        host, port = self.listener.getsockname()
        return query.replace("HOST", f"{host}:{port}").replace("FILE", str(self.file))

    def count_connections(self) -> int:
        """Return how many connections were made since the last count."""
        count = 0
        while True:
            try:
                self.listener.accept()[0].close()
            except BlockingIOError:
                return count
            count += 1

    def count_openings(self) -> int:
        """Return how often the file was opened or read since the last count."""
        try:
            data = os.read(self._watch, 65536)
        except BlockingIOError:
            return 0
        return len(data) // _EVENT.size


@contextmanager
def watch_places(folder: Path) -> Iterator[WatchedPlaces]:
    """Yield a socket that listens and a file that is watched."""
    file = folder / "secret.nt"
    file.write_text("<x:s> <x:p> <x:o> .\n")
    library = ctypes.CDLL(None, use_errno=True)
    watch = library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
    assert library.inotify_add_watch(watch, str(file).encode(), _IN_ACCESS_AND_OPEN) > 0
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        yield WatchedPlaces(listener, file, watch)
    os.close(watch)
