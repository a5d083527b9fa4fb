import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from tests.conftest import Communique

from communique import __version__
from communique.cli.main import COMMANDS, cli


def test_help_lists_every_command_without_importing_any():
    """In their order, with one line each; the exit codes are told."""
    result = CliRunner().invoke(cli, ["--help"])
    assert result.exit_code == 0
    listed = re.findall(r"^  ([a-z]+)  ", result.output.split("Commands:")[1], re.MULTILINE)
    assert listed == list(COMMANDS)
    assert "Exit codes: 0 clean" in result.output


def test_every_listed_command_is_one():
    """It can be imported and says what it does."""
    context = click.Context(cli)
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert isinstance(command, click.Command)
        assert command.get_short_help_str()
    assert cli.get_command(context, "absent") is None


def test_the_version_is_the_packages(communique: Communique):
    """As `--version` prints it."""
    assert communique("--version").stdout == f"communique, version {__version__}\n"


@pytest.mark.parametrize(
    "args", [["absent"], ["build", "--absent"], ["build", "--base", "example.org"],
             ["build", "--base", "https://example.org"], ["show", "--language", "fr"]],
)  # fmt: skip
def test_wrong_usage_ends_with_2_and_no_traceback(communique: Communique, args: list[str]):
    """Unknown commands and options, and values outside the allowed ones."""
    result = communique(*args)
    assert result.returncode == 2
    assert "Error: " in result.stderr
    assert "Traceback" not in result.stderr


def test_help_imports_nothing_heavy(communique: Communique):
    """Neither RDF nor SHACL engines nor rich, so that it is quick."""
    result = communique("--help", env={"PYTHONPROFILEIMPORTTIME": "1"})
    imported = {line.rpartition("|")[2].strip() for line in result.stderr.splitlines()}
    assert result.returncode == 0
    assert "click" in imported
    heavy = {"rdflib", "pyshacl", "shacl", "pyoxigraph", "rich", "yaml", "SPARQLWrapper", "pandas"}
    assert imported & heavy == set()


@pytest.mark.parametrize("command", ["build"])
def test_a_build_imports_no_engine_that_it_does_not_use(
    communique: Communique, command: str, tmp_path: Path
):
    """Rdflib and pySHACL stay out: the compiled engine and pyoxigraph do the work."""
    result = communique(
        command, "--json", "--out", tmp_path / "dist", env={"PYTHONPROFILEIMPORTTIME": "1"}
    )
    imported = {line.rpartition("|")[2].strip() for line in result.stderr.splitlines()}
    assert result.returncode == 0
    assert "pyoxigraph" in imported
    assert imported & {"rdflib", "pyshacl", "rich", "SPARQLWrapper", "pandas"} == set()
