"""The bulk road: the scripts for the stores' own loaders, run; and Jena as a third reader."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import Communique
from tests.load.graphs import list_graphs
from tests.stores.jena import Jena, find_jena
from tests.stores.processes import find_program
from tests.stores.servers import Server, make_oxigraph, make_virtuoso, run_store

RECIPES = ("oxigraph", "virtuoso", "tdb2", "graphdb", "qlever")


def _write_recipe(communique: Communique, kind: str, folder: Path, target: Path) -> Path:
    result = communique("load", "--bulk-recipe", kind, "--from", folder)
    assert result.returncode == 0, result.stderr
    target.write_text(result.stdout, encoding="utf-8")
    return target


def _run(script: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    programs = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    return subprocess.run(
        ["bash", str(script)],
        env={**os.environ, "PATH": programs, **settings},
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )


def _expect_all_in_place(communique: Communique, server: Server, folder: Path) -> None:
    words = ["load", server.url, "--from", folder, "--dry-run"]
    result = communique(*words, env=server.login)
    assert result.returncode == 0, result.stderr
    graphs = [line.split()[0] for line in result.stdout.splitlines() if " triples  (" in line]
    assert graphs
    assert set(graphs) == {"unchanged"}


@pytest.mark.parametrize("kind", RECIPES)
def test_every_recipe_is_a_script(communique: Communique, built: Path, tmp_path: Path, kind: str):
    """It names the file, and a shell can read it."""
    script = _write_recipe(communique, kind, built, tmp_path / "recipe.sh")
    assert "communique.nq" in script.read_text("utf-8")
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0


def test_the_recipe_for_oxigraph_loads_everything(
    communique: Communique, built: Path, tmp_path: Path
):
    """The server is stopped, the script run, the server started: every graph is as built."""
    server = make_oxigraph(tmp_path)
    script = _write_recipe(communique, "oxigraph", built, tmp_path / "recipe.sh")
    result = _run(script, OXIGRAPH_LOCATION=str(tmp_path / "data"))
    assert result.returncode == 0, result.stderr
    try:
        server.start()
        _expect_all_in_place(communique, server, built)
    finally:
        server.stop()


@pytest.mark.xdist_group("virtuoso-load")
def test_the_recipe_for_virtuoso_loads_everything(
    communique: Communique, built: Path, tmp_path: Path
):
    """Every graph is as built; the same script says so if it doesn't work."""
    find_program("isql-vt", mend="apt-get install virtuoso-opensource-7-bin")
    with run_store(make_virtuoso, tmp_path / "store") as server:
        folder = server.folder / "dist"
        shutil.copytree(built.resolve(), folder)
        script = _write_recipe(communique, "virtuoso", folder, tmp_path / "recipe.sh")
        login = {"VIRTUOSO_SQL": f"127.0.0.1:{server.sql_port}", "VIRTUOSO_PASSWORD": "dba"}
        (folder / "communique.nq").rename(folder / "away.nq")
        assert _run(script, **login).returncode == 1
        (folder / "away.nq").rename(folder / "communique.nq")
        assert _run(script, **{**login, "VIRTUOSO_PASSWORD": "wrong"}).returncode == 1
        assert list_graphs(server, "https://w3id.org/") == []
        result = _run(script, **login)
        assert result.returncode == 0, result.stderr
        _expect_all_in_place(communique, server, folder)


@pytest.fixture(scope="module")
def jena(tmp_path_factory: pytest.TempPathFactory) -> Jena:
    """Jena's own programs."""
    return find_jena(tmp_path_factory.mktemp("jena"))


def test_jena_reads_every_file_of_all_graphs(jena: Jena, built: Path):
    """N-Quads and TriG give the very lines that we wrote; Turtle gives them without graphs."""
    lines = (built / "communique.nq").read_bytes().splitlines(keepends=True)
    for name in ("communique.nq", "communique.trig"):
        assert jena.read_lines(built / name) == lines, name
    merged = {line.rpartition(b" <")[0] + b" .\n" for line in lines}
    assert set(jena.read_lines(built / "communique.ttl")) == merged


@pytest.mark.full
def test_jena_finds_no_fault_in_the_files(jena: Jena, built: Path):
    """Its validation, which looks at IRIs and literals too, is silent."""
    files = [*built.glob("*.ttl"), *built.glob("*.trig"), *built.glob("*.nq")]
    assert len(files) >= 5
    result = jena.run("riotcmd.riot", "--validate", "--strict", *map(str, files))
    assert (result.returncode, result.stdout + result.stderr) == (0, b"")


@pytest.mark.full
def test_the_recipe_for_tdb2_loads_everything(
    communique: Communique, jena: Jena, built: Path, tmp_path: Path
):
    """Jena's loader takes the file, and its database has every quad."""
    script = _write_recipe(communique, "tdb2", built, tmp_path / "recipe.sh")
    jena.install("tdb2.tdbloader", tmp_path / "bin")
    path = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
    location = tmp_path / "tdb"
    result = subprocess.run(
        ["bash", str(script)],
        env={**os.environ, "PATH": path, "TDB2_LOCATION": str(location)},
        check=False,
        capture_output=True,
    )
    assert result.returncode == 0, result.stderr
    dumped = jena.run("tdb2.tdbdump", "--loc", str(location)).stdout
    expected = (built / "communique.nq").read_bytes().splitlines()
    assert sorted(dumped.splitlines()) == sorted(expected)
