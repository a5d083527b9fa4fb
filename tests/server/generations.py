"""Small sites that are switched in one after another, each recognisable in everything it says."""

from pathlib import Path

from communique.site.compression import compress_files
from communique.write.generation import write_generation


def publish(out: Path, name: str) -> None:
    """Switch a site in whose page, file and graph all say the name."""
    files = {
        "doc/x.ttl": f"# {name}\n".encode() * 99,
        "doc/x.html": f"<!doctype html>{name}".encode() * 99,
        f"doc/only-{name}.ttl": name.encode(),
        "files/communique.nq": f'<x:s> <x:p> "{name}" <x:g> .\n'.encode(),
    }
    write_generation(out, {**files, **compress_files(files)})


def count_to(exponent: int) -> str:
    """Return a query that counts 20 to the power of `exponent` rows, which takes its time."""
    numbers = " ".join(str(number) for number in range(20))
    lists = "".join(f"VALUES ?v{place} {{ {numbers} }} " for place in range(exponent))
    return f"SELECT (COUNT(*) AS ?rows) WHERE {{ {lists} }}"
