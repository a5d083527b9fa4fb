"""Check layer: the outcome of a check as a SHACL validation report in Turtle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from communique.check.outcome import BuildCheck
from communique.check.results import Result
from communique.check.shapes import SHAPES_NAMESPACE

_PREFIXES: Final = f"""\
PREFIX cqsh: <{SHAPES_NAMESPACE}>
PREFIX sh: <http://www.w3.org/ns/shacl#>
"""
_TOKENS: Final = re.compile(r"<[^>]*>|[()^/|*+?]")
_REPEATED: Final = {"*": "zeroOrMorePath", "+": "oneOrMorePath", "?": "zeroOrOnePath"}


def write_report(outcome: BuildCheck) -> str:
    """Return a validation report in Turtle, one result a finding, in the order of the findings.

    A rule across graphs and the round trip stand as shapes of ours (`cqsh:D01`, `cqsh:round-trip`)
    with a component of ours. Any finding, a warning too, makes `sh:conforms` false.

    Source: SHACL, section 3.6.
    """
    conforms = "false" if outcome.findings else "true"
    results = [_write_result(finding.result) for finding in outcome.findings]
    body = " ;\n".join([f"[] a sh:ValidationReport ;\n  sh:conforms {conforms}", *results])
    return f"{_PREFIXES}\n{body} .\n"


def _write_result(result: Result) -> str:
    lines = ["a sh:ValidationResult"]
    lines += [f"sh:{name} {value}" for name, value in _list_properties(result) if value]
    return "  sh:result [\n    " + " ;\n    ".join(lines) + "\n  ]"


def _list_properties(result: Result) -> list[tuple[str, str]]:
    standard = result.component.endswith("ConstraintComponent")
    return [
        ("focusNode", result.focus),
        ("resultPath", write_path(result.path) if result.path else ""),
        ("value", result.value),
        ("resultSeverity", f"sh:{result.severity}"),
        ("sourceConstraintComponent", f"{'sh' if standard else 'cqsh'}:{result.component}"),
        ("sourceShape", f"cqsh:{result.shape}" if result.shape else ""),
        ("resultMessage", str(ox.Literal(result.message))),
    ]


def write_path(path: str) -> str:
    """Return a SPARQL property path, every group in brackets, as SHACL writes it in Turtle.

    Source: SHACL, section 2.3.1.

    >>> write_path("(^<urn:a>/<urn:b>)")
    '( [ sh:inversePath <urn:a> ] <urn:b> )'
    >>> write_path("(<urn:a>|(<urn:b>)*)")
    '[ sh:alternativePath ( <urn:a> [ sh:zeroOrMorePath <urn:b> ] ) ]'
    """
    tokens = iter([*_TOKENS.findall(path), ""])
    return _read_path(next(tokens), tokens)[0]


def _read_path(first: str, tokens: Iterator[str]) -> tuple[str, str]:
    """Return the path that begins with a token, and the token that follows the path."""
    if first == "^":
        inner, following = _read_path(next(tokens), tokens)
        return f"[ sh:inversePath {inner} ]", following
    path, following = _read_group(tokens) if first == "(" else (first, next(tokens))
    if following in _REPEATED:
        return f"[ sh:{_REPEATED[following]} {path} ]", next(tokens)
    return path, following


def _read_group(tokens: Iterator[str]) -> tuple[str, str]:
    """Return what stands in brackets, the first of which has been read, and what follows."""
    path, operator = _read_path(next(tokens), tokens)
    parts, separator = [path], operator
    while operator != ")":
        path, operator = _read_path(next(tokens), tokens)
        parts.append(path)
    if len(parts) == 1:
        return parts[0], next(tokens)
    listed = f"( {' '.join(parts)} )"
    return (listed if separator == "/" else f"[ sh:alternativePath {listed} ]"), next(tokens)
