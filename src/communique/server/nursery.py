"""Server layer: the nursery: a process that loads the graph once and forks workers that share it.

It has one thread and no network, and does nothing but fork, kill and reap. Run as
`python -m communique.server.nursery DESCRIPTOR SETTINGS`; it ends, and its workers with it, when
the server closes the socket or is no more.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import select
import signal
import socket
import sys
from collections import deque
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from communique.core.errors import InputError
from communique.query.embedded import open_folder
from communique.server.evaluation import Evaluator
from communique.server.limits import Limits
from communique.server.messages import COMMAND, FORK, FORK_NETWORKED, KILL, SLOW_DOWN
from communique.server.worker import run_worker

_LOWEST_PRIORITY = 19


@dataclass(frozen=True)
class Settings:
    """What a nursery is told: the file to load, the limits, the prefixes for Turtle."""

    source: str
    limits: Limits
    prefixes: dict[str, str]

    def to_json(self) -> str:
        """Return the settings as text for the command line."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Settings:
        """Return what `to_json` wrote.

        >>> settings = Settings("a.nq", Limits(service_allowed=("http://x/",)), {"a": "b"})
        >>> Settings.from_json(settings.to_json()) == settings
        True
        """
        content = json.loads(text)
        limits = content["limits"] | {
            "service_allowed": tuple(content["limits"]["service_allowed"])
        }
        return cls(content["source"], Limits(**limits), content["prefixes"])


@dataclass
class Nursery:
    """The workers that live, by number; `wakeup` is readable when one has ended."""

    control: socket.socket
    evaluator: Evaluator
    wakeup: int
    workers: dict[int, int] = field(default_factory=dict)
    #: Workers to fork: number, socket, whether it may use the network.
    wanted: deque[tuple[int, int, bool]] = field(default_factory=deque)

    def run(self) -> None:
        """Do what the server says until it closes the socket.

        A fork takes longer than the rest, so it waits until there is nothing else to do.
        """
        self.tell("ready", quads=len(self.evaluator.store))
        while True:
            wait = 0 if self.wanted else None
            descriptors: list[Any] = [self.control, self.wakeup]
            readable, _, _ = select.select(descriptors, [], [], wait)
            if self.wakeup in readable:
                os.read(self.wakeup, 4096)
                self.reap()
            if self.control in readable and not self.obey():
                return
            if not readable:
                self.fork(*self.wanted.popleft())

    def obey(self) -> bool:
        """Take one command; False if there is no more."""
        data, descriptors, _, _ = socket.recv_fds(self.control, COMMAND.size, 1)
        if len(data) < COMMAND.size:
            return False
        command, number = COMMAND.unpack(data)
        if command in (FORK, FORK_NETWORKED):
            self.wanted.append((number, descriptors[0], command == FORK_NETWORKED))
        elif number in self.workers and command == KILL:
            os.kill(self.workers[number], signal.SIGKILL)
        elif number in self.workers and command == SLOW_DOWN:
            os.setpriority(os.PRIO_PROCESS, self.workers[number], _LOWEST_PRIORITY)
        elif command == KILL:
            self.forget(number)
        return True

    def forget(self, number: int) -> None:
        """Don't make a worker that is wanted no more."""
        for one in [one for one in self.wanted if one[0] == number]:
            self.wanted.remove(one)
            os.close(one[1])
            self.tell("ended", number=number, code=-signal.SIGKILL)

    def fork(self, number: int, descriptor: int, networked: bool) -> None:
        """Make a worker that speaks over the socket."""
        parent = os.getpid()
        process = os.fork()
        if process == 0:
            code = 1
            try:
                signal.set_wakeup_fd(-1)
                code = run_worker(descriptor, self.evaluator, parent=parent, networked=networked)
            finally:
                os._exit(code)
        os.close(descriptor)
        self.workers[number] = process

    def reap(self) -> None:
        """Tell the server which workers have ended, and how."""
        for number, process in list(self.workers.items()):
            ended, status = os.waitpid(process, os.WNOHANG)
            if ended:
                del self.workers[number]
                self.tell("ended", number=number, code=os.waitstatus_to_exitcode(status))

    def tell(self, event: str, **values: Any) -> None:
        """Send the server a line of JSON."""
        self.control.sendall(json.dumps({"event": event, **values}).encode() + b"\n")

    def end(self) -> None:
        """Kill and reap all workers."""
        for process in self.workers.values():
            os.kill(process, signal.SIGKILL)
        for process in self.workers.values():
            os.waitpid(process, 0)


def main(descriptor: int, settings: Settings) -> None:
    """Load the graph and serve the server; a file that can't be loaded is told to it."""
    # Ctrl-C and a service manager's signals go to the whole group: the server decides what ends.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    control = socket.socket(fileno=descriptor)
    try:
        store = open_folder(Path(settings.source)).store
    except InputError as error:
        line = error.place.line if error.place else None
        words = {"code": error.code, "problem": error.problem, "mend": error.mend, "line": line}
        control.sendall(json.dumps({"event": "failed", **words}).encode() + b"\n")
        return
    nursery = Nursery(control, Evaluator(store, settings.limits, settings.prefixes), _watch())
    gc.freeze()  # so that no worker's collector touches, and so copies, what it shares
    with contextlib.suppress(BrokenPipeError):  # the server is gone
        nursery.run()
    nursery.end()
    os._exit(0)  # to take down a large store piece by piece would take seconds


def _watch() -> int:
    """Return a descriptor that is readable whenever a child has ended."""
    readable, writable = os.pipe()
    os.set_blocking(writable, False)
    signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
    signal.set_wakeup_fd(writable, warn_on_full_buffer=False)
    return readable


if __name__ == "__main__":
    main(int(sys.argv[1]), Settings.from_json(sys.argv[2]))
