"""Core layer: where this user keeps what can be fetched again."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def find_cache_folder(kind: str) -> Path:
    """Return the folder for one kind of thing among this user's caches; it may not be there yet.

    Source: XDG Base Directory Specification 0.8, section 3.
    """
    named = os.environ.get("XDG_CACHE_HOME", "")
    if named and Path(named).is_absolute():
        base = Path(named)
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path.home() / ".cache"
    return base / "communique" / kind
