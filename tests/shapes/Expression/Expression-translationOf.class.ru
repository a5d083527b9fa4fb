#+ shape: Expression-translationOf
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/en>", "cq:translationOf", Class, Violation, Expression-translationOf]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/en> cq:translationOf "x" .
}
