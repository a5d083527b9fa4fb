#+ shape: Statement-expression
#+ constraint: qualifiedMinCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/2>", "^cq:hasStatement", QualifiedMinCount, Violation, Statement-expression]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, StatementCountAgrees]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans> cq:hasStatement <id/mini-2023/zh-Hans/operative/1/statement/2> .
}
