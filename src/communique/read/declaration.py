"""Read layer: from a declaration's folder to the typed Declaration."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from communique.core.errors import InputError
from communique.core.model import (
    Counts,
    Declaration,
    Event,
    Expression,
    Paragraph,
    Passage,
    Summary,
)
from communique.core.source import Source, Span, read_source
from communique.read.annotate import Comparison
from communique.read.assembly import Page, assemble_page
from communique.read.known_slugs import read_known_lexicon
from communique.read.names import index_names
from communique.read.page import lay_out_page
from communique.read.parties import join_reservations
from communique.read.recipe import ExpressionRecipe, Recipe, read_recipe
from communique.read.registry import Registry
from communique.read.review import Review, Vocabulary, find_words, read_review
from communique.read.statements import Annotator
from communique.read.text import number_positions, refuse_doubles


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A declaration as read, and how rule and review compare on it."""

    declaration: Declaration
    comparisons: tuple[Comparison, ...]


def read_declaration(
    folder: Path, *, registry: Registry, vocabulary: Vocabulary, lexicons: Path
) -> Reading:
    """Read a folder with `declaration.yaml`, its source and (if there is one) `annotations.yaml`.

    `lexicons` is the folder of the rules, one file a language. Errors: InputError with one of the
    codes C001 to C050, each with file and line.
    """
    recipe = read_recipe(folder)
    held = recipe.held.source
    if held is None:
        raise ValueError("the recipe reader let a recipe without source pass")
    source = read_source(held.path, sha256=held.sha256, sha256_place=held.sha256_place)
    parts = lay_out_page(source, recipe.parts)
    page = assemble_page(source, parts, index_names(registry, recipe), recipe.text)
    review = read_review(folder / "annotations.yaml")
    annotator = Annotator(
        source=source,
        lexicon=read_known_lexicon(lexicons / f"{recipe.held.language}.yaml", vocabulary),
        review=review,
        vocabulary=vocabulary,
        comparisons=[],
    )
    declaration = _compose(recipe, source, page, annotator, review)
    _check_counts(declaration, recipe)
    return Reading(declaration=declaration, comparisons=tuple(annotator.comparisons))


def _compose(
    recipe: Recipe, source: Source, page: Page, annotator: Annotator, review: Review
) -> Declaration:
    _require(page, recipe, ["title", "issuer", "place"])
    refuse_doubles(source, page.paragraphs)
    paragraphs = annotator.annotate_paragraphs(number_positions(page.paragraphs))
    known = [paragraph.identifier for paragraph in paragraphs]
    title = source.exact(page.facts["declaration", "title"][0])
    issuer = [source.exact(span) for span in page.facts["declaration", "issuer"]]
    hosts = _read_hosts(review, source, page, annotator.vocabulary)
    return Declaration(
        slug=recipe.slug,
        titles={**recipe.titles, recipe.held.language: title},
        issued=page.dates["declaration"],
        issuer="\n".join(issuer),
        place=source.exact(page.facts["declaration", "place"][0]),
        expressions=tuple(
            _express(expression, source, title, page) for expression in recipe.expressions
        ),
        paragraphs=paragraphs,
        endorsements=join_reservations(source, page.endorsers, page.reservation_lines, known),
        passages=(*page.passages, *hosts),
        furniture=tuple(page.furniture),
        counts=recipe.counts,
        event=_read_event(recipe, source, page),
        summary=_read_summary(page, annotator, paragraphs),
    )


def _require(page: Page, recipe: Recipe, kinds: Sequence[str]) -> None:
    """Refuse a recipe that takes no title, issuer, place or date of the declaration."""
    missing = [kind for kind in kinds if ("declaration", kind) not in page.facts]
    missing += [] if "declaration" in page.dates else ["date"]
    if missing:
        mend = f"Add '- take: {missing[0]}' to the part of the declaration."
        problem = f"the page lays out no {missing[0]}"
        raise InputError("C015", problem, mend=mend, place=recipe.parts[0].place)


def _express(recipe: ExpressionRecipe, source: Source, title: str, page: Page) -> Expression:
    held = recipe.source
    return Expression(
        language=recipe.language,
        title=recipe.title or title,
        published_at=tuple(page.web_addresses.get(recipe.language, ())),
        translation_of=recipe.translation_of,
        source=source if held else None,
        sha256=held.sha256 if held else None,
        authority=held.authority if held else None,
        retrieved_from=held.retrieved_from if held else None,
    )


def _prose(page: Page) -> list[Span]:
    return page.facts.get(("summary", "prose"), [])


def _read_hosts(
    review: Review, source: Source, page: Page, vocabulary: Vocabulary
) -> Iterator[Passage]:
    """Yield the words of the summary's prose that name the hosts; C041, C042."""
    for value in review.hosts:
        keys = value.fields(["words", "party"])
        party = keys["party"].choice(vocabulary.parties, what="party", code="C042")
        prose = _prose(page) or [Span(0, 0)]
        within = next((s for s in prose if source.find(keys["words"].text(), s)), prose[0])
        span = find_words(keys["words"], source, within)
        yield Passage(role="host-mention", span=span, mentions=(party,))


def _read_event(recipe: Recipe, source: Source, page: Page) -> Event | None:
    if recipe.event is None:
        return None
    prose = _prose(page) or [Span(0, len(source.text))]
    within = next((s for s in prose if source.find(recipe.event.words.text(), s)), prose[0])
    return Event(span=find_words(recipe.event.words, source, within), labels=recipe.event.labels)


def _read_summary(
    page: Page, annotator: Annotator, paragraphs: Sequence[Paragraph]
) -> Summary | None:
    points = annotator.annotate_points(page.points, paragraphs)
    if ("summary", "title") not in page.facts or "summary" not in page.dates:
        return None
    return Summary(
        title=page.facts["summary", "title"][0],
        issued=page.dates["summary"],
        published_at=tuple(page.web_addresses.get("summary", ())),
        points=points,
    )


def _check_counts(declaration: Declaration, recipe: Recipe) -> None:
    """Refuse a declaration whose counts differ from those that the recipe declares; C024."""
    roles = [paragraph.role for paragraph in declaration.paragraphs]
    found = Counts(
        preamble=roles.count("preamble"),
        operative=roles.count("operative"),
        statements=sum(1 for _ in declaration.statements()),
        endorsements=len(declaration.endorsements),
        reservations=sum(1 for _ in declaration.reservations()),
        points=len(declaration.summary.points) if declaration.summary else 0,
    )
    for name, place in recipe.counts_place.items():
        made, declared = getattr(found, name), getattr(recipe.counts, name)
        if made != declared:
            mend = "Compare the page with the recipe, then correct the one that is wrong."
            problem = f"the page has {made} {name}, the recipe declares {declared}"
            raise InputError("C024", problem, mend=mend, place=place)
