"""Query layer: one canned query: its SPARQL with a front matter of `#+` lines in YAML.

#+ question: {en: Who reserved on a paragraph?, zh-Hans: 谁对某一段落有保留？}
#+ parameters:
#+   paragraph: {kind: paragraph, example: operative/8}
#+ returns:
#+   state: a state that reserved on it
#+ tags: [reservations]
#+ expect: rows
PREFIX …
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

from communique.core.errors import InputError, Place
from communique.core.source import read_text
from communique.core.strict_yaml import Value, parse_yaml

Kind = Literal[
    "state",
    "party",
    "declaration",
    "paragraph",
    "statement",
    "topic",
    "instrument",
    "force",
    "text",
    "language",
    "date",
    "integer",
]
Expectation = Literal["rows", "none"]

#: Every kind of parameter; `communique.query.parameters` resolves what a person types.
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
#: Names that the command line and `communique.ask` keep for themselves.
RESERVED: Final = frozenset(
    [
        "endpoint",
        "file",
        "format",
        "from",
        "help",
        "iris",
        "labels_in",
        "language",
        "name",
        "source",
        "timeout",
    ]
)
_NAME: Final = re.compile(r"[a-z]+(_[a-z]+)*")
_MARK: Final = "#+"


@dataclass(frozen=True)
class Parameter:
    """A parameter of a canned query; it binds the SPARQL variable of the same name."""

    name: str
    kind: Kind
    example: str
    optional: bool = False

    @property
    def option(self) -> str:
        """The option on the command line, such as `--paragraph`."""
        return "--" + self.name.replace("_", "-")


@dataclass(frozen=True)
class CannedQuery:
    """A question that can be asked by name; `sparql` is the whole file, which is valid SPARQL."""

    name: str
    group: str
    question: Mapping[str, str]
    parameters: Sequence[Parameter]
    returns: Mapping[str, str]
    tags: Sequence[str]
    expect: Expectation
    note: str | None
    sparql: str
    path: Path

    @property
    def example(self) -> Mapping[str, str]:
        """The example's value of each parameter."""
        return {one.name: one.example for one in self.parameters}

    @property
    def asks_wikidata(self) -> bool:
        """Whether a part of it asks Wikidata, whose snapshot no merged file holds."""
        return "wdt:" in self.sparql


def read_canned_query(path: Path) -> CannedQuery:
    """Return the query of a file `<group>/<name>.rq`.

    Errors: C001 and C003 to C005 from reading, C010 to C016 in the YAML, C073 no front matter, or
    one that doesn't fit the command line.
    """
    sparql = read_text(path)
    fields = _read_front_matter(sparql, path).fields(
        ["question", "returns", "tags", "expect"], ["parameters", "note"]
    )
    question = {key.text(): value.text() for key, value in fields["question"].entries()}
    if not {"en", "zh-Hans"} <= question.keys():
        mend = "Write it in en and in zh-Hans."
        fields["question"].fail("C073", "the question lacks a language", mend=mend)
    parameters = fields["parameters"].entries() if "parameters" in fields else ()
    expect: Expectation = "rows" if _expects_rows(fields["expect"]) else "none"
    return CannedQuery(
        name=path.stem,
        group=path.parent.name,
        question=question,
        parameters=tuple(_read_parameter(key, value) for key, value in parameters),
        returns={key.text(): value.text() for key, value in fields["returns"].entries()},
        tags=tuple(tag.text() for tag in fields["tags"].items()),
        expect=expect,
        note=fields["note"].text() if "note" in fields else None,
        sparql=sparql,
        path=path,
    )


def _read_front_matter(sparql: str, path: Path) -> Value:
    lines = sparql.split("\n")
    count = next((i for i, line in enumerate(lines) if not line.startswith(_MARK)), len(lines))
    if count == 0:
        mend = "Begin it with lines '#+ question: …' and so on."
        raise InputError("C073", "the query has no front matter", mend=mend, place=Place(path, 1))
    blank = " " * len(_MARK)  # so that columns stay those of the file
    yaml = "\n".join(blank + line.removeprefix(_MARK) for line in lines[:count])
    return parse_yaml(yaml, path)


def _expects_rows(value: Value) -> bool:
    return value.choice(get_args(Expectation), what="expectation") == "rows"


def _read_parameter(key: Value, value: Value) -> Parameter:
    name = key.text()
    if not _NAME.fullmatch(name) or name in RESERVED:
        mend = "Use lower-case words with _ between them that no option of the command has."
        key.fail("C073", f"a parameter can't be called '{name}'", mend=mend)
    fields = value.fields(["kind", "example"], ["optional"])
    kind = fields["kind"].choice(KINDS, what="kind of parameter")
    return Parameter(
        name=name,
        kind=next(known for known in KINDS if known == kind),
        example=fields["example"].text(),
        optional="optional" in fields and fields["optional"].boolean(),
    )
