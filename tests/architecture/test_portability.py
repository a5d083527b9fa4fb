import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

# A path that only exists where somebody works; in a web address a letter stands before the slash.
HOME_PATH = re.compile(r"(?<![\w.~$}>)*-])/(?:home|root|Users|work|workspace)/[.\w]")
INDEX_OPTION = re.compile(r"^\s*(?:-i\s|-f\s|--(?:extra-)?index-url|--find-links)", re.MULTILINE)
HOST = re.compile(r"(?:https?|git\+\w+)://(?:[^/@\s'\"]*@)?([\w.-]+)")
#: The public registries, put together here, since no file names them.
PUBLIC_REGISTRIES = {
    ".".join(parts)
    for parts in (("files", "pythonhosted", "org"), ("pypi", "org"), ("registry", "npmjs", "org"))
}


@pytest.fixture(scope="module")
def texts(tracked_files: list[Path]) -> dict[Path, str]:
    """Every tracked text file but this one, which has to spell out what it looks for."""
    here = Path(__file__)
    return {
        path: path.read_bytes().decode("utf-8", "ignore") for path in tracked_files if path != here
    }


def test_no_tracked_file_holds_a_path_of_one_machine(texts: dict[Path, str], root: Path):
    """The project runs wherever it is cloned to."""
    here = {str(root), str(Path.home()), sys.prefix, sys.base_prefix} - {"/", "/usr", "/usr/local"}
    found = {
        path: {place for place in here if place in text} | set(HOME_PATH.findall(text))
        for path, text in texts.items()
    }
    assert {path: places for path, places in found.items() if places} == {}


def test_no_tracked_file_names_a_package_registry(texts: dict[Path, str]):
    """Which registry is used is a setting of the machine that installs."""
    registries = PUBLIC_REGISTRIES | _configured_registries()
    found = {path: registries & set(HOST.findall(text)) for path, text in texts.items()}
    assert {path: hosts for path, hosts in found.items() if hosts} == {}


def test_no_tracked_file_sets_a_package_index(texts: dict[Path, str]):
    """No requirements file carries an index or a link."""
    assert [path for path, text in texts.items() if INDEX_OPTION.search(text)] == []


@pytest.mark.parametrize("text", ["see /home/someone/x", "'/root/.cache'", "=/Users/a", "(/home/b"])
def test_a_path_of_one_machine_is_found(text: str):
    """Home folders are seen wherever they stand."""
    assert HOME_PATH.search(text)


@pytest.mark.parametrize("text", ["https://example.org/home/page", "./home/x", "data/home/x"])
def test_an_address_or_a_relative_path_is_no_path_of_one_machine(text: str):
    """Only absolute paths count."""
    assert not HOME_PATH.search(text)


@pytest.mark.parametrize(
    "text",
    ["--index-url x", "click==8\n--extra-index-url https://example.org", "-i x", "--find-links y"],
)
def test_a_package_index_is_found(text: str):
    """Each way to name an index is seen at the start of any line."""
    assert INDEX_OPTION.search(text)


def _configured_registries() -> set[str]:
    """Return the hosts that pip is set to use on this machine; none is known beforehand."""
    settings = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"],
        check=True,
        capture_output=True,
        text=True,
    )
    return set(HOST.findall(settings.stdout + "\n".join(os.environ.values()))) - {"github.com"}
