"""Check layer: the compiled SHACL engine (PyPI `shacl`), the default for its speed."""

from __future__ import annotations

from communique.check.results import Result
from communique.check.shapes import ShapesFolder, local_name
from communique.core.errors import InputError


def validate_compiled(ntriples: str, shapes: ShapesFolder) -> list[Result]:
    """Return the results on a data graph given as N-Triples (or Turtle), sorted; no inference.

    Errors: C081 if the engine fails on the shapes or the data.
    """
    import shacl

    try:
        compiled = shacl.Shapes.from_turtle(shapes.text)
        report = compiled.validate_text(ntriples, format="turtle", inference="none")
    except (ValueError, RuntimeError) as error:
        mend = "Try --engine pyshacl, and report the shapes and data that did this."
        raise InputError("C081", f"the compiled engine failed: {error}", mend=mend) from error
    return sorted({_convert(result) for result in report.results})


def _convert(result: object) -> Result:
    read = _reader(result)
    return Result(
        focus=read("focus_node"),
        path=read("path"),
        component=read("component"),
        severity=read("severity"),
        shape=local_name(read("source_shape") or read("root_shape")),
        value=read("value"),
        message=read("message"),
    )


def _reader(result: object):  # type: ignore[no-untyped-def]
    return lambda name: getattr(result, name) or ""
