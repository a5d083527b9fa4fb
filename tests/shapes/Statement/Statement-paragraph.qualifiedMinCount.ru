#+ shape: Statement-paragraph
#+ constraint: qualifiedMinCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/2>", "^cq:hasStatement", QualifiedMinCount, Violation, Statement-paragraph]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/operative/1> cq:hasStatement <id/mini-2023/zh-Hans/operative/1/statement/2> .
}
