import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LAYERS = [
    "core",
    "read",
    "build",
    "write",
    "check",
    "query",
    "link",
    "load",
    "server",
    "site",
    "cli",
]


@pytest.fixture
def layered(root: Path, tmp_path: Path) -> Path:
    """A package with every layer, empty, under the project's own contract."""
    shutil.copy(root / "pyproject.toml", tmp_path)
    for name in ["", *LAYERS, "curate"]:
        folder = tmp_path / "src" / "communique" / name
        folder.mkdir(parents=True)
        (folder / "__init__.py").touch()
    return tmp_path


def test_the_contract_is_kept_where_every_import_goes_down(layered: Path):
    """Each layer may import all layers below it."""
    _import(layered, importer="cli", imported="site")
    _import(layered, importer="write", imported="core")
    assert _lint(layered).returncode == 0


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("core", "read"),
        ("read", "build"),
        ("build", "write"),
        ("check", "query"),
        ("query", "cli"),
        ("load", "server"),
        ("cli", "curate"),
        ("core", "curate"),
    ],
)
def test_an_import_against_the_direction_breaks_the_contract(
    layered: Path, importer: str, imported: str
):
    """Nobody imports upwards, sideways, or from `curate`."""
    _import(layered, importer=importer, imported=imported)
    outcome = _lint(layered)
    assert outcome.returncode == 1
    assert f"communique.{importer} -> communique.{imported}" in outcome.stdout


def test_a_package_without_a_place_in_the_layers_breaks_the_contract(layered: Path):
    """A new package is put into the contract before it is used."""
    (layered / "src" / "communique" / "extras.py").touch()
    outcome = _lint(layered)
    assert outcome.returncode == 1
    assert "extras" in outcome.stdout


def _import(layered: Path, *, importer: str, imported: str) -> None:
    module = layered / "src" / "communique" / importer / "__init__.py"
    module.write_text(f"import communique.{imported}\n", "utf-8")


def _lint(layered: Path) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [command, "--no-cache"],
        cwd=layered,
        env={"PYTHONPATH": str(layered / "src"), "COLUMNS": "200"},
        check=False,
        capture_output=True,
        text=True,
    )
