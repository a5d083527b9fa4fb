"""Write layer: the one shared table of prefixes, `ontology/prefixes.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from communique.core.strict_yaml import read_yaml


def read_prefixes(path: Path) -> Mapping[str, str]:
    """Return the namespaces by prefix, in the order of the table; errors as `read_yaml`."""
    return {prefix.text(): name.text() for prefix, name in read_yaml(path).entries()}
