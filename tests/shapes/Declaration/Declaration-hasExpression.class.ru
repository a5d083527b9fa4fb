#+ shape: Declaration-hasExpression
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023>", "cq:hasExpression", Class, Violation, Declaration-hasExpression]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023> cq:hasExpression "x" .
}
