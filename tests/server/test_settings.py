from pathlib import Path

import pytest
from tests.conftest import Communique
from tests.server.process import start_process

from communique.core.errors import InputError
from communique.server.limits import Limits
from communique.server.settings import SETTINGS, collect_settings


def show(communique: Communique, *args: str | Path, **environment: str) -> dict[str, list[str]]:
    """Return what --show-config prints, by setting: the value, and where it comes from."""
    result = communique("serve", "--show-config", *args, env=environment)
    assert result.returncode == 0, result.stderr
    lines = [line.split(maxsplit=2) for line in result.stdout.splitlines()]
    return {name: rest for name, *rest in lines}


def test_a_flag_goes_before_the_environment_and_that_before_the_file(
    communique: Communique, tmp_path: Path
):
    """Each value is told with its source; the file's with its line."""
    file = tmp_path / "serve.yaml"
    file.write_text("host: 127.0.0.2\nport: 1\nseconds: 5\nworkers: 2\n", "utf-8")
    shown = show(
        communique, "--config", file, "--port", "3", COMMUNIQUE_PORT="2", COMMUNIQUE_SECONDS="4"
    )
    assert shown["port"] == ["3", "flag"]
    assert shown["seconds"] == ["4.0", "environment (COMMUNIQUE_SECONDS)"]
    assert shown["host"] == ["127.0.0.2", f"file ({file}:1:7)"]
    assert shown["workers"] == ["2", f"file ({file}:4:10)"]
    assert shown["path"] == ["/", "default"]


def test_every_limit_of_the_guard_is_a_setting():
    """And has the guard's own default."""
    assert collect_settings({}, file=None, environment={}).limits == Limits()
    given = collect_settings(
        {}, file=None, environment={"COMMUNIQUE_SERVICE_ALLOWED": "http://a, https://b/c"}
    )
    assert given.limits.service_allowed == ("http://a", "https://b/c")


def test_a_path_in_the_file_is_relative_to_it(tmp_path: Path):
    """So that the file can be moved with what it names; a list is a list."""
    file = tmp_path / "serve.yaml"
    file.write_text("site: here/site\ntrusted-proxies: [10.0.0.1, 10.0.0.2]\n", "utf-8")
    settings = collect_settings({}, file=file, environment={})
    assert settings.path("site") == tmp_path / "here/site"
    assert settings.words("trusted-proxies") == ("10.0.0.1", "10.0.0.2")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("port", "http"),
        ("port", "65536"),
        ("port", "-1"),
        ("seconds", "nan"),
        ("seconds", "soon"),
        ("rows", "1e3"),
        ("path", "communique"),
        ("path", "//x/"),
        ("path", "/a b/"),
        ("public-url", "ftp://x/"),
        ("public-url", "https://x"),
        ("log-requests", "maybe"),
        ("workers", "0"),
        ("trusted-proxies", "proxy"),
        ("trusted-proxies", "10.0.0.1/8"),
        ("service-allowed", "query.wikidata.org"),
    ],
)
def test_a_value_that_cannot_be_used_is_told(name: str, value: str):
    """C130 names the setting, the value, and what it should be."""
    with pytest.raises(InputError, match=f"{name}.*'{value}'") as caught:
        collect_settings({name: value}, file=None, environment={})
    assert caught.value.code == "C130"


@pytest.mark.parametrize(
    "text",
    [
        "prot: 1\n",
        "port: [1]\n",
        "port: 1\nport: 2\n",
        "port: &a 1\n",
        "port: http\n",
        "port: 65536\n",
        "path: communique\n",
        "log-requests: maybe\n",
        "trusted-proxies: [10.0.0.1, proxy]\n",
    ],
)
def test_a_mistake_in_the_file_is_told_with_its_line(
    communique: Communique, tmp_path: Path, text: str
):
    """The strict reader: unknown keys with the nearest one, no duplicates, no anchors."""
    file = tmp_path / "serve.yaml"
    file.write_text(text, "utf-8")
    result = communique("serve", "--config", file)
    assert (result.returncode, f"{file}:" in result.stderr) == (2, True)


def test_every_setting_says_what_it_is_for(communique: Communique):
    """As a flag in the help, which names the variable too."""
    shown = communique("serve", "--help").stdout
    for one in SETTINGS:
        assert f"{one.flag} " in shown
        assert one.meaning
        assert one.variable == f"COMMUNIQUE_{one.key.upper()}"


def test_a_port_that_is_taken_is_told(communique: Communique, published: Path):
    """C132, before any process for queries is started."""
    process = start_process("--port", "0", "--site", published)
    assert process.stdout
    port = process.stdout.readline().rstrip("/\n").rpartition(":")[2]
    try:
        result = communique("serve", "--site", published, "--port", port)
        assert (result.returncode, "C132" in result.stderr) == (2, True)
    finally:
        process.terminate()
        process.communicate(timeout=20)


def test_a_graph_that_cannot_be_loaded_is_told(
    communique: Communique, published: Path, tmp_path: Path
):
    """The line of the file, and exit code 2; nothing keeps running."""
    graph = tmp_path / "graph.nq"
    graph.write_text("<a:a> <a:b> <a:c> .\nthis is no graph\n", "utf-8")
    result = communique("serve", "--site", published, "--data", graph, "--port", "0")
    assert (result.returncode, "C080" in result.stderr) == (2, True)
    assert f"{graph}:2" in result.stderr


def test_a_cache_that_cannot_be_made_is_told(communique: Communique, tmp_path: Path):
    """C134, where the folder is a file."""
    place = tmp_path / "cache"
    place.write_text("", "utf-8")
    result = communique("serve", "--cache", place, "--port", "0")
    assert (result.returncode, "C134" in result.stderr) == (2, True)
