#+ shape: MarkerInWords
#+ constraint: sparql
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, MarkerIsItsSpan]
#+   - ["<id/mini-2023/zh-Hans>", "", SPARQL, Violation, MarkerInWords]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> cq:marker "重申"@zh-Hans .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> cq:marker "谴责"@zh-Hans .
}
