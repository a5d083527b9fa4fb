"""Load layer: the names of staging graphs, where a graph waits to be verified."""

from __future__ import annotations

import hashlib
import re
from typing import Final

#: The names of staging graphs begin so; no graph of anybody else does.
STAGING: Final = "urn:communique:staging:"


def name_staging(graph: str) -> str:
    """Return the name of a graph's staging graph: always the same, so that leftovers are found.

    >>> name_staging("https://example.org/graph/d")
    'urn:communique:staging:https-example-org-graph-d-11da9827'
    """
    return f"{begin_staging(graph)}{hashlib.sha256(graph.encode()).hexdigest()[:8]}"


def begin_staging(base: str) -> str:
    """Return how the staging graphs of all graphs below a base begin.

    >>> begin_staging("https://example.org/graph/")
    'urn:communique:staging:https-example-org-graph-'
    """
    words = re.sub(r"[^A-Za-z0-9]+", "-", base).strip("-")
    return f"{STAGING}{words}-"
