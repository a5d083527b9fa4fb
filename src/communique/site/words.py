"""Site layer: the words of the interface, in English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from communique.site.page_words import PAGE_WORDS

_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    **PAGE_WORDS,
    "site": ("Communique", "Communique"),
    "tagline": (
        (
            "Multilateral declarations as linked data: who said what, in which words, "
            "and who held back."
        ),
        "作为关联数据的多边宣言：谁以何种文字说了什么，谁有所保留。",
    ),
    "skip": ("Skip to the content", "跳到正文"),
    "menu": ("Main menu", "主菜单"),
    "languages": ("Languages", "语言"),
    "text": ("Text", "文本"),
    "reservations": ("Reservations", "保留意见"),
    "states": ("States", "国家"),
    "topics": ("Topics", "主题"),
    "forces": ("Forces", "语力"),
    "instruments": ("Instruments", "文书"),
    "questions": ("Questions", "问题"),
    "sparql": ("SPARQL", "SPARQL"),
    "open_editor": ("The query on the SPARQL page", "SPARQL 页面上的此查询"),
    "downloads": ("Downloads", "下载"),
    "search": ("Search", "搜索"),
    "about": ("About the data", "关于数据"),
    "cite": ("How to cite", "如何引用"),
    "check": ("Validation report", "校验报告"),
    "vocabulary": ("Vocabulary", "词汇表"),
    "declarations": ("Declarations", "宣言"),
    "home": ("Start", "首页"),
    "identifier": ("Identifier", "标识符"),
    "formats": ("This description as data", "以数据形式获取此描述"),
    "properties": ("What is stated", "所述内容"),
    "property": ("Property", "属性"),
    "value": ("Value", "值"),
    "incoming": ("What points here", "指向此处的内容"),
    "subject": ("From", "来源"),
    "more": (
        "and {count} more, in the data files of all graphs",
        "另有 {count} 项，见全部图的数据文件",
    ),
    "none": ("Nothing.", "无。"),
    "not_found": ("There is no such page", "没有此页面"),
    "not_found_text": (
        "The address may be mistyped, or name something that no declaration here speaks of.",
        "地址可能有误，或所指之物未见于此处的任何宣言。",
    ),
    "statement": ("Statement", "语句"),
    "force": ("Force", "语力"),
    "count": ("Number", "数目"),
    "state": ("State", "国家"),
    "paragraph": ("Paragraph", "段落"),
    "name": ("Name", "名称"),
    "listed_name": ("Name as listed", "所列名称"),
    "asterisk": ("Asterisk", "星号"),
    "yes": ("yes", "是"),
    "no": ("no", "否"),
    "commitment": ("commitment", "构成承诺"),
    "commitments": ("Commitments", "承诺"),
    "endorsements": ("Endorsements", "背书"),
    "statements": ("Statements", "语句"),
    "paragraphs": ("Paragraphs", "段落"),
    "held_back": ("{count} listed with reservations", "{count} 方列有保留"),
    "no_reservation": ("No reservation recorded.", "没有记录保留。"),
    "marker": ("Marker", "标记词"),
    "cites": ("Cites", "引用"),
    "in_source": ("In the source", "来源中的位置"),
    "binding": ("binds the declarants", "约束宣言方"),
    "legend": ("Signs and colours", "符号与颜色"),
    "legend_text": (
        (
            "Each statement carries the sign and the colour of its first force, and the name of "
            "every force. A solid bar marks a commitment. Open a statement for its details."
        ),
        "每句带有其首要语力的符号与颜色，以及各语力的名称。实线标记承诺。展开语句可见详情。",
    ),
    "matrix": ("Who reserved on which paragraph", "谁对哪个段落有保留"),
    "by_paragraph": ("Reservations by paragraph", "各段落的保留"),
    "by_state": ("Paragraphs reserved on, by state", "各国有保留的段落数"),
    "forces_by_paragraph": ("Forces by paragraph", "各段落的语力"),
    "kind_note": (
        (
            "The source says 'with reservations or disassociating' and never which of the two; the "
            "kind of every such reservation is undetermined. Not being listed says nothing."
        ),
        "来源写的是“有保留或不赞同”，从未说明是哪一种；此类保留的性质均未确定。未列名不说明任何问题。",
    ),
    "figure_data": ("The same as a table", "同样内容的表格"),
    "reserved": ("reserved", "有保留"),
    "not_recorded": ("not recorded", "未记录"),
    "answer": ("Answer", "答案"),
    "rows": ("{count} rows", "{count} 行"),
    "example": ("Asked with the example's values", "以示例值提问"),
    "query_text": ("The query", "查询"),
    "command": ("On the command line", "命令行"),
    "columns": ("Columns", "列"),
    "joined": (
        (
            "This question is joined with Wikidata. The answer here comes from the snapshot that "
            "is kept with the data; 'communique link ask --live' asks Wikidata itself. The "
            "snapshot says of itself:"
        ),
        (
            "此问题与维基数据联合。此处的答案来自随数据保存的快照；"
            "“communique link ask --live”可直接询问维基数据。快照自述："
        ),
    ),
    "no_example": (
        "The example names something that isn't in these declarations: there is no answer.",
        "示例所指之物不在这些宣言中：没有答案。",
    ),
    "expect_none": ("On good data it finds nothing.", "数据无误时没有结果。"),
    "file": ("File", "文件"),
    "bytes": ("Bytes", "字节"),
    "conforms": (
        "The graph conforms to all shapes: no violation.",
        "图符合全部形状：无违规。",
    ),
    "conforms_not": ("The graph doesn't conform.", "图不符合形状。"),
    "engine": ("Engine", "引擎"),
    "violations": ("Violations", "违规"),
    "warnings": ("Warnings", "警告"),
    "round_trips": ("Sources given back byte for byte", "逐字节还原的来源"),
    "search_label": ("Words in a name or a text", "名称或文本中的词语"),
    "search_script": (
        (
            "The search runs in your browser and needs JavaScript. Without it, use the lists of "
            "states, topics and the text."
        ),
        "搜索在浏览器中运行，需要 JavaScript。若无，请使用国家、主题列表和文本。",
    ),
    "search_help": (
        "Two Chinese characters or three letters are enough. Nothing leaves your computer.",
        "两个汉字或三个字母即可。内容不会离开您的电脑。",
    ),
    "source_text": ("The source, character by character", "逐字的来源"),
    "source_help": (
        "Every piece has an anchor of its own; a link to it marks the piece.",
        "每一片段都有各自的锚点；链接会标出该片段。",
    ),
    "documentation": (
        "The documentation, with shapes and queries beside each term",
        "文档，各术语旁附形状与查询",
    ),
    "terms": ("Terms", "术语"),
    "licence": ("Licence", "许可"),
    "licence_text": (
        "Data, ontology, shapes and queries: CC BY 4.0. Code: MIT.",
        "数据、本体、形状与查询：CC BY 4.0。代码：MIT。",
    ),
    "topic": ("Topic", "主题"),
    "instrument": ("Instrument", "文书"),
    "definition": ("Definition", "定义"),
    "reserves_on": ("Reserves on", "对其有保留"),
    "graph_files": ("The whole graph", "整个图"),
    "versions": ("Versions", "版本"),
    "versions_text": (
        "Each state of the graph that was published here keeps an address of its own for good.",
        "在此发布过的图的每一状态都有永久不变的地址。",
    ),
    "version": ("Version", "版本"),
    "version_title": ("Version {name}", "版本 {name}"),
    "version_text": (
        "This address always stands for the same graph, whatever is published later.",
        "无论日后发布什么，此地址始终表示同一个图。",
    ),
    "date": ("Date", "日期"),
    "changes": ("Changes", "变更"),
    "changes_count": (
        "{added} triples added, {removed} removed",
        "新增三元组 {added} 条，移除 {removed} 条",
    ),
    "current": ("current", "当前"),
    "is_current": ("None: this is the current version.", "无：这是当前版本。"),
    "first_version": ("This is the first version.", "这是第一个版本。"),
    "previous_version": ("Previous version", "上一版本"),
    "next_version": ("Next version", "下一版本"),
    "what_changed": ("What changed", "变更内容"),
    "same_graph": ("The same graph as", "与此版本的图相同"),
    "changes_title": (
        "What changed from version {previous} to {name}",
        "从版本 {previous} 到 {name} 的变更",
    ),
    "changes_note": (
        (
            "A change is one of the data: it may be a correction, and need not be an event in the "
            "world."
        ),
        "变更是数据的变更：可能是更正，不一定是现实中的事件。",
    ),
    "in_words": ("In words", "文字说明"),
    "see_page": ("Page", "页面"),
    "more_facts": ("And {count} more changes.", "另有 {count} 项变更。"),
    "more_lines": ("And {count} more triples, in the files.", "另有 {count} 条三元组，见文件。"),
    "more_versions": ("And {count} earlier ones.", "另有更早的 {count} 个。"),
    "other_triples": (
        (
            "{count} other triples changed that only say where words stand in the source, or how "
            "many triples a graph has."
        ),
        "另有 {count} 条三元组有变更，仅涉及文字在来源中的位置或图的三元组数目。",
    ),
    "triples": ("Triples", "三元组"),
    "triples_text": (
        "Taking the removed ones from the version before and adding the others gives this one:",
        "从上一版本移除前者并加入后者，即得此版本：",
    ),
    "added": ("Added", "新增"),
    "removed": ("Removed", "移除"),
    "graph": ("Graph", "图"),
    "feed_title": ("Communique: changes of the data", "Communique：数据变更"),
    "curators": ("The project's curators", "项目编者"),
    "ontology_version": ("{label}, version {version}", "{label}，{version} 版"),
    "newest_ontology": ("The vocabulary as it is now", "当前的词汇表"),
    "read_text": ("Read the text", "阅读文本"),
    "see_reservations": ("See the reservations", "查看保留意见"),
}


def say(key: str, language: str, **values: object) -> str:
    """Return the words of the interface for a key, with values filled in.

    >>> say("rows", "en", count=3), say("rows", "zh-Hans", count=3)
    ('3 rows', '3 行')
    """
    english, chinese = _WORDS[key]
    words = chinese if language == "zh-Hans" else english
    return words.format(**values) if values else words
