"""Command line layer: the summary at the end of `communique build`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table


def print_summary(
    manifest: Mapping[str, Any],
    *,
    out: Path,
    files: Mapping[str, bytes],
    seconds: Mapping[str, float],
    steps: Iterable[str],
) -> None:
    """Print what was built, how the check went, the files, and what to try next."""
    console = Console(highlight=False, soft_wrap=True)
    for slug, counts in manifest["declarations"].items():
        console.print(f"\n[bold]{slug}[/bold]")
        console.print(_counts_table(counts))
    console.print(_describe_check(manifest["shacl"]))
    size = sum(len(data) for data in files.values()) / 1e6
    spent = sum(seconds.values())
    console.print(
        f"Wrote {len(files)} files, {size:.1f} MB, to [bold]{out}/[/bold] in {spent:.2f} s."
    )
    for name, took in seconds.items():
        console.print(f"  {name}: {took:.2f} s", style="dim")
    console.print("\nTry next:")
    for line in steps:
        console.print(f"  communique {line}", markup=False)


def _counts_table(counts: Mapping[str, int]) -> Table:
    table = Table.grid(padding=(0, 2))
    for name, count in counts.items():
        table.add_row("", f"[cyan]{count:>6,}[/cyan]", name)
    return table


def _describe_check(check: Mapping[str, Any]) -> str:
    if check["engine"] == "none":
        return "[yellow]Not checked[/yellow] (--no-check)."
    warnings = f", {check['warnings']} warnings" if check["warnings"] else ""
    return (
        f"[green]✓[/green] No violation of the shapes{warnings}; "
        f"every character of each source accounted for ({check['round_trips']} read)."
    )
