#+ shape: Expression
#+ constraint: closed
#+ results:
#+   - ["<id/mini-2023/en>", "<http://example.org/p>", Closed, Violation, Expression]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/mini-2023/en> <http://example.org/p> "x" .
}
