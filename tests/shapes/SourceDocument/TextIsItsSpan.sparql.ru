#+ shape: TextIsItsSpan
#+ constraint: sparql
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, TextIsItsSpan]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/operative/1> cq:text "承诺尊重《联合国宪章》第五十一条。我们呼吁所有国家释放人质。"@zh-Hans .
} ;
INSERT DATA {
  <id/mini-2023/operative/1> cq:text "别的"@zh-Hans .
}
