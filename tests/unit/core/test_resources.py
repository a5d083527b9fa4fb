from pathlib import Path

import pytest

from communique.core import resources
from communique.core.resources import Folder, find_resource


@pytest.mark.parametrize("folder", ["ontology", "data", "shapes", "queries"])
def test_every_shipped_folder_is_found(folder: Folder):
    """In a checkout at its root."""
    assert find_resource(folder).is_dir()


def test_the_folders_in_a_wheel_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """There they lie in the package itself."""
    module = tmp_path / "src" / "communique" / "core" / "resources.py"
    module.parent.mkdir(parents=True)
    module.touch()
    monkeypatch.setattr(resources, "__file__", str(module))
    assert find_resource("data", "states") == tmp_path / "data" / "states"
    shipped = module.parents[1] / "resources"
    shipped.mkdir()
    assert find_resource("data") == shipped / "data"
