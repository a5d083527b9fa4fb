import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from communique import __version__

ROOT = Path(__file__).parents[2]
SHIPPED_FOLDERS = ("data", "ontology", "queries", "shapes")
WRITTEN = [
    "communique.nq",
    "communique.trig",
    "communique.ttl",
    "context.jsonld",
    "manifest.json",
    "summit-for-democracy-2023.jsonld",
    "summit-for-democracy-2023.ttl",
]

# Each part needs the wheel, and building it twice would only cost time.
pytestmark = pytest.mark.xdist_group("wheel")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout without network."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (wheel,) = folder.iterdir()
    return wheel


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of a fresh environment that holds the locked run-time packages and the wheel."""
    environment = tmp_path_factory.mktemp("installed") / "environment"
    _run(sys.executable, "-m", "venv", "--without-pip", environment)
    paths = {"base": str(environment), "platbase": str(environment)}
    packages = Path(sysconfig.get_path("purelib", "venv", vars=paths))
    _link_run_time_packages(packages)
    scripts = Path(sysconfig.get_path("scripts", "venv", vars=paths))
    _pip(scripts, "install", "--no-deps", "--no-index", wheel)
    return scripts


def test_the_wheel_carries_every_file_of_the_shipped_folders(wheel: Path):
    """Ontology, data, shapes and queries are in it, byte for byte, and nothing else beside them."""
    expected = {
        f"communique/resources/{path.relative_to(ROOT).as_posix()}": path.read_bytes()
        for folder in SHIPPED_FOLDERS
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.startswith("communique/resources/")]
        assert {name: archive.read(name) for name in names} == expected
    assert {name.split("/")[2] for name in names} == set(SHIPPED_FOLDERS)


def test_the_wheel_carries_the_package_with_its_types_and_licences(wheel: Path):
    """Every module is in it, the marker of PEP 561, and both licences."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    source = ROOT / "src"
    modules = {path.relative_to(source).as_posix() for path in source.rglob("*.py")}
    licences = f"communique-{__version__}.dist-info/licenses"
    assert modules <= names
    assert {"communique/py.typed", f"{licences}/LICENSE", f"{licences}/LICENSE-DATA.md"} <= names


def test_the_installed_wheel_needs_only_the_locked_packages(scripts: Path):
    """Each dependency that the wheel declares is in requirements/run.txt, as it wants it."""
    assert "No broken requirements" in _pip(scripts, "check")


def test_the_installed_command_tells_its_version(scripts: Path):
    """`communique --version` works where the checkout is out of sight."""
    assert __version__ in _run(scripts / "communique", "--version")


def test_the_installed_command_builds_from_an_empty_folder(scripts: Path, tmp_path: Path):
    """The main job is done from any folder, with what the wheel carries."""
    _run(scripts / "communique", "build", "--out", "graph", cwd=tmp_path)
    written = [name for name in WRITTEN if (tmp_path / "graph" / name).stat().st_size]
    assert written == WRITTEN
    assert list((tmp_path / "graph" / "tables").glob("*.csv"))


def _link_run_time_packages(packages: Path) -> None:
    """Link the packages of requirements/run.txt, as installed here, and no others."""
    lock = (ROOT / "requirements" / "run.txt").read_text("utf-8")
    for entry in re.findall(r"^[\w.-]+==[^\\\n]+", lock, re.MULTILINE):
        requirement = Requirement(entry)
        if requirement.marker and not requirement.marker.evaluate():
            continue  # locked for other platforms
        installed = distribution(requirement.name)
        for top in {Path(file).parts[0] for file in installed.files or ()}:
            if top not in {"..", "__pycache__"}:
                (packages / top).symlink_to(installed.locate_file(top))


def _pip(scripts: Path, *arguments: str | Path) -> str:
    return _run(sys.executable, "-m", "pip", "--python", scripts / "python", *arguments)


def _run(*command: str | Path, cwd: Path | None = None) -> str:
    """Run a command to its end, outside the checkout unless told; return what it printed."""
    inherited = {name: value for name, value in os.environ.items() if name in {"PATH", "TMPDIR"}}
    outcome = subprocess.run(
        command,
        cwd=cwd or Path(command[0]).parent,
        env={**inherited, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "LC_ALL": "C.UTF-8"},
        check=False,
        capture_output=True,
        text=True,
    )
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return outcome.stdout
