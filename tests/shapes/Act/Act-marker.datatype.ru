#+ shape: Act-marker
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "cq:marker", Datatype, Violation, Act-marker]
#+   - ["<id/mini-2023/zh-Hans>", "", SPARQL, Violation, StatementLanguage]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/act/1> cq:marker "承诺"@zh-Hans .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/act/1> cq:marker "" .
}
