"""Logins: where they come from, and where they never go."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import Communique
from tests.load.fault_proxy import Fault, run_proxy
from tests.load.graphs import GRAPH, Versions, load, try_load
from tests.stores.servers import Server

from communique.core.errors import InputError, ServiceError
from communique.load.attempts import Attempts
from communique.load.client import Client
from communique.load.credentials import Credentials
from communique.load.job import Job
from communique.load.local_graphs import Choice, Source
from communique.load.opening import StoreOptions, open_store

SECRET = "correct-horse-battery"  # noqa: S105 - a password that opens nothing
HOLDER = """
import sys, time
from communique.load.lock import lock_store
with lock_store(sys.argv[1]):
    print("held", flush=True)
    time.sleep(60)
"""
LOGIN = {"COMMUNIQUE_USER": "curator", "COMMUNIQUE_PASSWORD": SECRET}


def _count(url: str, environment: dict[str, str], **options: str) -> None:
    """Ask a store once, so that whatever login there is gets used."""
    wanted = StoreOptions(url=url, kind="oxigraph", timeout_seconds=5, **options)
    store = open_store(wanted, environment=environment, attempts=Attempts(1))
    store.count(GRAPH)


@pytest.mark.parametrize(
    ("environment", "offer", "begin"),
    [
        (LOGIN, "Basic realm=x", "Basic "),
        (LOGIN, 'Digest realm="x", nonce="n", qop="auth"', "Digest "),
        ({"COMMUNIQUE_TOKEN": SECRET}, "Bearer", "Bearer "),
    ],
)
def test_the_store_says_which_kind_of_login_it_takes(
    oxigraph_server: Server, environment: dict[str, str], offer: str, begin: str
):
    """Basic, Digest and bearer tokens are sent as the challenge asks."""
    challenge = {"WWW-Authenticate": offer}
    probe = Fault("answer", "GET", status=401, headers=challenge)
    again = Fault("answer", "POST", status=401, headers=challenge, times=1)
    faults = [probe, again] if begin == "Digest " else [probe]
    with run_proxy(oxigraph_server.url, *faults) as proxy:
        _count(proxy.url, environment)
        assert proxy.requests[-1].headers["Authorization"].startswith(begin)
        assert "Authorization" not in proxy.requests[0].headers


def test_a_netrc_entry_is_used_for_its_host_only(oxigraph_server: Server, tmp_path: Path):
    """The `default` entry is for nobody in particular, so it isn't used."""
    netrc = tmp_path / "netrc"
    netrc.touch(mode=0o600)
    challenge = {"WWW-Authenticate": "Basic realm=x"}
    for entry, sent in (
        ("machine 127.0.0.1", True),
        ("machine other.test", False),
        ("default", False),
    ):
        netrc.write_text(f"{entry} login curator password {SECRET}\n")
        fault = Fault("answer", "GET", status=401, headers=challenge)
        with run_proxy(oxigraph_server.url, fault) as proxy:
            _count(proxy.url, {"NETRC": str(netrc)})
            assert ("Authorization" in proxy.requests[-1].headers) == sent


def test_a_broken_netrc_is_named_without_its_words(oxigraph_server: Server, tmp_path: Path):
    """The parser's message could quote a password."""
    netrc = tmp_path / "netrc"
    netrc.write_text(f"machine x login y password z {SECRET}\n")
    netrc.chmod(0o600)
    with pytest.raises(InputError, match="C112") as caught:
        _count(oxigraph_server.url, {"NETRC": str(netrc)})
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_no_redirect_is_followed(oxigraph_server: Server, versions: Versions, status: int):
    """The other host sees neither the login nor the data."""
    with run_proxy(oxigraph_server.url) as other:
        elsewhere = {"Location": f"{other.url}/query".replace("127.0.0.1", "localhost")}
        fault = Fault("answer", "POST", status=status, headers=elsewhere, times=-1)
        with run_proxy(oxigraph_server.url, fault) as proxy:
            assert try_load(oxigraph_server, versions.files["new"], proxy.url) == "C115"
        assert other.requests == []


def test_the_secret_is_in_no_message_and_no_log(
    oxigraph_server: Server, caplog: pytest.LogCaptureFixture
):
    """Not even if the server repeats it to us."""
    caplog.set_level(logging.DEBUG)
    fault = Fault("answer", "POST", status=400, body=f"no user {SECRET}".encode(), times=-1)
    with (
        run_proxy(oxigraph_server.url, fault) as proxy,
        pytest.raises(ServiceError, match=r"no user \*\*\*") as caught,
    ):
        _count(proxy.url, LOGIN)
    assert SECRET not in f"{caught.value}{caught.value!r}{caplog.text}"


def test_a_login_in_the_address_is_refused_and_not_repeated(communique: Communique, built: Path):
    """Arguments can be read by everybody on the machine."""
    result = communique("load", f"http://curator:{SECRET}@127.0.0.1:1/", "--from", built)
    assert (result.returncode, "C110" in result.stderr) == (2, True)
    assert SECRET not in result.stdout + result.stderr


def test_addresses_of_two_hosts_are_refused(
    communique: Communique, oxigraph_server: Server, built: Path
):
    """A login is for one host."""
    words = ["--query-url", f"{oxigraph_server.url}/query", "--update-url", "http://x.test/update"]
    result = communique("load", "--from", built, *words)
    assert (result.returncode, "C110" in result.stderr) == (2, True)


@pytest.mark.xdist_group("virtuoso-load")
def test_virtuoso_without_a_login_ends_with_an_error(
    communique: Communique, virtuoso_server: Server, built: Path, tmp_path: Path
):
    """Without a terminal nobody is asked."""
    env = {"NETRC": str(tmp_path / "none"), "HOME": str(tmp_path)}
    result = communique("load", virtuoso_server.url, "--from", built, env=env)
    assert (result.returncode, "C112" in result.stderr) == (3, True), result.stderr


@pytest.mark.xdist_group("virtuoso-load")
def test_a_wrong_password_ends_with_an_error(
    communique: Communique, virtuoso_server: Server, built: Path
):
    """It is tried once, and not shown."""
    result = communique("load", virtuoso_server.url, "--from", built, env=LOGIN)
    assert (result.returncode, "C112" in result.stderr) == (3, True), result.stderr
    assert SECRET not in result.stderr


def test_a_login_is_offered_only_once(oxigraph_server: Server, versions: Versions):
    """Whatever is refused isn't sent again, not even to look what is staged."""
    fault = Fault("answer", status=401, headers={"WWW-Authenticate": "Basic realm=x"}, times=-1)
    with run_proxy(oxigraph_server.url, fault) as proxy:
        options = StoreOptions(url=proxy.url, kind="oxigraph")
        store = open_store(options, environment=LOGIN, attempts=Attempts(3))
        with pytest.raises(ServiceError, match="C112"):
            Job(
                store, Source(versions.files["new"], ""), Attempts(3), Choice(graphs=(GRAPH,))
            ).run()
        offers = [one for one in proxy.requests if "Authorization" in one.headers]
    assert len(offers) == 1


@pytest.mark.parametrize(
    ("url", "auth", "is_told"),
    [
        ("http://store.test", "basic", True),
        ("http://store.test", "digest", False),
        ("https://store.test", "basic", False),
        ("http://localhost", "basic", False),
    ],
)
def test_a_login_that_can_be_read_on_its_way_is_warned_of(url: str, auth: str, is_told: bool):
    """Basic over plain http to another machine."""
    client = Client(url, 1, Credentials("curator", SECRET))
    client.log_in(auth)
    assert [f"{note}"[:9] for note in client.describe_risks()] == ["The login"] * is_told


def test_two_loads_at_once_are_refused(oxigraph_server: Server, versions: Versions):
    """The second one says who is in its way."""
    words = [sys.executable, "-c", HOLDER, oxigraph_server.url]
    with subprocess.Popen(words, stdout=subprocess.PIPE, env=dict(os.environ)) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        assert try_load(oxigraph_server, versions.files["new"], oxigraph_server.url) == "C117"
        process.kill()
    load(oxigraph_server, versions.files["new"])
