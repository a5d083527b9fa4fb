"""Read layer: the parts of a page become passages, paragraphs, parties and points."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from communique.core.errors import InputError
from communique.core.model import Furniture, Labels, Paragraph, Passage, Point
from communique.core.source import Line, Source, Span
from communique.read.dates import DateReader
from communique.read.names import NamedParty, NameIndex
from communique.read.page import LaidPart
from communique.read.page_recipe import Take
from communique.read.parties import ReservationLine, read_endorsers, read_reservation_line
from communique.read.recipe import TextRecipe
from communique.read.text import read_paragraphs
from communique.read.web_addresses import read_web_address

LINE_BREAK: Final[Labels] = {"en": "line break", "zh-Hans": "换行"}
WHITE_SPACE: Final[Labels] = {"en": "white space", "zh-Hans": "空白"}
BULLET: Final[Labels] = {"en": "bullet sign", "zh-Hans": "项目符号"}


@dataclass
class Page:
    """What the steps found, in the order of the page; `facts` holds (document, kind) to spans."""

    passages: list[Passage] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    endorsers: list[NamedParty] = field(default_factory=list)
    reservation_lines: list[ReservationLine] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    facts: dict[tuple[str, str], list[Span]] = field(default_factory=dict)
    dates: dict[str, datetime.date] = field(default_factory=dict)
    web_addresses: dict[str, list[str]] = field(default_factory=dict)


def assemble_page(
    source: Source, parts: Sequence[LaidPart], index: NameIndex, text: TextRecipe
) -> Page:
    """Return all that the steps of the parts find.

    Errors: those of the readers of paragraphs, dates, addresses, endorsers and reservations.
    """
    page = Page()
    assembler = _Assembler(source, index, text, DateReader(text.date), page)
    for part in parts:
        page.furniture += _read_layout(part, len(source.text))
        for take, lines in part.taken:
            assembler.take(part.recipe.document, take, lines)
    return page


def _read_layout(part: LaidPart, length: int) -> list[Furniture]:
    """Return a part's white space and line breaks, and its lines where it is furniture."""
    found = []
    for line in part.lines:
        content, end = line.content, line.start + len(line.text)
        gaps = [(line.start, content.start, WHITE_SPACE), (content.end, end, WHITE_SPACE)]
        gaps.append((end, min(end + 1, length), LINE_BREAK))
        if part.recipe.furniture is not None:
            gaps.append((content.start, content.end, part.recipe.furniture))
        found += [Furniture(span=Span(a, b), reason=why) for a, b, why in gaps if a < b]
    return found


@dataclass(frozen=True)
class _Assembler:
    source: Source
    index: NameIndex
    text: TextRecipe
    dates: DateReader
    page: Page

    def take(self, document: str, take: Take, lines: Sequence[Line]) -> None:
        step = _STEPS.get(take.kind, _Assembler._take_passages)
        step(self, document, take, lines)

    def _take_passages(self, document: str, take: Take, lines: Sequence[Line]) -> None:
        for line in lines:
            self.page.passages.append(Passage(role=take.kind, span=line.content))
            self.page.facts.setdefault((document, take.kind), []).append(line.content)

    def _take_date(self, document: str, take: Take, lines: Sequence[Line]) -> None:
        self._take_passages(document, take, lines)
        self.page.dates[document] = self.dates.read(self.source, lines[0].content)

    def _take_web_address(self, document: str, take: Take, lines: Sequence[Line]) -> None:
        self._take_passages(document, take, lines)
        address = read_web_address(self.source, lines[0].content)
        self.page.web_addresses.setdefault(take.of, []).append(address)

    def _take_paragraphs(self, document: str, take: Take, lines: Sequence[Line]) -> None:
        end = self.text.sentence_end
        found = read_paragraphs(self.source, take, lines, sentence_end=end)
        self.page.paragraphs += found
        labels = [paragraph.label for paragraph in found if paragraph.label]
        self.page.passages += [Passage(role="paragraph-label", span=label) for label in labels]

    def _take_endorsers(self, document: str, take: Take, lines: Sequence[Line]) -> None:
        found = read_endorsers(self.source, take, lines, self.index)
        self.page.endorsers += found
        gaps = [
            Span(one.end, other.start) for one, other in pairwise(named.whole for named in found)
        ]
        self.page.furniture += [
            Furniture(span=gap, reason=WHITE_SPACE)
            for gap in gaps
            if gap.start < gap.end and "\n" not in self.source.exact(gap)
        ]

    def _take_reservations(self, document: str, take: Take, lines: Sequence[Line]) -> None:
        separator = self.text.names_separator
        for line in lines:
            found = read_reservation_line(self.source, take, line, self.index, separator=separator)
            self.page.reservation_lines.append(found)
            self.page.passages.append(Passage(role="reservation-line", span=found.span))

    def _take_points(self, document: str, take: Take, lines: Sequence[Line]) -> None:
        for number, line in enumerate(lines, 1):
            content = line.content
            if not self.source.text.startswith(take.bullet, content.start):
                raise InputError(
                    "C020",
                    f"expected a point that begins with '{take.bullet}'",
                    mend=f"Compare the line with {take.place}.",
                    place=self.source.place(content.start),
                )
            rest = self.source.text[content.start + len(take.bullet) : content.end]
            start = content.end - len(rest.lstrip())
            sign = Furniture(span=Span(content.start, start), reason=BULLET)
            self.page.furniture.append(sign)
            self.page.points.append(Point(number=number, span=Span(start, content.end)))


_STEPS: Final[Mapping[str, Callable[[_Assembler, str, Take, Sequence[Line]], None]]] = {
    "date": _Assembler._take_date,
    "web-address": _Assembler._take_web_address,
    "paragraphs": _Assembler._take_paragraphs,
    "endorsers": _Assembler._take_endorsers,
    "reservations": _Assembler._take_reservations,
    "points": _Assembler._take_points,
}
