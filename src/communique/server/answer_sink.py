"""Server layer: where an answer is collected, and how many rows it has when it is whole."""

from __future__ import annotations

from io import BytesIO

from communique.server.job import ResultFormat


class AnswerTooLargeError(Exception):
    """An answer has more bytes than are allowed."""


class AnswerSink(BytesIO):
    """Collects what the engine writes, and stops it when there is more than allowed."""

    def __init__(self, allowed_bytes: int) -> None:
        """Begin with nothing."""
        super().__init__()
        self._left = allowed_bytes

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        """Keep a part; AnswerTooLargeError if that would be too much."""
        self._left -= len(data)
        if self._left < 0:
            raise AnswerTooLargeError
        return super().write(data)


def count_rows(body: bytes, result: ResultFormat) -> int:
    r"""Return the rows of a complete SELECT answer as the engine writes it.

    >>> count_rows(b'a,b\r\n"x\r\ny",z\r\n', "csv")
    1
    >>> count_rows(b'{"head":{"vars":["a"]},"results":{"bindings":[{},{}]}}', "json")
    2
    """
    if result == "xml":
        return body.count(b"<result>")
    if result == "tsv":
        return body.count(b"\n") - 1
    if result == "csv":
        # A doubled quote reads as the end of a text and the begin of another: the same here.
        return _drop_texts(body).count(b"\r\n") - 1
    structure = _drop_texts(body.replace(rb"\\", b"").replace(rb"\"", b""))
    return 0 if structure.endswith(b":[]}}") else structure.count(b",{") + 1


def _drop_texts(body: bytes) -> bytes:
    """Return what stands between the texts in double quotes."""
    return b"".join(body.split(b'"')[::2])
