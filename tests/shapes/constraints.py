"""The constraints of the shapes, told apart from the helper shapes that only serve them."""

from functools import cache

import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH

from communique.check.shapes import SHAPES_NAMESPACE, ShapesFolder
from communique.core.resources import find_resource

Triple = tuple[rdflib.URIRef, rdflib.URIRef, rdflib.term.Node]
#: SHACL's constraint parameters that the shapes use, with their components. Source: SHACL, 4 and 5.
COMPONENTS = {
    "class": "Class", "closed": "Closed", "datatype": "Datatype", "disjoint": "Disjoint",
    "equals": "Equals", "hasValue": "HasValue", "in": "In", "languageIn": "LanguageIn",
    "lessThan": "LessThan", "lessThanOrEquals": "LessThanOrEquals", "maxCount": "MaxCount",
    "minCount": "MinCount", "minExclusive": "MinExclusive", "minInclusive": "MinInclusive",
    "minLength": "MinLength", "nodeKind": "NodeKind", "not": "Not", "or": "Or",
    "pattern": "Pattern", "qualifiedMaxCount": "QualifiedMaxCount",
    "qualifiedMinCount": "QualifiedMinCount", "sparql": "SPARQL", "uniqueLang": "UniqueLang",
}  # fmt: skip
#: Parameters and properties that constrain nothing by themselves.
NEUTRAL = {
    "path", "name", "description", "message", "severity", "property", "targetClass", "prefixes",
    "ignoredProperties", "select", "declare", "prefix", "namespace", "inversePath",
    "alternativePath", "qualifiedValueShape", "targetNode", "targetSubjectsOf", "targetObjectsOf",
    "flags", "order",
}  # fmt: skip


@cache
def shapes_graph() -> rdflib.Graph:
    """Return all shapes as one graph; callers leave it as it is."""
    text = ShapesFolder(find_resource("shapes")).text
    return rdflib.Graph().parse(data=text, format="turtle")


@cache
def list_constraints() -> dict[str, Triple]:
    """Return the triple that states each constraint, by '<shape>.<parameter>'."""
    graph, helpers = shapes_graph(), _find_helpers()
    found = {}
    for shape, predicate, value in graph:
        if predicate in SH and isinstance(shape, rdflib.URIRef) and shape not in helpers:
            parameter = predicate.removeprefix(str(SH))
            states = parameter in COMPONENTS and not (
                parameter == "closed" and str(value) == "false"
            )
            if states:
                name = f"{shape.removeprefix(SHAPES_NAMESPACE)}.{parameter}"
                found[name] = (shape, predicate, value)
    return found


@cache
def _find_helpers() -> frozenset[rdflib.term.Node]:
    """Return the shapes within sh:or, sh:not and sh:qualifiedValueShape, at any depth."""
    graph = shapes_graph()
    helpers: set[rdflib.term.Node] = set()
    waiting = [shape for one in graph.subjects() for shape in _shapes_within(graph, one)]
    while waiting:
        shape = waiting.pop()
        if shape not in helpers:
            helpers.add(shape)
            waiting += [*_shapes_within(graph, shape), *graph.objects(shape, SH.property)]
    return frozenset(helpers)


def _shapes_within(graph: rdflib.Graph, shape: rdflib.term.Node) -> list[rdflib.term.Node]:
    found = []
    for parameter in (SH["or"], SH["not"], SH["and"], SH.qualifiedValueShape):
        for value in graph.objects(shape, parameter):
            listed = (value, RDF.first, None) in graph
            found += list(Collection(graph, value)) if listed else [value]
    return found


@cache
def list_helper_triples() -> dict[str, Triple]:
    """Return what makes up each helper shape, by '<shape>.<parameter>'.

    Its constraints, the flags of its patterns, and the property shapes that it is made of (those
    with their names, too).
    """
    graph, found = shapes_graph(), {}
    for shape, predicate, value in graph:
        parameter = predicate.removeprefix(str(SH)) if predicate in SH else ""
        if shape in _find_helpers() and parameter in {*COMPONENTS, "flags", "property"}:
            name = f"{shape.removeprefix(SHAPES_NAMESPACE)}.{parameter}"
            part = f".{value.removeprefix(SHAPES_NAMESPACE)}" if parameter == "property" else ""
            found[name + part] = (shape, predicate, value)
    return dict(sorted(found.items()))


def list_served(helper: rdflib.term.Node) -> frozenset[str]:
    """Return the names of the shapes that a helper shape serves, at any distance."""
    graph, served = shapes_graph(), set()
    waiting = [helper]
    while waiting:
        inner = waiting.pop()
        for shape in set(graph.subjects()):
            if inner in _shapes_within(graph, shape):
                (waiting.append if shape in _find_helpers() else served.add)(shape)
            elif shape in _find_helpers() and (shape, SH.property, inner) in graph:
                waiting.append(shape)
    return frozenset(shape.removeprefix(SHAPES_NAMESPACE) for shape in served)
