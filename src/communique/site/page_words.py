"""Site layer: the words of figures, map and the pages about the data, in English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PAGE_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "map": ("Map", "地图"),
    "see_map": ("See the map", "查看地图"),
    "map_title": ("Who endorses, and who with reservations", "谁背书，谁有保留"),
    "map_short": ("World map of endorsers and reservations", "背书与保留的世界地图"),
    "map_desc": (
        (
            "{listed} are listed, {held} of them with reservations: {holders}. The number is that "
            "of the paragraphs. The table says the same for each."
        ),
        "列名 {listed} 方，其中 {held} 方有保留：{holders}。数字为段落数。表格逐一列出同样内容。",
    ),
    "map_desc_none": (
        "{listed} are listed, none with reservations. The table names each.",
        "列名 {listed} 方，均未记录保留。表格逐一列出。",
    ),
    "map_listed": ("Endorses, no reservation recorded", "背书，未记录保留"),
    "map_held": ("Endorses with reservations (on how many paragraphs)", "背书，有保留（段落数）"),
    "map_unlisted": ("Not listed, which says nothing", "未列名（不说明任何问题）"),
    "map_circle": ("A circle: too small to be seen otherwise", "圆圈：面积过小，难以看清"),
    "map_note": (
        (
            "Shapes and borders are those of Natural Earth 5.1.1 (public domain) in its edition "
            "for Germany, made coarser, and are drawn as that package has them: Taiwan, Kosovo "
            "and Western Sahara have shapes of their own, Crimea lies within Ukraine, and other "
            "disputed borders run where the package has them. Overseas parts are drawn with their "
            "state where it does so. The project takes no position on any border or status; "
            "colours and numbers say only what the source lists."
        ),
        (
            "图形与边界取自 Natural Earth 5.1.1（公有领域）的德国版本，经过简化，"
            "并照该数据包所载绘制：台湾、科索沃和西撒哈拉各有图形，克里米亚位于乌克兰图形之内，其他有争议的边界亦从该数据包。海外领地凡数据包"
            "并入其国家者，照此绘制。本项目对任何边界或地位不持立场；颜色与数字仅表示来源的名单。"
        ),
    ),
    "map_table": ("The same as a table, in order of reservations", "同样内容的表格，按保留数排列"),
    "off_map": (
        "Not drawn, since they have no country's shape: {names}.",
        "因没有国家图形而未绘出：{names}。",
    ),
    "code": ("Code", "代码"),
    "on_paragraphs": ("On the paragraphs", "所涉段落"),
    "reservations_on": ("with reservations on", "有保留："),
    "matrix_desc": (
        "{states} states made {count} reservations on {paragraphs} paragraphs.",
        "{states} 国对 {paragraphs} 个段落作出 {count} 项保留。",
    ),
    "ranked_desc": ("Most: {first} ({count}).", "最多：{first}（{count}）。"),
    "forces_desc": (
        "{count} acts in {paragraphs} paragraphs; most often: {first} ({most}).",
        "{paragraphs} 个段落中的 {count} 项行为；最常见：{first}（{most}）。",
    ),
    "no_picture": (
        (
            "The PNG is left out: the machine that made this site can't draw it, or has no "
            "typeface for its signs. The SVG is whole."
        ),
        "PNG 从略：制作本站的机器无法绘制，或没有相应字体。SVG 内容完整。",
    ),
    "not_original": (
        "What stands here is a translation. The original is at",
        "此处为译文。原文见",
    ),
    "sign": ("Sign", "符号"),
    "sources": ("Where the text comes from", "文本的来源"),
    "text_rights": (
        "The words of a declaration keep the rights of their authors.",
        "宣言的文字保留其作者的权利。",
    ),
    "shapes": ("What was checked", "检查的内容"),
    "check_text": (
        (
            "Each thing in the graph was held to the shape of its class when this site was made; "
            "with a violation there would be no site. The quality questions ask for more:"
        ),
        "制作本站时，图中每一事物均按其类的形状检查；若有违规则不会有本站。质量类问题检查更多内容：",
    ),
    "class": ("Class", "类"),
    "conditions": ("Conditions", "条件数"),
    "things": ("Things checked", "受检事物数"),
    "holds": ("What it holds", "内容"),
    "cite_text": (
        "This cites the version of the data that this site was made from.",
        "以下引用的是制作本站所用的数据版本。",
    ),
    "figure_files": ("This figure as a file", "此图的文件"),
}
