"""Read layer: the recipe of a declaration, `declaration.yaml`, as a typed value.

`docs/recipe.md` explains every key. The recipe says where the parts of a page are and how they
are laid out; no code knows a declaration by its name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from communique.core.errors import Place
from communique.core.model import Counts, Labels
from communique.core.strict_yaml import Value, read_yaml
from communique.read.languages import read_labels, read_language
from communique.read.page_recipe import PartRecipe, read_parts
from communique.read.web_addresses import is_web_address

_SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SHA256: Final = re.compile(r"[0-9a-f]{64}")

#: How a source stands to the authentic text: the ELI legal values.
AUTHORITIES: Final = ("unofficial", "official", "authoritative", "definitive")


@dataclass(frozen=True, kw_only=True)
class SourceRecipe:
    """The file of an expression's text, proven by its sha256."""

    path: Path
    sha256: str
    sha256_place: Place
    authority: str
    retrieved_from: str | None


@dataclass(frozen=True, kw_only=True)
class ExpressionRecipe:
    """A language version; with a source if its text is held."""

    language: str
    title: str | None
    translation_of: str | None
    source: SourceRecipe | None


@dataclass(frozen=True, kw_only=True)
class EventRecipe:
    """The meeting that adopted the declaration: its name as printed in the note, its labels."""

    words: Value
    labels: Labels


@dataclass(frozen=True, kw_only=True)
class TextRecipe:
    """How sentences end, how a date is printed, what stands between names in a list."""

    sentence_end: str
    date: Value
    names_separator: str


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """All that `declaration.yaml` says; `aliases` are names as listed, of parties."""

    path: Path
    slug: str
    titles: Labels
    expressions: tuple[ExpressionRecipe, ...]
    event: EventRecipe | None
    counts: Counts
    counts_place: Mapping[str, Place]
    text: TextRecipe
    parts: tuple[PartRecipe, ...]
    aliases: Mapping[str, Value]

    @property
    def held(self) -> ExpressionRecipe:
        """The expression whose source is held."""
        return next(expression for expression in self.expressions if expression.source)


def read_recipe(folder: Path) -> Recipe:
    """Return the recipe of a declaration's folder.

    Errors: those of `read_yaml`; C013 to C016 for kinds, keys and values, each with its place.
    """
    path = folder / "declaration.yaml"
    root = read_yaml(path).fields(
        ["slug", "titles", "expressions", "counts", "text", "page"], ["event", "aliases"]
    )
    expressions = _read_expressions(root["expressions"], folder)
    aliases = root["aliases"].entries() if "aliases" in root else ()
    counts = root["counts"].fields(list(Counts.__dataclass_fields__))
    return Recipe(
        path=path,
        slug=_read_slug(root["slug"], folder),
        titles=read_labels(root["titles"]),
        expressions=expressions,
        event=_read_event(root["event"]) if "event" in root else None,
        counts=Counts(**{name: value.integer() for name, value in counts.items()}),
        counts_place={name: value.place for name, value in counts.items()},
        text=_read_text_recipe(root["text"]),
        parts=read_parts(root["page"], [expression.language for expression in expressions]),
        aliases={name.text(): party for name, party in aliases},
    )


def _read_slug(value: Value, folder: Path) -> str:
    slug = value.text()
    if not _SLUG.fullmatch(slug):
        value.fail("C016", f"'{slug}' is no slug", mend="Use a-z, 0-9 and single hyphens.")
    if slug != folder.resolve().name:
        mend = f"Name the folder '{slug}', or write its name here."
        value.fail("C016", f"the slug '{slug}' is not the folder's name", mend=mend)
    return slug


def _read_expressions(value: Value, folder: Path) -> tuple[ExpressionRecipe, ...]:
    expressions = tuple(_read_expression(item, folder) for item in value.items())
    languages = [expression.language for expression in expressions]
    if len(set(languages)) < len(languages):
        value.fail("C016", "two expressions in one language", mend="Keep one a language.")
    if sum(1 for expression in expressions if expression.source) != 1:
        mend = "Give exactly one expression a 'source:'."
        value.fail("C016", "not exactly one expression has a source", mend=mend)
    for expression, item in zip(expressions, value.items(), strict=True):
        if expression.translation_of == expression.language:
            item.fail("C016", "a translation of itself", mend="Name the original's language.")
        if expression.translation_of and expression.translation_of not in languages:
            mend = f"Add an expression in '{expression.translation_of}'."
            item.fail("C016", "a translation of an expression that isn't there", mend=mend)
    return expressions


def _read_expression(value: Value, folder: Path) -> ExpressionRecipe:
    keys = value.fields(["language"], ["title", "translation-of", "source"])
    if "source" not in keys and "title" not in keys:
        mend = "Give an expression without source its 'title:'."
        value.fail("C015", "the key 'title' is missing", mend=mend)
    return ExpressionRecipe(
        language=read_language(keys["language"]),
        title=keys["title"].text() if "title" in keys else None,
        translation_of=read_language(keys["translation-of"]) if "translation-of" in keys else None,
        source=_read_source_recipe(keys["source"], folder) if "source" in keys else None,
    )


def _read_source_recipe(value: Value, folder: Path) -> SourceRecipe:
    keys = value.fields(["file", "sha256", "authority"], ["retrieved-from"])
    name, sha256 = keys["file"].text(), keys["sha256"].text()
    if name != Path(name).name or not name.isprintable():
        keys["file"].fail("C016", f"'{name}' is not beside the recipe", mend="Give a bare name.")
    if not _SHA256.fullmatch(sha256):
        mend = "Write 64 lower-case hexadecimal digits."
        keys["sha256"].fail("C016", "not a sha256", mend=mend)
    return SourceRecipe(
        path=folder / name,
        sha256=sha256,
        sha256_place=keys["sha256"].place,
        authority=keys["authority"].choice(AUTHORITIES, what="authority"),
        retrieved_from=_read_address(keys["retrieved-from"]) if "retrieved-from" in keys else None,
    )


def _read_address(value: Value) -> str:
    address = value.text()
    if not is_web_address(address):
        mend = "Write the http(s) address in ASCII, or leave the key out."
        value.fail("C016", f"'{address}' is not a web address", mend=mend)
    return address


def _read_event(value: Value) -> EventRecipe:
    keys = value.fields(["words", "labels"])
    return EventRecipe(words=keys["words"], labels=read_labels(keys["labels"]))


def _read_text_recipe(value: Value) -> TextRecipe:
    keys = value.fields(["sentence-end", "date", "names-separator"])
    return TextRecipe(
        sentence_end=keys["sentence-end"].text(),
        date=keys["date"],
        names_separator=keys["names-separator"].text(),
    )
