"""Check layer: a data set that has just been built, checked before it is written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from communique.build.dataset import Dataset, DeclarationGraphs
from communique.check.dataset_rules import check_dataset, read_dataset_rules
from communique.check.outcome import BuildCheck, Engine, default_engine, validate
from communique.check.places import PlaceFinder
from communique.check.results import Finding, Result
from communique.check.round_trip import rebuild_sources
from communique.check.shapes import ShapesFolder
from communique.core.resources import find_resource


def check_built(
    dataset: Dataset,
    rdf_files: Mapping[str, bytes],
    *,
    language: str = "en",
    engine: Engine | None = None,
) -> BuildCheck:
    """Check each declaration's stand-alone graph, its round trip, and the rules over all graphs.

    `engine` is `default_engine()` where none is named. Errors: C081 if it fails.
    """
    engine = engine or default_engine()
    shapes = ShapesFolder(find_resource("shapes"), dataset.iris.base)
    findings: list[Finding] = []
    for graphs in dataset.declarations:
        turtle = rdf_files[f"{graphs.declaration.slug}.ttl"].decode()
        results = validate(turtle, shapes, engine=engine)
        results += _check_round_trip(graphs)
        findings += _locate(results, graphs, shapes, language)
    rules = read_dataset_rules(shapes.path)
    quads = [quad for graph in dataset.graphs.values() for quad in graph]
    findings += _locate_in_any(check_dataset(quads, rules, language=language), dataset)
    return BuildCheck(engine, tuple(sorted(findings, key=str)), len(dataset.declarations))


def _check_round_trip(graphs: DeclarationGraphs) -> list[Result]:
    source = graphs.declaration.source
    held = source.path.read_bytes()
    wanted = hashlib.sha256(held).hexdigest()
    trips = rebuild_sources(graphs.main)
    good = [trip for trip in trips if trip.is_exact and trip.sha256 == wanted]
    if len(good) == len(trips) == 1:
        return []
    focus = f"<{trips[0].document}>" if trips else ""
    message = "The leaf spans don't give the source back byte for byte. Check the layout."
    return [Result(focus, "", "roundTrip", "Violation", "round-trip", "", message)]


def _locate(
    results: Iterable[Result], graphs: DeclarationGraphs, shapes: ShapesFolder, language: str
) -> list[Finding]:
    finder = PlaceFinder([*graphs.main, *graphs.derived], graphs.declaration.source)
    return [_find(finder, result, shapes, language) for result in results]


def _find(finder: PlaceFinder, result: Result, shapes: ShapesFolder, language: str) -> Finding:
    place = finder.find(result.focus, result.value)
    message = shapes.message(result.shape, language, result.message)
    told = Result(*(*result.key, result.shape, result.value, message))
    return Finding(place.path, place.line, place.column, told)


def _locate_in_any(results: Iterable[Result], dataset: Dataset) -> list[Finding]:
    finders = [
        PlaceFinder([*one.main, *one.derived], one.declaration.source)
        for one in dataset.declarations
    ]
    findings = []
    for result in results:
        places = [finder.find(result.focus, result.value) for finder in finders]
        place = next((one for one in places if one.line), places[0])
        findings.append(Finding(place.path, place.line, place.column, result))
    return findings
