#+ shape: Expression-declaration
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/en>", "^cq:hasExpression", MinCount, Violation, Expression-declaration]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023> cq:hasExpression <id/mini-2023/en> .
}
