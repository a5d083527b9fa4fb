#+ shape: SummaryPoint-text
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note/point/1>", "cq:text", MaxCount, Violation, SummaryPoint-text]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, TextIsItsSpan]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/note/point/1> cq:text "我们共同致力于以下事项:"@zh-Hans .
}
