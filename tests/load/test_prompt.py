"""A person at a terminal is asked for the login, and nothing of it is shown or kept."""

import base64
import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.load.fault_proxy import Fault, Request, run_proxy
from tests.stores.servers import Server

SECRET = "correct-horse-battery"  # noqa: S105 - a password that opens nothing
BASIC = "Basic " + base64.b64encode(f"curator:{SECRET}".encode()).decode()
SETTINGS = ("COMMUNIQUE_USER", "COMMUNIQUE_PASSWORD", "COMMUNIQUE_TOKEN")


def _load_at_terminal(url: str, folder: Path, answers: list[bytes]) -> tuple[int, str]:
    """Return the exit code and all that was written, while the answers are typed."""
    words = [sys.executable, "-m", "communique.cli.main", "load", url, "--store", "oxigraph"]
    words += ["--from", str(folder), "--dry-run"]
    kept = {name: text for name, text in os.environ.items() if name not in SETTINGS}
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        words,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**kept, "NETRC": str(folder / "none")},
        start_new_session=True,
    ) as process:
        os.close(theirs)
        shown = _converse(ours, answers)
        code = process.wait(30)
    os.close(ours)
    return code, shown


def _converse(terminal: int, answers: list[bytes]) -> str:
    """Type an answer after each question; return what the terminal showed till its end."""
    shown, waiting = b"", list(answers)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            data = os.read(terminal, 4096)
        except OSError:  # Linux says so when the other end is closed
            break
        if not data:
            break
        shown += data
        if waiting and shown.rstrip().endswith(b":") and not data.endswith(b"\n"):
            # The echo goes off just after the question.
            time.sleep(0.3)
            os.write(terminal, waiting.pop(0) + b"\n")
    return shown.decode()


@pytest.mark.parametrize(
    ("scheme", "user", "sent"),
    [("Basic realm=x", "curator", BASIC), ("Bearer", "", f"Bearer {SECRET}")],
)
def test_a_person_is_asked_and_the_secret_is_not_shown(
    oxigraph_server: Server, built: Path, scheme: str, user: str, sent: str
):
    """User and password, or a token alone; then every request carries it."""
    challenge = Fault("answer", "GET", status=401, headers={"WWW-Authenticate": scheme})
    with run_proxy(oxigraph_server.url, challenge) as proxy:
        code, shown = _load_at_terminal(proxy.url, built, [user.encode(), SECRET.encode()])
        requests: list[Request] = proxy.requests[1:]
    assert code == 0, shown
    assert {one.headers.get("Authorization") for one in requests} == {sent}
    assert "User at 127.0.0.1" in shown
    assert SECRET not in shown
