"""Command line layer: commands that show something of what has just been built."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

from communique.build.dataset import DeclarationGraphs
from communique.core.model import Declaration, Endorsement


def next_steps(built: DeclarationGraphs, *, folders: Sequence[Path], out: Path) -> Iterator[str]:
    """Yield commands, without `communique`, that have an answer in this declaration."""
    declaration = built.declaration
    source = "" if out == Path("dist") else f" --from {shlex.quote(str(out))}"
    paragraph = _most_reserved(declaration) or declaration.paragraphs[0].identifier
    holders = _reserving(declaration, paragraph)
    if holders:
        party = max(holders, key=lambda one: len(one.reservations)).party
        names = {record.identifier: record.preferred("en") for record in built.records}
        yield f"query reservations-on-paragraph --paragraph {paragraph}{source}"
        yield f"query paragraphs-reserved-by-state --state {shlex.quote(names[party])}{source}"
        yield f"query most-reserved-paragraphs{source}"
    else:
        yield f"query language-versions{source}"
        yield f"query endorsers-without-asterisk{source}"
    shown = "".join(f" {shlex.quote(str(folder))}" for folder in folders[:1])
    yield f"show{shown} --paragraph {paragraph}"
    yield "check" + source.replace("--from", "--out")


def _reserving(declaration: Declaration, paragraph: str) -> list[Endorsement]:
    return [
        endorsement
        for endorsement in declaration.endorsements
        if any(one.paragraph == paragraph for one in endorsement.reservations)
    ]


def _most_reserved(declaration: Declaration) -> str | None:
    """Return the paragraph that most parties reserved on, the first of the page among equals."""
    counts = {
        paragraph.identifier: len(_reserving(declaration, paragraph.identifier))
        for paragraph in declaration.paragraphs
    }
    most = max(counts, key=lambda paragraph: counts[paragraph])
    return most if counts[most] else None
