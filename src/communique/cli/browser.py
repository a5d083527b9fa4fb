"""Command line layer: a page shown in the browser of the machine, where it has one."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click


def show_page(page: Path, *, opening: bool = True) -> None:
    """Open a page in a browser and say so; without one, or not asked to, say where the page is."""
    if opening and webbrowser.open_new_tab(page.absolute().as_uri()):
        click.echo(f"Opened {page} in a browser.")
    elif opening:
        click.echo(f"No browser was found here. Open {page} in one.")
    else:
        click.echo(f"Open {page} in a browser.")
