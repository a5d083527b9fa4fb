"""Edge layer (curate): the tables as text: CSV with minimal quoting, SSSOM/TSV for the links."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import astuple, fields
from typing import Any, Final

from communique.curate.records import Code, Link, Name, Records, Region, State

_SSSOM_HEADER: Final = """\
# curie_map:
#   cq: https://w3id.org/communique/ns#
#   semapv: https://w3id.org/semapv/vocab/
#   state: https://w3id.org/communique/id/state/
#   wd: http://www.wikidata.org/entity/
#   xsd: http://www.w3.org/2001/XMLSchema#
# extension_definitions:
# - slot_name: review
#   type_hint: xsd:string
# license: https://creativecommons.org/licenses/by/4.0/
# mapping_set_id: https://w3id.org/communique/doc/state/links
# mapping_set_description: 'Only rows with review accepted hold; undecided ones have no author.'
# mapping_set_title: States of Communique and their Wikidata items
"""


def render_tables(records: Records) -> dict[str, bytes]:
    """Return the content of each table by its file name (UTF-8, LF, sorted as given)."""
    links = _SSSOM_HEADER + _render(Link, records.links, delimiter="\t")
    texts = {
        "states.csv": _render(State, records.states),
        "names.csv": _render(Name, records.names),
        "codes.csv": _render(Code, records.codes),
        "regions.csv": _render(Region, records.regions),
        "links.sssom.tsv": links,
    }
    return {name: text.encode() for name, text in texts.items()}


def _render(row_type: type[Any], rows: Sequence[Any], *, delimiter: str = ",") -> str:
    table = [[field.name for field in fields(row_type)], *map(astuple, rows)]
    return _write_rows(table, delimiter)


def _write_rows(rows: Iterable[Sequence[str]], delimiter: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return text.getvalue()
