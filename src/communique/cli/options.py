"""Command line layer: options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from communique.core.iris import DEFAULT_BASE

out_option = click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("dist"),
    show_default=True,
    help="Folder of the built files.",
)
language_option = click.option(
    "--language",
    type=click.Choice(["en", "zh-Hans"]),
    default="en",
    show_default=True,
    help="Language of messages and labels.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, for machines.")


def _check_base(context: click.Context, parameter: click.Parameter, value: Any) -> str:
    text = str(value)
    if not (text.isascii() and text.endswith("/") and text.startswith(("http://", "https://"))):
        raise click.BadParameter("write an http(s) address that ends in a slash")
    return text


base_option = click.option(
    "--base",
    default=DEFAULT_BASE,
    show_default=True,
    callback=_check_base,
    envvar="COMMUNIQUE_BASE",
    help="Base of the data's IRIs.",
)
