#+ shape: Expression-publishedAt
#+ constraint: nodeKind
#+ results:
#+   - ["<id/mini-2023/en>", "cq:publishedAt", NodeKind, Violation, Expression-publishedAt]
#+   - ["<id/mini-2023/en>", "cq:publishedAt", Pattern, Violation, Expression-publishedAt]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/en> cq:publishedAt <https://example.org/en> .
} ;
INSERT DATA {
  <id/mini-2023/en> cq:publishedAt "x" .
}
