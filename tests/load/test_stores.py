"""`make stores`: real stores for trying out."""

import signal
import subprocess
import sys
import urllib.request
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.conftest import Communique

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.full
def test_the_printed_commands_work_until_ctrl_c(communique: Communique, built: Path):
    """Each line with a command loads the build as it stands; in the end nobody answers."""
    words = [sys.executable, "-m", "tests.stores"]
    urls = []
    with (
        subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as stores,
        ExitStack() as ends,
    ):
        assert stores.stdout is not None
        ends.callback(stores.terminate)  # also when the test has failed
        lines = list(iter(stores.stdout.readline, "Ctrl-C ends them; nothing is kept.\n"))
        for line in (one for one in lines if "communique load" in one):
            settings, url = line.split("communique load ")
            urls.append(url.strip())
            login = dict(setting.split("=") for setting in settings.split())
            result = communique("load", urls[-1], "--from", built, env=login)
            assert result.returncode == 0, result.stderr
        stores.send_signal(signal.SIGINT)
        stores.wait(60)
    assert (stores.returncode, len(urls)) == (0, 2)
    for url in urls:
        with pytest.raises(OSError, match="refused"):
            urllib.request.urlopen(url, timeout=5)  # noqa: S310 - loopback


@pytest.mark.xdist_group("virtuoso-load")
def test_tests_of_one_store_run_in_one_process(request: pytest.FixtureRequest):
    """If the workers ignored the groups, each would start every server for itself, unnoticed."""
    is_grouped = request.config.getoption("loadgroup", default=False)
    assert request.node.nodeid.endswith("@virtuoso-load") == is_grouped
