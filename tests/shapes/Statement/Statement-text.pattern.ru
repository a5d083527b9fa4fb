#+ shape: Statement-text
#+ constraint: pattern
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1>", "cq:text", Pattern, Violation, Statement-text]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, TextIsItsSpan]
#+   - ["<id/mini-2023/zh-Hans>", "", SPARQL, Violation, MarkerInWords]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1> cq:text "承诺尊重《联合国宪章》第五十一条。"@zh-Hans .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1> cq:text ""@zh-Hans .
}
