"""Check layer: the files of the last build, or any RDF files of this vocabulary, checked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from communique.check.data_files import DataFile, find_base, load_store
from communique.check.outcome import BuildCheck, Engine, validate
from communique.check.places import PlaceFinder
from communique.check.results import Finding, Result
from communique.check.round_trip import ANCHORS, RoundTrip, rebuild_sources
from communique.check.shapes import ShapesFolder
from communique.core.errors import InputError, Place
from communique.core.resources import find_resource
from communique.core.source import Source, read_text


@dataclass(frozen=True)
class LastBuild:
    """A finished build: each declaration's stand-alone Turtle, all graphs, the base of its IRIs."""

    declarations: tuple[Path, ...]
    dataset: Path
    base: str


def find_last_build(out: Path) -> LastBuild:
    """Return what a finished build holds, by its manifest; C063 if there is none."""
    manifest = out / "manifest.json"
    if not manifest.is_file():
        mend = "Run `communique build` first, or name RDF files."
        raise InputError("C063", "there is no finished build", mend=mend, place=Place(out))
    read: dict[str, Any] = json.loads(read_text(manifest))
    return LastBuild(
        declarations=tuple(out / f"{slug}.ttl" for slug in read["declarations"]),
        dataset=out / "communique.nq",
        base=read["base"],
    )


def check_last_build(build: LastBuild, *, engine: Engine, language: str) -> BuildCheck:
    """Check each declaration's file, and over all graphs the rules and the way back to the source.

    Both go side by side: the compiled engine and the store work without the interpreter's lock.
    Errors as `check_files`.
    """
    shapes = ShapesFolder(find_resource("shapes"), build.base)
    with ThreadPoolExecutor(max_workers=1) as aside:
        across = aside.submit(_check_across, build.dataset, shapes, language)
        files = map(DataFile, build.declarations)
        findings = [found for one in files for found in _validate(one, shapes, engine, language)]
        found, trips = across.result()
    findings += [*found, *_check_trips(trips, build.dataset)]
    return BuildCheck(engine, tuple(sorted(findings, key=str)), _count_exact(trips))


def check_files(paths: Sequence[Path], *, engine: Engine, language: str) -> BuildCheck:
    """Check RDF files one by one: each is held to the shapes, and must give its sources back.

    Errors: C001, C016 and C080 a file that can't be read, C081 an engine that fails.
    """
    shapes = ShapesFolder(find_resource("shapes"))
    findings: list[Finding] = []
    exact = 0
    for data in map(DataFile, paths):
        based = replace(shapes, base=find_base(data.quads))
        trips = rebuild_sources(data.quads)
        findings += [*_validate(data, based, engine, language), *_check_trips(trips, data.path)]
        exact += _count_exact(trips)
    return BuildCheck(engine, tuple(sorted(findings, key=str)), exact)


def _check_across(
    dataset: Path, shapes: ShapesFolder, language: str
) -> tuple[list[Finding], list[RoundTrip]]:
    """Return the findings of the rules over all graphs of a file, and its sources rebuilt."""
    # Imported here, beside the other checks: it brings the reader of YAML with it.
    from communique.check.dataset_rules import check_store, read_dataset_rules

    store = load_store(dataset)
    results = check_store(store, read_dataset_rules(shapes.path), language=language)
    anchors = (quad for term in ANCHORS for quad in store.quads_for_pattern(None, term, None, None))
    findings = [Finding(dataset, None, None, result) for result in results]
    return findings, rebuild_sources(anchors)


def _validate(data: DataFile, shapes: ShapesFolder, engine: Engine, language: str) -> list[Finding]:
    """Return what the shapes find in a file, each with the line of the source."""
    base = data.path.absolute().as_uri()
    results = validate(data.turtle, shapes, engine=engine, base=base)
    if not results:
        return []
    text = "".join(trip.text for trip in rebuild_sources(data.quads))
    finder = PlaceFinder(data.quads, Source(data.path, text))
    return [_locate(result, data.path, finder, shapes, language) for result in results]


def _check_trips(trips: Iterable[RoundTrip], path: Path) -> list[Finding]:
    message = "The leaf spans don't give the source back byte for byte."
    wrong = (f"<{trip.document}>" for trip in trips if not trip.is_exact)
    return [
        Finding(
            path, None, None, Result(one, "", "roundTrip", "Violation", "round-trip", "", message)
        )
        for one in wrong
    ]


def _count_exact(trips: Iterable[RoundTrip]) -> int:
    return sum(trip.is_exact for trip in trips)


def _locate(
    result: Result, path: Path, finder: PlaceFinder, shapes: ShapesFolder, language: str
) -> Finding:
    """Return the finding with the file's name and the line of the source that it is about."""
    place = finder.find(result.focus, result.value)
    message = shapes.message(result.shape, language, result.message)
    where = f" (source line {place.line})" if place.line else ""
    told = Result(*(*result.key, result.shape, result.value, message + where))
    return Finding(path, None, None, told)
