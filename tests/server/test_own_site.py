import subprocess
import sys
from pathlib import Path

import pytest
from tests.server.process import run_server, start_process


@pytest.mark.full  # it publishes a whole site
def test_without_a_site_the_shipped_declarations_are_published_once(tmp_path: Path):
    """Into the cache and nowhere else, compressed; the next server finds it there."""
    environment = {"XDG_CACHE_HOME": str(tmp_path), "HOME": str(tmp_path / "nobody")}
    process = start_process("--port", "0", environment=environment)
    assert process.stdout
    assert process.stderr
    assert "Publishing the shipped declarations into" in process.stderr.readline()
    assert "Serving" in process.stdout.readline()
    process.terminate()
    process.communicate(timeout=30)
    assert [path.name for path in tmp_path.iterdir()] == ["communique"]
    assert (tmp_path / "communique/serve/site/doc/state/POL.ttl.gz").is_file()
    with run_server(environment=environment) as server:
        assert server.ask("/doc/state/POL").status == 200


@pytest.mark.full  # two whole sites
def test_compressed_files_are_the_same_each_time(published: Path, tmp_path: Path):
    """No date is in them."""
    words = [sys.executable, "-m", "communique.cli.main", "publish", "--compress", "--no-editor"]
    subprocess.run([*words, "--out", str(tmp_path / "site")], check=True, capture_output=True)
    packed = [path.relative_to(published) for path in published.rglob("*.gz")]
    assert len(packed) > 1000
    assert all(
        (tmp_path / "site" / path).read_bytes() == (published / path).read_bytes()
        for path in packed
    )
