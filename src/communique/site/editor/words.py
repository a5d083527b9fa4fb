"""Site layer: the words of the SPARQL page, in English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    # The page itself.
    "intro": (
        (
            "Ask the data in SPARQL: choose a question and change it, or write one of your own. "
            "All graphs are asked together."
        ),
        "用 SPARQL 查询数据：选一个问题并加以修改，或自行编写。所有图一并查询。",
    ),
    "here": (
        (
            "Queries run in your browser, on the published files; nothing leaves your computer. "
            "The first one loads engine and data (about 5 MB)."
        ),
        (
            "查询在您的浏览器中对已发布的文件运行，内容不会离开您的电脑。"
            "首次查询会加载引擎和数据（约 5 MB）。"
        ),
    ),
    "shortcuts": (
        "Ctrl+Enter runs the query, Ctrl+Space completes a word, Escape leaves the editor.",
        "Ctrl+Enter 运行查询，Ctrl+空格 补全，Esc 离开编辑器。",
    ),
    "form": ("Send a query to the site's server", "向本站服务器发送查询"),
    "form_help": (
        (
            "The form needs the site's own server (communique serve), which answers at /sparql. A "
            "plain file host can't answer it: there, use the questions below, whose answers were "
            "computed when the site was made, or download the files and ask them with "
            "communique query or any triple store."
        ),
        (
            "此表单需要本站自己的服务器（communique serve），由它在 /sparql 作答。"
            "普通文件主机无法作答：可使用下列问题（答案在建站时已算出），"
            "或下载文件，用 communique query 或任何三元组存储查询。"
        ),
    ),
    "form_label": ("Query", "查询"),
    "answer_as": ("Answer as", "答案格式"),
    "send": ("Send", "发送"),
    "without_script": (
        "The editor needs JavaScript. Without it there is this form.",
        "编辑器需要 JavaScript；若无，可用此表单。",
    ),
    "left_out": (
        "The editor was left out when this site was made: it is packed where npm is installed.",
        "建站时未包含编辑器：仅在装有 npm 时才会打包。",
    ),
    "as_file": (
        (
            "The page was opened as a file, from which a browser lets no page read data. Serve the "
            "folder (python3 -m http.server), and the editor runs here."
        ),
        (
            "本页以文件方式打开，浏览器不允许其读取数据。"
            "用服务器提供该文件夹（python3 -m http.server）后即可使用编辑器。"
        ),
    ),
    "failed": (
        "The editor could not be started in this browser.",
        "编辑器无法在此浏览器中启动。",
    ),
    "files": ("Files to download", "可下载的文件"),
    "licences": ("Licences of the editor", "编辑器的许可证"),
    # What the scripts say.
    "question": ("Question", "问题"),
    "choose": ("Choose a question …", "选择一个问题……"),
    "yours": ("Your own query", "自己的查询"),
    "linked": ("Linked query", "链接中的查询"),
    "heavy": (
        "The linked query is too long or too deep to be opened here.",
        "链接中的查询过长或嵌套过深，无法在此打开。",
    ),
    "where": ("Run", "运行于"),
    "in_browser": ("in this browser", "此浏览器"),
    "on_server": ("on the server", "服务器"),
    "run": ("Run the query", "运行查询"),
    "stop": ("Stop", "停止"),
    "loading": ("Loading engine and data …", "正在加载引擎和数据……"),
    "running": ("Running …", "正在运行……"),
    "stopped": ("Stopped after {seconds} s.", "已停止，用时 {seconds} 秒。"),
    "done": ("{count} rows, {seconds} s", "{count} 行，{seconds} 秒"),
    "answered": ("Answered, {seconds} s", "已作答，{seconds} 秒"),
    "wrong": ("The query wasn't answered.", "查询未得到答案。"),
    "mistake_at": (
        "Line {line}, column {column}: unexpected {found}.",
        "第 {line} 行第 {column} 列：意外的 {found}。",
    ),
    "the_end": ("end of the query", "查询结尾"),
    "line_wrong": ("Unexpected here. Possible: {expected}", "此处有误。可用：{expected}"),
    "crashed": (
        "The engine gave up (too deep a query, or too little memory); it starts anew.",
        "引擎已放弃（查询嵌套过深或内存不足），将重新启动。",
    ),
    "too_large": (
        "The answer is larger than {megabytes} MB. Add a LIMIT.",
        "答案超过 {megabytes} MB。请加 LIMIT。",
    ),
    "no_data": ("Engine or data can't be loaded: {reason}", "无法加载引擎或数据：{reason}"),
    "no_answer": ("The server can't be reached: {reason}", "无法连接服务器：{reason}"),
    "results": ("Answer", "答案"),
    "table": ("Table", "表格"),
    "raw": ("As sent", "原文"),
    "no_rows": ("No rows.", "没有结果。"),
    "yes": ("Yes", "是"),
    "no": ("No", "否"),
    "more_rows": ("Show {count} more rows", "再显示 {count} 行"),
    "share": ("Link to this query", "此查询的链接"),
    "download": ("Download as CSV", "下载 CSV"),
    "add_tab": ("New query", "新查询"),
    "close_tab": ("Close the tab", "关闭标签页"),
    "tabs": ("Queries", "查询"),
    "editor": ("The query's text", "查询文本"),
    "query_by": ("Change the values in VALUES", "可修改 VALUES 中的值"),
}


def say_all(language: str) -> dict[str, str]:
    """Return all words in a language, by key.

    >>> say_all("zh-Hans")["send"]
    '发送'
    """
    column = 1 if language == "zh-Hans" else 0
    return {key: words[column] for key, words in _WORDS.items()}
