#+ shape: Expression-hasStatement
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/en>", "cq:hasStatement", Class, Violation, Expression-hasStatement]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/en> cq:hasStatement "x" .
}
