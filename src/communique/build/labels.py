"""Build layer: what things are called, in English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from communique.core.model import Labels
from communique.core.source import Span

_ROLES: Final[Mapping[str, tuple[str, str]]] = {
    "preamble": ("Preamble paragraph", "序言段落"),
    "chapeau": ("Chapeau", "引导句"),
    "operative": ("Operative paragraph", "执行段落"),
}
_PASSAGES: Final[Mapping[str, tuple[str, str]]] = {
    "title": ("Title", "标题"),
    "issuer": ("Issuer", "发布机构"),
    "place": ("Place", "地点"),
    "date": ("Date", "日期"),
    "heading": ("Heading", "小标题"),
    "prose": ("Prose", "叙述"),
    "list-lead": ("Lead of a list", "列表引语"),
    "paragraph-label": ("Label of a paragraph", "段落编号"),
    "asterisk-note": ("Note on the asterisk", "星号说明"),
    "reservation-line": ("Line of reservations", "保留意见行"),
    "web-address": ("Web address", "网址"),
    "disclaimer": ("Disclaimer", "免责声明"),
    "host-mention": ("Mention of a host", "主办方提及"),
    "words": ("Words", "文字"),
}


def bilingual(english: str, chinese: str) -> Labels:
    """Return a label in the two languages that everything is labelled in."""
    return {"en": english, "zh-Hans": chinese}


def label_paragraph(identifier: str) -> Labels:
    """Return a paragraph's label from its identifier.

    >>> label_paragraph("operative/8")
    {'en': 'Operative paragraph 8', 'zh-Hans': '执行段落 8'}
    """
    role, _, number = identifier.partition("/")
    english, chinese = _ROLES[role]
    return bilingual(f"{english} {number}".strip(), f"{chinese} {number}".strip())


def label_statement(paragraph: str, number: int) -> Labels:
    """Return a statement's label."""
    return extend(label_paragraph(paragraph), f"statement {number}", f"第 {number} 句")


def label_passage(role: str, span: Span) -> Labels:
    """Return a passage's label: its role and where it begins."""
    english, chinese = _PASSAGES[role]
    return bilingual(f"{english} at character {span.start}", f"{chinese}，第 {span.start} 字符处")


def label_span(span: Span) -> Labels:
    """Return a span's label: its characters, counted from 0."""
    return bilingual(
        f"Characters {span.start} to {span.end}", f"第 {span.start} 至 {span.end} 字符"
    )


def label_expression(titles: Labels, language: str) -> Labels:
    """Return an expression's label: the declaration's title and the language."""
    return extend(titles, f"in {language}", language)


def extend(labels: Labels, english: str, chinese: str) -> Labels:
    """Return labels with words added behind a comma.

    >>> extend({"en": "Chapeau", "zh-Hans": "引导句"}, "label", "编号")
    {'en': 'Chapeau, label', 'zh-Hans': '引导句，编号'}
    """
    first = next(iter(labels.values()))
    return bilingual(
        f"{labels.get('en', first)}, {english}", f"{labels.get('zh-Hans', first)}，{chinese}"
    )
