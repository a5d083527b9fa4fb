"""Site layer: what the pages about the data say: the limits, where it comes from, the files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

#: The parts of the page about the data: its headings, each with its paragraphs, by language.
ABOUT: Final[Mapping[str, Mapping[str, Sequence[str]]]] = {
    "en": {
        "What this is": (
            (
                "A multilateral declaration, as it was published, turned into linked data: its "
                "paragraphs, sentences, endorsers, asterisks, reservations and citations each "
                "have an address, and each points at its exact characters in the source."
            ),
            (
                "Three kinds of statement are told apart: what is read in the source, what a named "
                "rule infers, and what a curator decided. From the spans alone the source can be "
                "given back byte for byte; the validation report says whether it was."
            ),
        ),
        "What is not claimed": (
            (
                "The page that was read is a translation; only the English original is "
                "authoritative, and it is known here by its address alone."
            ),
            (
                "The kind of every reservation is undetermined: the page says 'with reservations "
                "or disassociating' and never which. A reservation is on a paragraph, not on its "
                "sentences, and no reason is given for any. Not being listed says nothing."
            ),
            (
                "'State' stands for a government or authority as listed and says nothing about "
                "statehood."
            ),
            (
                "No date of any single endorsement is known; the date given is the one printed on "
                "the page."
            ),
            (
                "What binds, and which force a sentence has, is a reading: each one names its "
                "origin, a rule or a curator. One review was made of the text."
            ),
            (
                "These are political commitments, not legal norms; nothing here says what a "
                "declaration obliges anyone to in law."
            ),
        ),
    },
    "zh-Hans": {
        "这是什么": (
            "将公布的多边宣言转为关联数据：其段落、语句、背书方、星号、保留与引用各有地址，并指向来源中的确切字符。",
            (
                "三类陈述分别标明：从来源读出的、由具名规则推断的、由编者决定的。仅凭位置信息即可逐字节还原来源；"
                "校验报告说明是否做到。"
            ),
        ),
        "不作何种主张": (
            "所读的页面是译文；只有英文原文具有权威性，此处仅知其网址。",
            (
                "每项保留的性质均未确定：页面写的是“有保留或不赞同”，从未说明是哪一种。保留针对段落而非其中的语句，"
                "也未说明理由。未列名不说明任何问题。"
            ),
            "“国家”指所列的政府或权威机构，不涉及国家地位。",
            "各方背书的日期均不可知；所给日期是页面上印的日期。",
            "哪些内容具有约束、语句有何种语力，均属解读：各项都注明出自规则或编者。文本经过一次审校。",
            "这些是政治承诺，不是法律规范；此处不说明宣言在法律上使任何一方承担何种义务。",
        ),
    },
}
#: What the files of a build hold, by the end of their names; the first that fits.
_FILES: Final[Mapping[str, tuple[str, str]]] = {
    "wikidata-snapshot.nq": (
        "labels and codes in Wikidata's vocabulary, constructed from our records",
        "以维基数据词汇表示的名称与代码，由本项目记录构造",
    ),
    "communique.nq": ("all named graphs, N-Quads", "全部命名图，N-Quads"),
    "communique.trig": ("all named graphs, TriG", "全部命名图，TriG"),
    "communique.ttl": ("all graphs merged into one, Turtle", "合并为一的全部图，Turtle"),
    "context.jsonld": ("the context of the JSON-LD files", "JSON-LD 文件的上下文"),
    "csv-metadata.json": ("description of the tables, CSVW", "表格说明，CSVW"),
    "states.csv": ("the states and authorities", "国家与权威机构"),
    "endorsements.csv": ("who endorses, and with an asterisk", "谁背书，是否带星号"),
    "reservations.csv": ("who reserved on which paragraph", "谁对哪个段落有保留"),
    "paragraphs.csv": ("the paragraphs with their words", "各段落及其文字"),
    "statements.csv": ("the statements with their forces", "各语句及其语力"),
    ".ttl": ("one declaration that stands alone, Turtle", "独立的单个宣言，Turtle"),
    ".jsonld": ("one declaration as a tree to read, JSON-LD", "可阅读的单个宣言，JSON-LD"),
}


def describe_file(name: str, language: str) -> str:
    """Return what a file of a build holds, '' where we have no word for it.

    >>> describe_file("tables/states.csv", "en"), describe_file("other.bin", "en")
    ('the states and authorities', '')
    """
    found = (words for ending, words in _FILES.items() if name.endswith(ending))
    return next(found, ("", ""))[language == "zh-Hans"]
