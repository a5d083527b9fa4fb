import os
from pathlib import Path

import pytest

from communique.core.caches import find_cache_folder


def test_the_folder_is_the_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """XDG_CACHE_HOME counts if it is absolute; it is not looked at when the module is imported."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert find_cache_folder("link") == tmp_path / "communique" / "link"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert find_cache_folder("link").is_relative_to(Path.home())
    assert os.environ["XDG_CACHE_HOME"] == "relative"
