"""Command line layer: the `communique` command and its exit codes.

Commands are imported when they are called, so that `--help` and the quick ones stay quick.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping
from typing import Final

import click

from communique import __version__
from communique.core.errors import CommuniqueError

#: Each command with its one-line help, in the order in which they are listed.
COMMANDS: Final[Mapping[str, str]] = {
    "build": "Read the declarations, build their graph, check it and write the files.",
    "check": "Check the last build, or RDF files, against the shapes and the source.",
    "show": "Show a declaration's text with its forces and reservations.",
    "query": "Ask a canned question, or SPARQL of your own.",
    "publish": "Write the static site: a page and RDF files for every IRI.",
    "serve": "Serve the site with content negotiation, canned questions and SPARQL.",
    "load": "Load the built graphs into a triple store, and verify them.",
    "link": "Link states, instruments and topics to Wikidata, and check the links.",
}


class LazyGroup(click.Group):
    """A group whose commands are imported on their first use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands' names."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command, or None if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"communique.cli.{cmd_name}").command
        if not isinstance(command, click.Command):
            raise TypeError(f"communique.cli.{cmd_name}.command is no command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="communique")
def cli() -> None:
    """Turn multilateral declarations into linked data: who said what, and who held back.

    Exit codes: 0 clean; 1 findings; 2 bad input or usage; 3 an outside service failed.
    """


def main() -> None:
    """Run the command line; a known problem is told in one line on standard error."""
    try:
        cli(prog_name="communique")
    except CommuniqueError as error:
        click.echo(str(error), err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


if __name__ == "__main__":
    main()
