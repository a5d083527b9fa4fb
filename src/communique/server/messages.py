"""Server layer: what server, nursery and workers say to each other over their sockets."""

from __future__ import annotations

import json
import socket
import struct
from dataclasses import asdict, dataclass
from typing import Any, Final

import pyoxigraph as ox

from communique.server.job import Job, Refused, Whole

#: A job: the length of its JSON.
JOB_HEAD: Final = struct.Struct("!I")
#: An answer: its kind, whether the worker leaves after it, rows, length of the body.
ANSWER_HEAD: Final = struct.Struct("!c?QQ")
HELLO: Final = b"H"
WHOLE: Final = b"W"
REFUSED: Final = b"R"

#: A command to the nursery: what to do, and with which worker; FORK and FORK_NETWORKED bring the
#: worker's socket with them.
COMMAND: Final = struct.Struct("!cI")
FORK: Final = b"F"
FORK_NETWORKED: Final = b"N"
KILL: Final = b"K"
SLOW_DOWN: Final = b"S"


@dataclass(frozen=True)
class Task:
    """A job as a worker takes it: whether its query has a data set of its own stands with it."""

    job: Job
    names_dataset: bool


def pack_task(task: Task) -> bytes:
    """Return a task as bytes, with its length before it."""
    job = task.job
    values = {name: _pack_term(term) for name, term in job.values.items()}
    content = [
        job.query,
        job.result,
        job.default_graphs,
        job.named_graphs,
        values,
        task.names_dataset,
    ]
    data = json.dumps(content).encode()
    return JOB_HEAD.pack(len(data)) + data


def unpack_task(data: bytes) -> Task:
    """Return what `pack_task` packed, without the length.

    >>> job = Job("ASK {}", "json", values={"x": ox.Literal("y", language="en")})
    >>> unpack_task(pack_task(Task(job, False))[4:]).job == job
    True
    """
    query, result, default_graphs, named_graphs, values, dataset = json.loads(data)
    terms = {name: _unpack_term(parts) for name, parts in values.items()}
    return Task(Job(query, result, tuple(default_graphs), tuple(named_graphs), terms), dataset)


def pack_answer(answer: Whole | Refused, *, leaves: bool) -> bytes:
    """Return the head and, of a refusal, the body; a whole answer's body is sent as it is."""
    if isinstance(answer, Whole):
        return ANSWER_HEAD.pack(WHOLE, leaves, answer.rows, len(answer.body))
    body = json.dumps(asdict(answer)).encode()
    return ANSWER_HEAD.pack(REFUSED, leaves, 0, len(body)) + body


def unpack_answer(kind: bytes, rows: int, body: bytes) -> Whole | Refused:
    """Return an answer from the fields of its head, and its body."""
    return Whole(body, rows) if kind == WHOLE else Refused(**json.loads(body))


def receive_exactly(connection: socket.socket, length: int) -> bytes | None:
    """Return so many bytes of a blocking socket, None if the other side has closed it."""
    parts = bytearray()
    while len(parts) < length:
        part = connection.recv(min(length - len(parts), 2**20))
        if not part:
            return None
        parts += part
    return bytes(parts)


def _pack_term(term: ox.NamedNode | ox.Literal) -> list[str | None]:
    if isinstance(term, ox.NamedNode):
        return [term.value]
    return [term.value, term.language, term.datatype.value]


def _unpack_term(parts: list[Any]) -> ox.NamedNode | ox.Literal:
    if len(parts) == 1:
        return ox.NamedNode(parts[0])
    value, language, datatype = parts
    if language:
        return ox.Literal(value, language=language)
    return ox.Literal(value, datatype=ox.NamedNode(datatype))
