"""Check layer: the compiled SHACL engine (PyPI `shacl`), the default for its speed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.check.results import Result
from communique.check.shapes import ShapesFolder, local_name
from communique.core.errors import InputError
from communique.core.iris import DEFAULT_BASE

if TYPE_CHECKING:
    import shacl


def validate_compiled(
    turtle: str, shapes: ShapesFolder, *, base: str = DEFAULT_BASE
) -> list[Result]:
    """Return the results on a data graph given as Turtle, sorted; no inference.

    `base` is what relative IRIs are resolved against if the text doesn't say.
    Errors: C081 if the engine fails on the shapes or the data.
    """
    import shacl

    try:
        compiled = shacl.Shapes.from_turtle(shapes.text)
        report = compiled.validate_turtle(turtle, base=base, inference="none")
    except (ValueError, RuntimeError) as error:
        mend = "Try --engine pyshacl, and report the shapes and data that did this."
        raise InputError("C081", f"the compiled engine failed: {error}", mend=mend) from error
    return sorted({_convert(result) for result in report.results})


def _convert(result: shacl.Result) -> Result:
    return Result(
        focus=result.focus_node,
        path=result.path or "",
        component=result.component,
        severity=result.severity,
        shape=local_name(result.source_shape or result.root_shape or ""),
        value=result.value or "",
        message=result.message or "",
    )
