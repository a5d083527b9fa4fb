"""Load layer: canonical form of graphs with blank nodes, in a child process with a time limit.

The algorithm can be made to run for ever by a graph built for the purpose, and can't be
interrupted in this process. Source: RDF Dataset Canonicalization (RDFC-1.0), section 7.1.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from communique.core.errors import ServiceError

#: How long the canonical form of one graph may take.
LIMIT_SECONDS: Final = 60.0


def canonicalise_file(path: Path, target: Path, *, limit_seconds: float = LIMIT_SECONDS) -> None:
    """Write the N-Triples of `path` to `target` with canonical names for their blank nodes.

    Errors: C116 it took longer than `limit_seconds`, or more memory than there is.
    """
    words = [sys.executable, "-m", "communique.load.canonical", str(path), str(target)]
    try:
        subprocess.run(words, check=True, timeout=limit_seconds)  # noqa: S603 - our own module
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
        problem = f"the blank nodes of a graph could not be put in order in {limit_seconds:g} s"
        mend = "Give the nodes IRIs, or load the graph with the store's own tools."
        raise ServiceError("C116", problem, mend=mend) from error


def _canonicalise(source: Path, target: Path) -> None:
    quads = ox.parse(path=source, format=ox.RdfFormat.N_TRIPLES)
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    ox.serialize(dataset, output=target, format=ox.RdfFormat.N_QUADS)


if __name__ == "__main__":
    _canonicalise(Path(sys.argv[1]), Path(sys.argv[2]))
