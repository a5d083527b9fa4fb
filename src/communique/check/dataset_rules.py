"""Check layer: rules over all graphs at once, one SPARQL query a rule, run set-wise.

A rule is `shapes/dataset/*.rq`; each row of its answer is a finding (`?focus`, and `?value` where
it has one). Its front matter has the messages and the severity.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from communique.check.results import Result
from communique.core.errors import InputError, Place
from communique.core.source import read_text
from communique.core.strict_yaml import Value, parse_yaml

_KEYS = ("code", "severity", "condition", "message", "returns")


@dataclass(frozen=True)
class DatasetRule:
    """A rule with its query; `message` is by language."""

    name: str
    path: Path
    query: str
    message: dict[str, str]
    severity: str


def read_dataset_rules(shapes: Path) -> list[DatasetRule]:
    """Return the rules of a shapes folder, by file name; errors as `read_yaml`, and C073."""
    return [_read_rule(path) for path in sorted((shapes / "dataset").glob("*.rq"))]


def check_dataset(
    quads: Iterable[ox.Quad], rules: Iterable[DatasetRule], *, language: str
) -> list[Result]:
    """Return the rules' results on a data set, sorted."""
    store = ox.Store()
    store.bulk_extend(quads)
    return check_store(store, rules, language=language)


def check_store(store: ox.Store, rules: Iterable[DatasetRule], *, language: str) -> list[Result]:
    """Return the rules' results on a store of named graphs, sorted."""
    return sorted(result for rule in rules for result in _run(store, rule, language))


def _read_rule(path: Path) -> DatasetRule:
    text = read_text(path)
    header = [line[2:].removeprefix(" ") for line in text.split("\n") if line.startswith("#+")]
    if not header:
        mend = "Begin the file with '#+ ' lines of YAML."
        raise InputError("C073", "no front matter", mend=mend, place=Place(path, 1))
    keys = parse_yaml("\n".join(header), path).fields(_KEYS)
    message: Value = keys["message"]
    return DatasetRule(
        name=keys["code"].text(),
        path=path,
        query=text,
        message={language.text(): words.text() for language, words in message.entries()},
        severity=keys["severity"].choice(["Violation", "Warning", "Info"], what="severity"),
    )


def _run(store: ox.Store, rule: DatasetRule, language: str) -> Iterator[Result]:
    try:
        solutions = store.query(rule.query, use_default_graph_as_union=True)
    except SyntaxError as error:
        place = Place(rule.path, error.lineno, error.offset)
        raise InputError("C072", str(error.msg), mend="Mend the rule.", place=place) from error
    if not isinstance(solutions, ox.QuerySolutions):
        mend = "Write a SELECT with ?focus."
        raise InputError("C073", "a rule that isn't a SELECT", mend=mend, place=Place(rule.path))
    has_value = "?value" in {str(variable) for variable in solutions.variables}
    for row in solutions:
        yield Result(
            focus=str(row["focus"]),
            path="",
            component="dataset",
            severity=rule.severity,
            shape=rule.name,
            value=str(row["value"] or "") if has_value else "",
            message=rule.message.get(language, rule.message["en"]),
        )
