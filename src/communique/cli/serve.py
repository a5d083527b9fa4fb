"""Command line layer: `communique serve`."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from communique.core.caches import find_cache_folder
from communique.core.errors import OutputError, Place
from communique.server.settings import SETTINGS, collect_settings

if TYPE_CHECKING:
    from communique.server.settings import Settings

_STAMP: Final = "made-from"


def _add_settings(function: Callable[..., None]) -> Callable[..., None]:
    """Give the command one option a setting; what isn't given comes from elsewhere."""
    for one in reversed(SETTINGS):
        shown = "" if one.default in (None, (), "") else f" [default: {one.default}]"
        help_text = f"{one.meaning.removesuffix('.')}{shown}."
        function = click.option(one.flag, one.key, metavar=one.kind.upper(), help=help_text)(
            function
        )
    return function


@click.command("serve")
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="COMMUNIQUE_CONFIG",
    help="YAML file of settings, named as the options.",
)
@click.option("--show-config", is_flag=True, help="Print each setting and its source, and end.")
@_add_settings
def command(config: Path | None, show_config: bool, **options: str | None) -> None:
    """Serve a published site with content negotiation, canned questions and SPARQL.

    Without --site the shipped declarations are published into a cache, once. Each setting can be
    given as an option, as an environment variable (COMMUNIQUE_PORT), or in the file of --config;
    an option goes before the environment, and that before the file.
    """
    given = {one.name: text for one in SETTINGS if (text := options[one.key]) is not None}
    settings = collect_settings(given, file=config)
    if show_config:
        _print_settings(settings)
        return
    from communique.server.running import run_server

    site = settings.path("site") or _publish_own(settings.path("cache"))
    run_server(settings, site, announce=lambda address: click.echo(f"Serving {site} at {address}"))


def _print_settings(settings: Settings) -> None:
    rows = []
    for name, found in settings.found.items():
        value = found.value
        shown = ", ".join(value) if isinstance(value, tuple) else value
        rows.append((name, "" if shown is None else str(shown), found.source))
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for name, value, source in rows:
        click.echo(f"{name:<{widths[0]}}  {value:<{widths[1]}}  {source}".rstrip())


def _publish_own(folder: Path | None) -> Path:
    """Return the site of the shipped declarations, published now if the cache has no such one."""
    cache = folder or find_cache_folder("serve")
    site, stamp = cache / "site", cache / _STAMP
    digest = _digest_package()
    try:
        cache.mkdir(parents=True, exist_ok=True)
        if site.is_dir() and stamp.is_file() and stamp.read_text("utf-8") == digest:
            return site
        click.echo(f"Publishing the shipped declarations into {cache}/, once …", err=True)
        _run_publish(site, cache)
        stamp.write_text(digest, "utf-8")
    except OSError as error:
        mend = "Name another folder with --cache, or a published one with --site."
        problem = f"the cache can't be written: {error.strerror}"
        raise OutputError("C134", problem, mend=mend, place=Place(cache)) from error
    return site


def _run_publish(site: Path, cache: Path) -> None:
    """Publish in a process of its own, so that the server's stays small.

    What it keeps for itself, and npm for it, goes into the cache as well.
    """
    words = [sys.executable, "-m", "communique.cli.main", "publish", "--out", str(site)]
    places = {"XDG_CACHE_HOME": str(cache), "npm_config_cache": str(cache / "npm")}
    result = subprocess.run(  # noqa: S603 - our own command
        [*words, "--compress", "--json"],
        check=False,
        stdout=subprocess.DEVNULL,
        env={**os.environ, **places},
    )
    if result.returncode != 0:
        mend = "What went wrong is told above."
        raise OutputError("C134", "the site can't be published", mend=mend, place=Place(site))


def _digest_package() -> str:
    """Return a digest of everything that the site is made from: the package and its resources."""
    from communique.core.resources import find_resource

    package = Path(__file__).parents[1]
    resources = [find_resource(name) for name in ("data", "ontology", "queries", "shapes")]
    digest = hashlib.sha256(sys.version.encode())
    for folder in (package, *resources):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(folder)}\0".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
