"""Load layer: the one normalisation that is applied to both sides before they are compared.

Stores rewrite literals. Three kinds of rewriting keep the value, and only these are evened out:
the case of language tags, the lexical form of numbers, and xsd:string written out. Everything else
that a store changes is a difference.

Source: RDF 1.1 Concepts, section 3.3 (tags compare without case, a plain literal is an xsd:string);
XML Schema 1.1 Datatypes, sections 3.3.3 to 3.3.5 (several lexical forms of one number).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

import pyoxigraph as ox

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_DECIMAL: Final = re.compile(r"([+-]?)([0-9]*)(?:\.([0-9]*))?")
_DOUBLE: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")


def write_line(triple: ox.Triple) -> bytes:
    """Return a triple in N-Triples, with its line break, as it is.

    Source: RDF 1.1 N-Triples, section 4 (canonical form).
    """
    return f"{triple.subject} {triple.predicate} {triple.object} .\n".encode()


def write_normal_line(triple: ox.Triple) -> bytes:
    r"""Return a triple in N-Triples, with its line break, its object normalised.

    >>> number = ox.Literal("1.50", datatype=ox.NamedNode(_XSD + "decimal"))
    >>> node = ox.NamedNode("urn:x")
    >>> write_normal_line(ox.Triple(node, node, number))
    b'<urn:x> <urn:x> "1.5"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n'
    """
    value = triple.object
    if isinstance(value, ox.Literal):
        value = normalise_literal(value)
    return f"{triple.subject} {triple.predicate} {value} .\n".encode()


def normalise_literal(literal: ox.Literal) -> ox.Literal:
    """Return the literal in the form in which two sides are compared.

    >>> normalise_literal(ox.Literal("007", datatype=ox.NamedNode(_XSD + "integer"))).value
    '7'
    """
    if literal.language is not None:
        tag = literal.language.lower()
        return literal if tag == literal.language else ox.Literal(literal.value, language=tag)
    normalise = _NUMBERS.get(literal.datatype.value)
    if normalise is None:
        return literal
    value = normalise(literal.value)
    return literal if value == literal.value else ox.Literal(value, datatype=literal.datatype)


def _normalise_decimal(text: str) -> str:
    """Return a decimal without superfluous signs and zeros; text that is none stays as it is.

    >>> [_normalise_decimal(text) for text in ("+1.50", "01", "-0.0", ".5", "1.", "x", ".")]
    ['1.5', '1', '0', '0.5', '1', 'x', '.']
    """
    match = _DECIMAL.fullmatch(text)
    if match is None or not (match[2] or match[3]):
        return text
    whole, part = match[2].lstrip("0") or "0", (match[3] or "").rstrip("0")
    number = f"{whole}.{part}" if part else whole
    return f"-{number}" if match[1] == "-" and number != "0" else number


def _normalise_double(text: str) -> str:
    """Return a floating-point number in one form; text that is none, INF and NaN stay.

    >>> [_normalise_double(text) for text in ("1.0E2", "100", "NaN", "1e-7")]
    ['100.0', '100.0', 'NaN', '1e-07']
    """
    return repr(float(text)) if _DOUBLE.fullmatch(text) else text


_INTEGERS: Final = [
    "integer",
    "nonNegativeInteger",
    "positiveInteger",
    "nonPositiveInteger",
    "negativeInteger",
    "long",
    "int",
    "short",
    "byte",
    "unsignedLong",
    "unsignedInt",
    "unsignedShort",
    "unsignedByte",
]
_NUMBERS: Final[Mapping[str, Callable[[str], str]]] = {
    **dict.fromkeys((_XSD + name for name in [*_INTEGERS, "decimal"]), _normalise_decimal),
    **dict.fromkeys((_XSD + name for name in ("double", "float")), _normalise_double),
}
