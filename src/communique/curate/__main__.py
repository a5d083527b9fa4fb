"""Edge layer (curate): the command `python -m communique.curate`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from communique.core.errors import CommuniqueError
from communique.core.resources import find_resource
from communique.curate.assembly import find_faults, make_records
from communique.curate.decisions import read_decisions
from communique.curate.records import Records
from communique.curate.tables import render_tables


@click.command()
@click.option(
    "--decisions",
    type=click.Path(path_type=Path),
    default=find_resource("data", "states", "decisions.yaml"),
    help="What was decided by hand; decisions.yaml of data/states/ if not given.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to write the tables; the folder of the decisions if not given.",
)
def main(decisions: Path, out: Path | None) -> None:
    """Make the authority records of states from packages and from the decisions by hand.

    Ends with 0; with 1 where the records have faults, and 2 for bad input: then nothing is written.
    """
    try:
        records = make_records(read_decisions(decisions))
    except CommuniqueError as error:
        click.echo(str(error), err=True)
        sys.exit(error.exit_code)
    for notice in records.notices:
        click.echo(f"note: {notice}")
    faults = find_faults(records)
    for fault in faults:
        click.echo(f"fault: {fault}", err=True)
    if faults:
        sys.exit(1)
    write_tables(records, out or decisions.parent)


def write_tables(records: Records, folder: Path) -> None:
    """Write all the tables into a folder, which is made if it isn't there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in render_tables(records).items():
        (folder / name).write_bytes(content)
        click.echo(f"{folder / name}: {len(content.splitlines())} lines")


if __name__ == "__main__":
    main()
