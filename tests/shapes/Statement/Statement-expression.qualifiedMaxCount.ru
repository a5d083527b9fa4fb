#+ shape: Statement-expression
#+ constraint: qualifiedMaxCount
#+ results:
#+   - ["<id/mini-2023/en>", "", SPARQL, Violation, StatementLanguage]
#+   - ["<id/mini-2023/zh-Hans/preamble/1/statement/1>", "^cq:hasStatement", QualifiedMaxCount, Violation, Statement-expression]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/en> cq:hasStatement <id/mini-2023/zh-Hans/preamble/1/statement/1> .
}
