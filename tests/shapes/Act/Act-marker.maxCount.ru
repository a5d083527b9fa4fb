#+ shape: Act-marker
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "cq:marker", MaxCount, Violation, Act-marker]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, MarkerIsItsSpan]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/act/1> cq:marker "尊重"@zh-Hans .
}
