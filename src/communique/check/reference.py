"""Check layer: pySHACL, the reference engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.check.results import Result
from communique.check.shapes import ShapesFolder, local_name
from communique.core.errors import InputError
from communique.core.iris import DEFAULT_BASE

if TYPE_CHECKING:
    import rdflib

_SHACL = "http://www.w3.org/ns/shacl#"


def validate_reference(
    turtle: str, shapes: ShapesFolder, *, base: str = DEFAULT_BASE
) -> list[Result]:
    """Return the results on a data graph given as Turtle, sorted; no inference.

    `base` is what relative IRIs are resolved against if the text doesn't say.
    Errors: C081 if pySHACL fails on the shapes or the data.
    """
    import pyshacl
    import pyshacl.errors
    import rdflib

    data = rdflib.Graph().parse(data=turtle, format="turtle", publicID=base)
    shapes_graph = rdflib.Graph().parse(data=shapes.text, format="turtle")
    try:
        _, report, text = pyshacl.validate(data, shacl_graph=shapes_graph, inference="none")
    except pyshacl.errors.ReportableRuntimeError as error:
        raise _explain(error.message) from error
    if not isinstance(report, rdflib.Graph):
        raise _explain(text)
    return read_report(report)


def read_report(report: rdflib.Graph) -> list[Result]:
    """Return the results of a SHACL validation report, sorted. Source: SHACL, section 3.6."""
    import rdflib

    results = report.subjects(rdflib.RDF.type, rdflib.URIRef(_SHACL + "ValidationResult"))
    return sorted({_convert(report, node) for node in results})


def _explain(problem: str) -> InputError:
    """Return the error for a validation that didn't come to an end."""
    problem = " ".join(problem.split())
    return InputError("C081", f"pySHACL failed: {problem}", mend="Mend the shapes or the data.")


def _convert(report: rdflib.Graph, node: rdflib.term.Node) -> Result:
    import rdflib

    def value_of(name: str) -> rdflib.term.Node | None:
        return report.value(node, rdflib.URIRef(_SHACL + name))

    def name_of(name: str) -> str:
        return str(value_of(name) or "").removeprefix(_SHACL)

    return Result(
        focus=_term(value_of("focusNode")),
        path=render_path(report, value_of("resultPath")),
        component=name_of("sourceConstraintComponent"),
        severity=name_of("resultSeverity"),
        shape=local_name(_term(value_of("sourceShape"))),
        value=_term(value_of("value")),
        message=str(value_of("resultMessage") or ""),
    )


def render_path(graph: rdflib.Graph, path: rdflib.term.Node | None) -> str:
    """Return a SHACL property path as SPARQL writes it. Source: SHACL, section 2.3.1."""
    import rdflib
    from rdflib.collection import Collection

    if path is None:
        return ""
    if isinstance(path, rdflib.URIRef):
        return f"<{path}>"
    steps = list(Collection(graph, path)) if (path, rdflib.RDF.first, None) in graph else []
    if steps:
        return "(" + "/".join(render_path(graph, step) for step in steps) + ")"
    for name, before, after in _OPERATORS:
        inner = graph.value(path, rdflib.URIRef(_SHACL + name))
        if name == "alternativePath" and inner is not None:
            parts = [render_path(graph, step) for step in Collection(graph, inner)]
            return "(" + "|".join(parts) + ")"
        if inner is not None:
            return f"{before}{render_path(graph, inner)}{after}"
    raise InputError("C081", f"a path that SHACL doesn't know: {path}", mend="Mend the shape.")


_OPERATORS = (
    ("alternativePath", "", ""),
    ("inversePath", "^", ""),
    ("zeroOrMorePath", "(", ")*"),
    ("oneOrMorePath", "(", ")+"),
    ("zeroOrOnePath", "(", ")?"),
)


def _term(node: rdflib.term.Node | None) -> str:
    return node.n3() if node is not None else ""
