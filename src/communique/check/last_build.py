"""Check layer: the files of the last build, or any RDF files of this vocabulary, checked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from communique.build.terms import cq
from communique.check.dataset_rules import check_dataset, read_dataset_rules
from communique.check.outcome import BuildCheck, Engine, validate
from communique.check.places import PlaceFinder
from communique.check.results import Finding, Result
from communique.check.round_trip import rebuild_sources
from communique.check.shapes import ShapesFolder
from communique.core.errors import InputError, Place
from communique.core.iris import DEFAULT_BASE
from communique.core.resources import find_resource
from communique.core.source import Source, read_text

#: The RDF formats that files may have, by the ending of their name.
FORMATS: Final = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".json": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
}


def find_built_files(out: Path) -> list[Path]:
    """Return each declaration's stand-alone Turtle in a finished build; C063 if there is none."""
    manifest = out / "manifest.json"
    if not manifest.is_file():
        mend = "Run `communique build` first, or name RDF files."
        raise InputError("C063", "there is no finished build", mend=mend, place=Place(out))
    read: dict[str, Any] = json.loads(read_text(manifest))
    return [out / f"{slug}.ttl" for slug in read["declarations"]]


def check_files(
    paths: Sequence[Path], *, engine: Engine, language: str, dataset: Path | None = None
) -> BuildCheck:
    """Check RDF files one by one; `dataset` is a file of all graphs for the rules across them.

    Each file is held to the shapes and must give its sources back byte for byte. Errors: C001,
    C080 a file that can't be parsed, C081 an engine that fails.
    """
    shapes = ShapesFolder(find_resource("shapes"))
    findings: list[Finding] = []
    sources = 0
    # The compiled engine and the store work without the interpreter's lock.
    with ThreadPoolExecutor(max_workers=2) as aside:
        across = aside.submit(_check_across, dataset, shapes, language) if dataset else None
        for path in paths:
            found, exact = _check_file(path, shapes, engine, language, aside)
            findings += found
            sources += exact
        findings += across.result() if across else []
    return BuildCheck(engine, tuple(sorted(findings, key=str)), sources)


def _check_across(dataset: Path, shapes: ShapesFolder, language: str) -> list[Finding]:
    """Return the findings of the rules over all graphs of a file."""
    rules = read_dataset_rules(shapes.path)
    results = check_dataset(read_quads(dataset), rules, language=language)
    return [Finding(dataset, None, None, result) for result in results]


def read_quads(path: Path) -> list[ox.Quad]:
    """Return the quads of an RDF file, its format told by its name; C001, C016, C080."""
    rdf_format = FORMATS.get(path.suffix)
    if rdf_format is None:
        mend = f"Name it with one of: {', '.join(FORMATS)}."
        raise InputError("C016", f"unknown ending '{path.suffix}'", mend=mend, place=Place(path))
    text = read_text(path)
    try:
        return list(ox.parse(text, format=rdf_format, base_iri=path.absolute().as_uri()))
    except SyntaxError as error:
        place = Place(path, error.lineno, error.offset)
        problem = str(error.msg).removeprefix("Parser error ")
        raise InputError("C080", problem, mend="Mend the syntax.", place=place) from error


def find_base(triples: Iterable[ox.Triple]) -> str:
    """Return the base of the data's IRIs, as the IRI of a declaration shows it, or the default."""
    for triple in triples:
        if triple.object == cq("Declaration") and isinstance(triple.subject, ox.NamedNode):
            return triple.subject.value.rpartition("id/")[0]
    return DEFAULT_BASE


def _check_file(
    path: Path, shapes: ShapesFolder, engine: Engine, language: str, aside: Executor
) -> tuple[list[Finding], int]:
    """Return a file's findings, and how many sources its graphs, merged, give back exactly."""
    triples = list(dict.fromkeys(quad.triple for quad in read_quads(path)))
    shapes = replace(shapes, base=find_base(triples))
    turtle = read_text(path) if path.suffix == ".ttl" else _write_ntriples(triples)
    base = path.absolute().as_uri()
    validation = aside.submit(validate, turtle, shapes, engine=engine, base=base)
    trips = rebuild_sources(triples)
    results = validation.result()
    for trip in trips:
        if not trip.is_exact:
            message = "The leaf spans don't give the source back byte for byte."
            where = f"<{trip.document}>"
            results.append(Result(where, "", "roundTrip", "Violation", "round-trip", "", message))
    text_of = {trip.document: trip.text for trip in trips}
    finder = PlaceFinder(triples, Source(path, "".join(text_of.values())))
    found = [_locate(result, path, finder, shapes, language) for result in results]
    return found, sum(trip.is_exact for trip in trips)


def _write_ntriples(triples: Iterable[ox.Triple]) -> str:
    return (ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"").decode()


def _locate(
    result: Result, path: Path, finder: PlaceFinder, shapes: ShapesFolder, language: str
) -> Finding:
    """Return the finding with the file's name and the line of the source that it is about."""
    place = finder.find(result.focus, result.value)
    message = shapes.message(result.shape, language, result.message)
    where = f" (source line {place.line})" if place.line else ""
    told = Result(*(*result.key, result.shape, result.value, message + where))
    return Finding(path, None, None, told)
