#+ shape: Commitment
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/operative/1>", "cq:hasStatement", Class, Violation, Paragraph-hasStatement]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1>", "", Class, Violation, Commitment]
#+   - ["<id/mini-2023/zh-Hans>", "cq:hasStatement", Class, Violation, Expression-hasStatement]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1> a cq:Statement .
}
