"""The check beside pySHACL, and the whole build beside a plain script of rdflib and pySHACL."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.measure import COMMUNIQUE, PYTHON, compare, time_call, time_process
from communique.check.last_build import find_last_build


def run() -> None:
    """Print the medians and ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        time_process([COMMUNIQUE, "build", "--out", f"{folder}/dist"])
        _validate_warm(find_last_build(folder / "dist").declarations[0])
        _whole_commands(folder)


def _validate_warm(turtle: Path) -> None:
    import pyshacl
    import rdflib
    import shacl

    from communique.check.shapes import ShapesFolder
    from communique.core.resources import find_resource

    text = turtle.read_text(encoding="utf-8")
    shapes_text = ShapesFolder(find_resource("shapes")).text
    compiled = shacl.Shapes.from_turtle(shapes_text)
    data, shapes = rdflib.Graph(), rdflib.Graph()
    data.parse(data=text, format="turtle")
    shapes.parse(data=shapes_text, format="turtle")
    fast = compare(
        {"compiled engine, warm": lambda: time_call(lambda: compiled.validate_turtle(text))},
        rounds=9,
    )
    slow = compare(
        {
            "pySHACL, warm": lambda: time_call(
                lambda: pyshacl.validate(data, shacl_graph=shapes, inference="none")
            )
        },
        rounds=3,
    )
    ratio = slow["pySHACL, warm"] / fast["compiled engine, warm"]
    print(f"  ratio: {ratio:.0f} times faster (wanted: at least 100)")


def _whole_commands(folder: Path) -> None:
    out = ["--out", f"{folder}/dist"]
    compare(
        {"communique check": lambda: time_process([COMMUNIQUE, "check", *out])},
        rounds=9,
    )
    print("  (wanted: under 0.25 s on a quiet machine)")
    plain = [PYTHON, "-m", "benchmarks.rdflib_way", f"{folder}/rdflib", "check"]
    medians = compare(
        {
            "communique build": lambda: time_process([COMMUNIQUE, "build", *out]),
            "a plain script of rdflib and pySHACL": lambda: time_process(plain),
        },
        rounds=3,
    )
    ratio = medians["a plain script of rdflib and pySHACL"] / medians["communique build"]
    print(f"  ratio: {ratio:.1f} times faster (wanted: at least 12, and under 1 s)")
