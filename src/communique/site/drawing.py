"""Site layer: what all figures are made of: a frame with title and description, and words.

Colours stand in the parts themselves, for print; classes let a page or a screen change them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from markupsafe import Markup

#: Names of typefaces, for programs that don't look for another one when a sign is missing.
FONTS: Final = (
    "'Noto Sans','DejaVu Sans','Liberation Sans',Arial,Helvetica,'Noto Sans CJK SC','Noto Sans SC',"
    "'Source Han Sans SC','PingFang SC','Microsoft YaHei','WenQuanYi Micro Hei',SimHei,sans-serif"
)
FONT_SIZE: Final = 14
INK: Final = "#1b1f24"
#: The same as in the site's style sheet, for a file that is opened by itself in the dark.
_DARK: Final = (
    ":root{color-scheme:light dark}@media(prefers-color-scheme:dark){"
    ".ink{fill:#e8e6e1}.bar{fill:#8fb4ff}.dot{fill:#ff8d9c}.land{fill:#3a4048}"
    ".listed{fill:#6f9fe8}.border{stroke:#14171b}}"
)


@dataclass(frozen=True)
class Figure:
    """A figure: its file's name, its title, the drawing, and the same as a table."""

    name: str
    title: str
    svg: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def markup(self) -> Markup:
        """The drawing to stand in a page; the texts in it are escaped."""
        return Markup(self.svg)  # noqa: S704

    def name_file(self, language: str, ending: str) -> str:
        """Return the name of its file from the root of the site."""
        return f"figures/{self.name}.{language}.{ending}"

    def write_svg(self, language: str) -> bytes:
        """Return the drawing as a file, which suits itself to a light or a dark screen."""
        svg = self.svg.replace("<svg ", f'<svg lang="{language}" xml:lang="{language}" ', 1)
        opening, end, rest = svg.partition(">")
        return f"{opening}{end}\n<style>{_DARK}</style>{rest}\n".encode()

    def write_csv(self) -> bytes:
        """Return the table as CSV, in UTF-8. Source: RFC 4180."""
        out = io.StringIO()
        csv.writer(out).writerows([self.header, *self.rows])
        return out.getvalue().encode()


def frame(
    name: str,
    title: str,
    size: tuple[int, int],
    parts: Sequence[str],
    *,
    description: str = "",
) -> str:
    """Return parts as an SVG image; its title and description are what a screen reader says.

    Source: SVG Accessibility API Mappings 1.0, section 5.
    """
    width, height = size
    told = f'\n<desc id="figure-{name}-desc">{escape(description)}</desc>' if description else ""
    described = f' aria-describedby="figure-{name}-desc"' if description else ""
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby="figure-{name}"{described} font-family="{FONTS}">\n'
        f'<title id="figure-{name}">{escape(title)}</title>{told}\n{body}\n</svg>'
    )


def write_text(
    x: float,
    y: float,
    text: str,
    *,
    anchor: str = "start",
    size: int = FONT_SIZE,
    colour: str | None = None,
) -> str:
    """Return words at a place; without a colour of their own they are ink."""
    look = f'fill="{colour}"' if colour else f'class="ink" fill="{INK}"'
    placed = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{x:g}" y="{y:g}" font-size="{size}" {look}{placed}>{escape(text)}</text>'


def measure_text(text: str, *, size: int = FONT_SIZE) -> float:
    """Return about how wide words are: letters half their height and a bit, Chinese ones whole.

    >>> measure_text("ab"), measure_text("文本")
    (17.36, 28.0)
    """
    widths = (1.0 if ord(char) >= 0x2E80 else 0.62 for char in text)  # noqa: PLR2004 - CJK begins
    return round(sum(widths) * size, 2)
