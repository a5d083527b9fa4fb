#+ shape: SummaryPoint-span
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note/point/1>", "cq:span", MaxCount, Violation, SummaryPoint-span]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, TextIsItsSpan]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/note/point/1> cq:span <id/mini-2023/zh-Hans/source#char=117,119> .
}
