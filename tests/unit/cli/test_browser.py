import subprocess
import sys
from pathlib import Path

import pytest

CALL = """
import sys
from pathlib import Path
from communique.cli.browser import show_page
show_page(Path(sys.argv[1]), opening=sys.argv[2] == "open")
"""


def show(page: Path, opening: str, env: dict[str, str]) -> str:
    """Return what is said on a machine with this environment; it must end well."""
    command = [sys.executable, "-c", CALL, page, opening]
    result = subprocess.run(command, env=env, check=True, capture_output=True, text=True)
    assert result.stderr == ""
    return result.stdout


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page whose path needs escapes in an address."""
    return tmp_path / "a site" / "index.html"


def test_a_machine_without_a_browser_is_told_where_the_page_is(page: Path):
    """A clear word, and no failure."""
    assert show(page, "open", {"PATH": ""}) == f"No browser was found here. Open {page} in one.\n"


def test_the_browser_gets_the_address_of_the_page(page: Path, tmp_path: Path):
    """The one that BROWSER names."""
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {tmp_path}/asked\n')
    browser.chmod(0o755)
    said = show(page, "open", {"PATH": "/usr/bin:/bin", "BROWSER": f"{browser} %s"})
    assert said == f"Opened {page} in a browser.\n"
    assert (tmp_path / "asked").read_text() == page.as_uri()
    assert "%20" in page.as_uri()


def test_nothing_is_opened_unasked(page: Path):
    """By itself, publish says only where the site is."""
    assert show(page, "tell", {"PATH": ""}) == f"Open {page} in a browser.\n"
