"""Site layer: the pages and files of the versions: the list, each version, what changed in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Final, TypeVar

from markupsafe import escape

from communique.core.iris import Iris
from communique.site.addresses import LANGUAGES
from communique.site.page_writer import Page, PageWriter
from communique.site.serialisations import DocumentWriter
from communique.site.versions.change import GraphState
from communique.site.versions.description import describe_version, version_iri
from communique.site.versions.facts import Fact
from communique.site.versions.feed import feed_path, write_feed
from communique.site.versions.history import History, Version
from communique.site.versions.history_files import GRAPH, write_history
from communique.site.versions.ontologies import OntologyPages
from communique.site.versions.sentences import Words
from communique.site.versions.steps import Step, read_steps
from communique.site.words import say

#: How many bytes of facts, and of triples, a page holds: it stays under 100 kB. The files have all.
_ROOM: Final = 40_000
#: What the markup around one of them takes, in bytes.
_AROUND: Final = 160
_MOST_VERSIONS: Final = 150
_COUNTED: Final = ("paragraphs", "statements", "commitments", "endorsements", "reservations")
_Item = TypeVar("_Item")


@dataclass(frozen=True)
class Entry:
    """A version as the pages tell of it: its neighbours in time and the step to it."""

    version: Version
    step: Step | None
    next: Version | None
    #: An earlier version that is the same graph.
    twin: str | None


@dataclass
class VersionPages:
    """Writes all that a site holds about its versions."""

    writer: PageWriter
    history: History
    prefixes: Mapping[str, str]
    iris: Iris
    _ontologies: OntologyPages = field(init=False)

    def write(self) -> dict[str, bytes]:
        """Return the files by name: the history, pages, feeds, descriptions, changed quads.

        Errors: C125 a version's graph is no canonical N-Quads.
        """
        self._ontologies = OntologyPages(self.writer, self.prefixes, self.iris)
        entries = list(self._read_entries())
        files = write_history(self.history)
        for entry in entries:
            files.update(self._write_entry(entry))
        for language in LANGUAGES:
            files.update(self._write_list(entries, language))
            steps = [(entry.version, entry.step) for entry in entries]
            feed = write_feed(self.writer, steps, language=language, iris=self.iris)
            files[feed_path(language)] = feed
        files.update(self._ontologies.write())
        return files

    def _read_entries(self) -> Iterator[Entry]:
        versions = self.history.versions
        followers: Sequence[Version | None] = [*versions[1:], None]
        seen: dict[str, str] = {}
        steps: Iterable[tuple[GraphState, Step | None]]
        steps = read_steps(self.history, self.prefixes, self.iris)
        for version, follower, (state, step) in zip(versions, followers, steps, strict=True):
            self._ontologies.collect(state)
            yield Entry(version, step, follower, seen.get(version.graph))
            seen[version.graph] = version.name

    def _write_entry(self, entry: Entry) -> Iterator[tuple[str, bytes]]:
        version, step = entry.version, entry.step
        path = f"version/{version.name}"
        quads = describe_version(version, step.previous if step else None, self.iris)
        documents = DocumentWriter(prefixes=self.prefixes, base=self.iris.base)
        described = documents.write([quad.triple for quad in quads])
        yield from ((f"{path}.{ending}", data) for ending, data in described.items())
        for language in LANGUAGES:
            yield self._write_version(Page(path, language), entry, described)
        if step is not None:
            yield f"{path}/added.nq", step.added
            yield f"{path}/removed.nq", step.removed
            for language in LANGUAGES:
                yield self._write_changes(Page(f"{path}/changes", language), entry, step)

    def _write_version(
        self, page: Page, entry: Entry, described: Iterable[str]
    ) -> tuple[str, bytes]:
        version = entry.version
        manifest: dict[str, Any] = json.loads(version.manifest)
        counts = [
            (self.iris.thing(slug), [(key, held[key]) for key in _COUNTED if key in held])
            for slug, held in manifest["declarations"].items()
        ]
        title = say("version_title", page.language, name=version.name)
        values = {
            "iri": version_iri(version.name, self.iris),
            "entry": entry,
            "counts": counts[:_MOST_VERSIONS],
            "graph_file": f"{page.path}/{GRAPH}",
            "alternates": {ending: page.way_to(f"{page.path}.{ending}") for ending in described},
        }
        return page.file, self.writer.write("version.html", page, title=title, **values)

    def _write_changes(self, page: Page, entry: Entry, step: Step) -> tuple[str, bytes]:
        account = step.account
        facts = take_within(account.facts, [_measure(fact.words) for fact in account.facts])
        lines = take_within(step.lines, [_size(line.text) for line in step.lines])
        size = sum(sum(pair) for pair in step.counts.values())
        values = {
            "entry": entry,
            "step": step,
            "sections": _group(facts, step.names, page.language),
            "left": len(account.facts) - len(facts),
            "other": account.other,
            "counts": list(step.counts.items())[:_MOST_VERSIONS],
            "lines": lines,
            "left_lines": size - len(lines),
            "find": self._find_page(page),
        }
        names = {"name": step.version.name, "previous": step.previous.name}
        title = say("changes_title", page.language, **names)
        return page.file, self.writer.write("changes.html", page, title=title, **values)

    def _find_page(self, page: Page) -> Any:
        """Return what gives a node's page of this site, or None if it has none now."""

        def find(iri: str) -> str | None:
            found = self.writer.addresses.find(iri, language=page.language)
            return page.way_to(found) if found is not None else None

        return find

    def _write_list(self, entries: Sequence[Entry], language: str) -> dict[str, bytes]:
        page = Page("versions", language)
        latest = list(reversed(entries))
        shown = latest[:_MOST_VERSIONS]
        values = {"entries": shown, "left": len(latest) - len(shown), "feed": feed_path(language)}
        title = say("versions", language)
        return {page.file: self.writer.write("versions.html", page, title=title, **values)}


def take_within(items: Sequence[_Item], sizes: Sequence[int], *, room: int = _ROOM) -> list[_Item]:
    """Return the first items that fit into the room together, given each one's size.

    >>> take_within(["a", "b", "c"], [3, 3, 3], room=6)
    ['a', 'b']
    """
    taken: list[_Item] = []
    left = room
    for item, size in zip(items, sizes, strict=True):
        left -= size
        if left < 0:
            break
        taken.append(item)
    return taken


def _measure(words: Words) -> int:
    return max(_size(text) for text in words.values())


def _size(text: str) -> int:
    """Return how many bytes a text takes in HTML, with the markup around it."""
    return len(escape(text).encode()) + _AROUND


def _group(
    facts: Sequence[Fact], names: Mapping[str, Words], language: str
) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the facts by graph: its name, then each one's words and the node it is about."""
    return [
        (names[graph][language], [(fact.words[language], fact.subject) for fact in group])
        for graph, group in groupby(facts, key=lambda fact: fact.graph)
    ]
