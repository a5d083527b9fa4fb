"""Site layer: the feed of changes, in one language. Source: RFC 4287, Atom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from communique.core.iris import Iris
from communique.site.addresses import LANGUAGES, page_path
from communique.site.page_writer import Page, PageWriter
from communique.site.versions.description import version_iri
from communique.site.versions.history import Version
from communique.site.versions.steps import Step

#: How many versions, and how many facts of each, a feed holds: the pages have all.
MOST_ENTRIES: Final = 30
MOST_FACTS: Final = 50


def feed_path(language: str) -> str:
    """Return the file of a language's feed.

    >>> feed_path("zh-Hans")
    'zh-Hans/feed.atom'
    """
    return "feed.atom" if language == LANGUAGES[0] else f"{language}/feed.atom"


def write_feed(
    writer: PageWriter,
    steps: Sequence[tuple[Version, Step | None]],
    *,
    language: str,
    iris: Iris,
) -> bytes:
    """Return the feed of a history's versions with the step to each, given oldest first."""
    latest = list(reversed(steps))[:MOST_ENTRIES]
    return writer.write(
        "feed.atom",
        Page("versions", language),
        title="",
        feed=f"{iris.base}{feed_path(language)}",
        versions=f"{iris.base}{page_path('versions', language)}",
        base=iris.base,
        updated=_write_time(latest[0][0]),
        entries=[_describe(version, step, language, iris) for version, step in latest],
    )


def _describe(version: Version, step: Step | None, language: str, iris: Iris) -> dict[str, object]:
    path = f"version/{version.name}/changes" if step else f"version/{version.name}"
    facts = [fact.words[language] for fact in step.account.facts] if step else []
    return {
        "id": version_iri(version.name, iris),
        "name": version.name,
        "updated": _write_time(version),
        "page": f"{iris.base}{page_path(path, language)}",
        "is_first": step is None,
        "facts": facts[:MOST_FACTS],
        "left": max(0, len(facts) - MOST_FACTS),
        "other": step.account.other if step else 0,
    }


def _write_time(version: Version) -> str:
    """Return a version's day as RFC 3339 writes a moment: its beginning in UTC."""
    return f"{version.date}T00:00:00Z"
