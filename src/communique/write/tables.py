"""Write layer: CSV tables of a data set, with their description (CSV on the Web)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from communique.build.dataset import Dataset, DeclarationGraphs

Row = Sequence[str | int | bool]


@dataclass(frozen=True)
class Table:
    """One table: its columns as (name, datatype, description), and its rows."""

    columns: Sequence[tuple[str, str, str]]
    rows: Callable[[Dataset], Iterator[Row]]


def write_tables(dataset: Dataset) -> dict[str, bytes]:
    """Return the tables and `csv-metadata.json` by file name, in UTF-8 with LF.

    Source: Metadata Vocabulary for Tabular Data (W3C Recommendation, 2015), sections 5.3 to 5.6.
    """
    files = {f"{name}.csv": _write_csv(table, dataset) for name, table in TABLES.items()}
    files["csv-metadata.json"] = _describe_tables()
    return files


def _write_csv(table: Table, dataset: Dataset) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([name for name, _, _ in table.columns])
    for row in table.rows(dataset):
        writer.writerow([str(cell).lower() if isinstance(cell, bool) else cell for cell in row])
    return text.getvalue().encode()


def _describe_tables() -> bytes:
    metadata = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": "Tables of the Communique data set",
        "dc:license": {"@id": "https://creativecommons.org/licenses/by/4.0/"},
        "tables": [
            {
                "url": f"{name}.csv",
                "tableSchema": {
                    "columns": [
                        {"name": column, "titles": column, "datatype": kind, "dc:description": what}
                        for column, kind, what in table.columns
                    ]
                },
            }
            for name, table in TABLES.items()
        ],
    }
    return (json.dumps(metadata, ensure_ascii=False, indent=1) + "\n").encode()


def _state_rows(dataset: Dataset) -> Iterator[Row]:
    records = {one.identifier: one for graphs in dataset.declarations for one in graphs.records}
    for identifier in sorted(records):
        record = records[identifier]
        codes = [record.codes.get(scheme, "") for scheme in ("alpha2", "alpha3", "m49")]
        names = [record.preferred("en"), record.preferred("zh-Hans")]
        yield [dataset.iris.thing(identifier), *codes, record.wikidata or "", *names]


def _endorsement_rows(dataset: Dataset) -> Iterator[Row]:
    for graphs in dataset.declarations:
        declaration = graphs.declaration
        for one in declaration.endorsements:
            party = dataset.iris.thing(one.party)
            starred = one.asterisk is not None
            date = declaration.issued.isoformat()
            yield [declaration.slug, party, one.name, starred, date, one.span.start, one.span.end]


def _reservation_rows(dataset: Dataset) -> Iterator[Row]:
    for graphs in dataset.declarations:
        for one in graphs.declaration.reservations():
            party = dataset.iris.thing(one.party)
            span = [one.span.start, one.span.end]
            slug = graphs.declaration.slug
            yield [slug, party, one.name, one.paragraph, "undetermined", *span]


def _paragraph_rows(dataset: Dataset) -> Iterator[Row]:
    for graphs in dataset.declarations:
        declaration = graphs.declaration
        reserved = [one.paragraph for one in declaration.reservations()]
        for one in declaration.paragraphs:
            yield [
                declaration.slug,
                one.identifier,
                one.position,
                len(one.statements),
                reserved.count(one.identifier),
                one.span.start,
                one.span.end,
                declaration.source.exact(one.span),
            ]


def _statement_rows(dataset: Dataset) -> Iterator[Row]:
    for graphs in dataset.declarations:
        yield from _statements_of(graphs)


def _statements_of(graphs: DeclarationGraphs) -> Iterator[Row]:
    declaration = graphs.declaration
    for paragraph, one in declaration.statements():
        yield [
            declaration.slug,
            f"{paragraph.identifier}/{one.number}",
            one.acts[0].force,
            _join(act.force for act in one.acts),
            one.is_commitment,
            _join(citation.instrument for citation in one.citations),
            _join(topic.topic for topic in one.topics),
            one.span.start,
            one.span.end,
            declaration.source.exact(one.span),
        ]


def _join(slugs: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(slugs))


_DECLARATION: Final = ("declaration", "string", "slug of the declaration")
_SPAN: Final = [
    ("start", "integer", "first code point in the source, from 0"),
    ("end", "integer", "code point behind the last one"),
]
TABLES: Final[Mapping[str, Table]] = {
    "states": Table(
        [
            ("state", "anyURI", "IRI of the party"),
            ("alpha2", "string", "ISO 3166-1 alpha-2"),
            ("alpha3", "string", "ISO 3166-1 alpha-3 (XKX is user-assigned)"),
            ("m49", "string", "UN M49 code"),
            ("wikidata", "string", "Wikidata item"),
            ("name_en", "string", "name in English"),
            ("name_zh_hans", "string", "name in Chinese (simplified)"),
        ],
        _state_rows,
    ),
    "endorsements": Table(
        [
            _DECLARATION,
            ("party", "anyURI", "IRI of the endorser"),
            ("name_as_listed", "string", "name in the list, without the asterisk"),
            ("asterisk", "boolean", "whether an asterisk follows the name"),
            ("listed_as_of", "date", "date printed on the page"),
            *_SPAN,
        ],
        _endorsement_rows,
    ),
    "reservations": Table(
        [
            _DECLARATION,
            ("party", "anyURI", "IRI of the party that holds back"),
            ("name_as_listed", "string", "name in the line of reservations"),
            ("paragraph", "string", "identifier of the paragraph"),
            ("kind", "string", "reservation or disassociation: the source doesn't say which"),
            *_SPAN,
        ],
        _reservation_rows,
    ),
    "paragraphs": Table(
        [
            _DECLARATION,
            ("paragraph", "string", "identifier of the paragraph"),
            ("position", "integer", "position in the declaration, from 1"),
            ("statements", "integer", "number of statements"),
            ("reservations", "integer", "number of recorded reservations"),
            *_SPAN,
            ("text", "string", "text without the printed label"),
        ],
        _paragraph_rows,
    ),
    "statements": Table(
        [
            _DECLARATION,
            ("statement", "string", "identifier of the statement"),
            ("primary_force", "string", "force of the first act"),
            ("forces", "string", "forces of all acts, separated by spaces"),
            ("commitment", "boolean", "whether an act binds the declarants to future conduct"),
            ("cites", "string", "instruments cited, separated by spaces"),
            ("topics", "string", "topics, separated by spaces"),
            *_SPAN,
            ("text", "string", "the sentence"),
        ],
        _statement_rows,
    ),
}
