#+ shape: Expression-declaration
#+ constraint: maxCount
#+ results:
#+   - ["<id/addressee/all-states>", "cq:hasExpression", Closed, Violation, Group]
#+   - ["<id/mini-2023/en>", "^cq:hasExpression", MaxCount, Violation, Expression-declaration]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/addressee/all-states> cq:hasExpression <id/mini-2023/en> .
}
