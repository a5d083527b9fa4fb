"""Site layer: each file compressed once, beside itself, for servers that send it as it is."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from typing import Final

#: The endings of files that are text; what is left out is compressed in itself.
_TEXT: Final = frozenset(
    {
        "atom",
        "bib",
        "css",
        "csv",
        "html",
        "js",
        "json",
        "jsonld",
        "md",
        "nq",
        "nt",
        "patch",
        "rdf",
        "rq",
        "svg",
        "trig",
        "ttl",
        "txt",
        "wasm",
        "xml",
    }
)
#: Smaller files aren't worth a second one.
_SMALLEST_BYTES: Final = 256


def compress_files(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the `.gz` of each file that gets smaller by it; nothing in it depends on the date.

    >>> list(compress_files({"a.ttl": b"<x:a> <x:b> <x:c> ." * 50, "b.png": b"x" * 999}))
    ['a.ttl.gz']
    """
    made = {}
    for name, data in files.items():
        if len(data) < _SMALLEST_BYTES or name.rpartition(".")[2] not in _TEXT:
            continue
        packed = gzip.compress(data, compresslevel=9, mtime=0)
        if len(packed) < len(data):
            made[f"{name}.gz"] = packed
    return made
