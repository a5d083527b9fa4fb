"""Site layer: a change in words: the sentences, in English and Chinese, and the names in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from communique.build.terms import cq
from communique.query.labels import choose_label
from communique.site.addresses import LANGUAGES
from communique.site.node_index import write_tag
from communique.site.versions.change import Change, Term

#: The longest piece of the data in a sentence, in characters.
LONGEST: Final = 80
#: What no XML may hold, and what would turn the writing around it. Source: XML 1.0, section 2.2.
_UNFIT: Final = re.compile(
    "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]"
)
_XSD_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"
_BOOLEAN: Final = "http://www.w3.org/2001/XMLSchema#boolean"
_SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "endorsement_new": ("{who} endorses {what}.", "{who}为{what}背书。"),
    "endorsement_gone": ("{who} no longer endorses {what}.", "{who}不再为{what}背书。"),
    "reservation_new": (
        "{who} has a reservation on {what}.",
        "{who}对{what}有保留。",
    ),
    "reservation_gone": (
        "{who} no longer has a reservation on {what}.",
        "{who}对{what}不再有保留。",
    ),
    "declaration_new": (
        (
            "New declaration: {node}. Paragraphs: {paragraph}; statements: {statement}; "
            "endorsements: {endorsement}; reservations: {reservation}."
        ),
        (
            "新增宣言：{node}。段落 {paragraph} 个，语句 {statement} 条，"
            "背书 {endorsement} 项，保留 {reservation} 项。"
        ),
    ),
    "declaration_gone": (
        (
            "Declaration no longer there: {node}. Paragraphs: {paragraph}; statements: "
            "{statement}; endorsements: {endorsement}; reservations: {reservation}."
        ),
        (
            "不再有宣言：{node}。段落 {paragraph} 个，语句 {statement} 条，"
            "背书 {endorsement} 项，保留 {reservation} 项。"
        ),
    ),
    "node_new": ("New {kind}: {node}.", "新增{kind}：{node}。"),
    "node_gone": ("No longer there, {kind}: {node}.", "不再有{kind}：{node}。"),
    "changed": (
        "{node}: {property} changed from {old} to {new}.",
        "{node}：{property}由{old}改为{new}。",
    ),
    "added": ("{node}: {property} {value} added.", "{node}：新增{property}{value}。"),
    "removed": ("{node}: {property} {value} removed.", "{node}：移除{property}{value}。"),
    "is": ("{node}: now also a {value}.", "{node}：现也属于{value}。"),
    "was": ("{node}: no longer a {value}.", "{node}：不再属于{value}。"),
    "in_language": ("{property} ({tag})", "{property}（{tag}）"),
    "quoted": ("“{words}”", "“{words}”"),
    "true": ("yes", "是"),
    "false": ("no", "否"),
    "catalogue": ("Descriptions of the graphs", "各图的描述"),
    "thing": ("thing", "事物"),
}
_WORDS_OF_OTHERS: Final[Mapping[str, tuple[str, str]]] = {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": ("class", "类"),
    "http://www.w3.org/2000/01/rdf-schema#label": ("label", "标签"),
    "http://www.w3.org/2004/02/skos/core#prefLabel": ("name", "名称"),
    "http://www.w3.org/2004/02/skos/core#altLabel": ("other name", "别名"),
    "http://www.w3.org/2004/02/skos/core#definition": ("definition", "定义"),
    "http://www.w3.org/2004/02/skos/core#example": ("example", "示例"),
    "http://www.w3.org/2004/02/skos/core#scopeNote": ("scope note", "范围说明"),
    "http://www.w3.org/2004/02/skos/core#Concept": ("concept", "概念"),
    "http://purl.org/dc/terms/title": ("title", "题名"),
    "http://purl.org/dc/terms/issued": ("date of issue", "发布日期"),
    "http://purl.org/dc/terms/subject": ("topic", "主题"),
    "http://purl.org/dc/terms/identifier": ("identifier", "标识符"),
    "http://www.w3.org/2002/07/owl#Class": ("class of the vocabulary", "词汇表的类"),
    "http://www.w3.org/2002/07/owl#ObjectProperty": ("property of the vocabulary", "词汇表的属性"),
    "http://www.w3.org/2002/07/owl#DatatypeProperty": (
        "property of the vocabulary",
        "词汇表的属性",
    ),
    "https://schema.org/sameAs": ("link to the same thing", "同一事物的链接"),
}
Words = Mapping[str, str]
#: A sentence, and how many changed quads it tells of.
Told = tuple[Words, int]


def clean(words: str, *, longest: int = LONGEST) -> str:
    r"""Return words of the data fit to stand in a sentence: in one line, not too long, harmless.

    >>> clean("a\nb\x00c") == "a b\ufffdc", len(clean("x" * 500))
    (True, 80)
    """
    line = " ".join(_UNFIT.sub("\ufffd", words).split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


@dataclass(frozen=True)
class Narrator:
    """Puts a change into words; what is called otherwise now is called by its new name."""

    change: Change
    prefixes: Mapping[str, str]

    def say(self, key: str, **values: Words) -> Words:
        """Return the sentence of a key in each language, with names filled in."""
        return {
            language: _choose(_SENTENCES[key], language).format(
                **{name: words[language] for name, words in values.items()}
            )
            for language in LANGUAGES
        }

    def name(self, iri: str) -> Words:
        """Return what a node is called in each language: its label, else its IRI."""
        if iri.endswith("/graph/catalogue"):
            return self.say("catalogue")
        labels = self.change.after.labels(iri) or self.change.before.labels(iri)
        return {
            language: clean(choose_label(labels, language) if labels else self.shorten(iri))
            for language in LANGUAGES
        }

    def name_within(self, iri: str) -> Words:
        """Return what a node is called within a sentence: English paragraphs in lower case."""
        words = dict(self.name(iri))
        if cq("Paragraph").value in self.change.types(iri):
            words["en"] = words["en"][:1].lower() + words["en"][1:]
        return words

    def name_term(self, iri: str) -> Words:
        """Return what a class or property is called: ours by its label, others by our words."""
        words = _WORDS_OF_OTHERS.get(iri)
        if words is None:
            return self.name(iri)
        return {language: _choose(words, language) for language in LANGUAGES}

    def name_property(self, predicate: str, tag: str) -> Words:
        """Return what a property is called, with the language of its values."""
        named = self.name_term(predicate)
        if not tag:
            return named
        tags = dict.fromkeys(LANGUAGES, clean(write_tag(tag)))
        return self.say("in_language", property=named, tag=tags)

    def show(self, value: Term) -> Words:
        """Return a value: a node by its name, words in quotation marks, numbers as they are."""
        if isinstance(value, ox.NamedNode):
            return self.name_term(value.value)
        if value.datatype.value == _BOOLEAN and value.value in ("true", "false"):
            return self.say(value.value)
        words = dict.fromkeys(LANGUAGES, clean(value.value))
        quoted = value.language or value.datatype.value == _XSD_STRING
        return self.say("quoted", words=words) if quoted else words

    def number(self, number: int) -> Words:
        """Return a number, which is written alike in both languages."""
        return dict.fromkeys(LANGUAGES, f"{number:,}")

    def shorten(self, iri: str) -> str:
        """Return an IRI with a prefix of the shared table, or whole."""
        for prefix, namespace in self.prefixes.items():
            rest = iri.removeprefix(namespace)
            if rest != iri and rest.isidentifier():
                return f"{prefix}:{rest}"
        return iri


def _choose(words: tuple[str, str], language: str) -> str:
    return words[LANGUAGES.index(language)]
