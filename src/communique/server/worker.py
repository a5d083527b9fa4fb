"""Server layer: a worker process: takes one query after the other from its socket."""

from __future__ import annotations

import gc
import os
import socket
from typing import Final

from communique.server.evaluation import Evaluator
from communique.server.job import Refused, Whole
from communique.server.messages import (
    ANSWER_HEAD,
    HELLO,
    JOB_HEAD,
    pack_answer,
    receive_exactly,
    unpack_task,
)
from communique.server.sandbox import (
    CONNECTION,
    ProcessorAllowance,
    enter_sandbox,
    measure_peak_memory,
)

#: The exit code of a worker that had no memory left, not even to say so.
OUT_OF_MEMORY: Final = 70
_PIECE: Final = 65536


def run_worker(descriptor: int, evaluator: Evaluator, *, parent: int, networked: bool) -> int:
    """Answer queries until the server closes the socket; return the exit code.

    The process is a fork of the nursery, and keeps nothing of it but the store.
    """
    gc.disable()  # what a query leaves behind has no cycles; and a worker doesn't live long
    try:
        connection = _keep_only(descriptor)
        enter_sandbox(evaluator.limits, parent=parent, networked=networked)
        _serve(connection, evaluator)
    except MemoryError:
        return OUT_OF_MEMORY
    except ConnectionError:  # the server is gone
        return 0
    return 0


def _keep_only(descriptor: int) -> socket.socket:
    """Put the socket where the sandbox expects it, and nothing behind the standard streams."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(CONNECTION):
        os.dup2(nothing, stream)
    os.dup2(descriptor, CONNECTION)
    return socket.socket(fileno=CONNECTION)


def _serve(connection: socket.socket, evaluator: Evaluator) -> None:
    limits = evaluator.limits
    allowance = ProcessorAllowance(limits.seconds)
    most = measure_peak_memory() + limits.growth_bytes
    connection.sendall(ANSWER_HEAD.pack(HELLO, False, 0, 0))
    for number in range(1, limits.answers_per_worker + 1):
        data = _receive(connection)
        if data is None:
            return
        allowance.renew()
        answer = evaluator.evaluate(unpack_task(data))
        leaves = number == limits.answers_per_worker or measure_peak_memory() > most
        _send(connection, answer, leaves=leaves)
        if leaves:
            return


def _receive(connection: socket.socket) -> bytes | None:
    """Return a task; None if the server has closed the socket. Most come in one piece."""
    data = connection.recv(_PIECE)
    if not data:
        return None
    rest = JOB_HEAD.unpack_from(data)[0] + JOB_HEAD.size - len(data)
    more = receive_exactly(connection, rest)
    return None if more is None else data[JOB_HEAD.size :] + more


def _send(connection: socket.socket, answer: Whole | Refused, *, leaves: bool) -> None:
    head = pack_answer(answer, leaves=leaves)
    body = answer.body if isinstance(answer, Whole) else b""
    if len(body) <= _PIECE:
        connection.sendall(head + body)
    else:
        connection.sendall(head)
        connection.sendall(body)
