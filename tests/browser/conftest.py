"""The site served on loopback, Debian's Chromium, and what npm gives to look at pages with."""

import functools
import http.server
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.conftest import Communique
from tests.site.changes import write_earlier_version

HERE = Path(__file__).parent
TIMEOUT_SECONDS = 300


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Leave the test's output alone."""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of loopback; yield its address, ending in a slash."""
    handler = functools.partial(QuietHandler, directory=str(folder.resolve()))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def site_folder(communique: Communique, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published site of the shipped declarations, with an earlier version before this one."""
    folder = tmp_path_factory.mktemp("published")
    out = folder / "site"
    hosted = write_earlier_version(folder)
    result = communique("publish", "--out", out, "--history", hosted)
    assert result.returncode == 0, result.stderr
    return out


@pytest.fixture(scope="session")
def address(site_folder: Path) -> Iterator[str]:
    """Where the site is served, ending in a slash."""
    with serve(site_folder) as served:
        yield served


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium, the one that the system has.

    It ends with the module: Playwright leaves its event loop running, and others need their own.
    """
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    assert found, "Chromium is needed (Debian: apt install chromium)"
    with sync_playwright() as playwright:
        # As root, in a container, Chromium's own sandbox can't start.
        chromium = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def node_modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages of `package-lock.json`, installed beside nothing of ours."""
    folder = tmp_path_factory.mktemp("npm")
    for name in ("package.json", "package-lock.json", ".npmrc", ".htmlvalidate.json"):
        shutil.copy(HERE / name, folder / name)
    command = ["npm", "ci", "--ignore-scripts", "--silent"]
    subprocess.run(command, cwd=folder, check=True, timeout=TIMEOUT_SECONDS)
    return folder / "node_modules"
