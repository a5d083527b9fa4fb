#+ shape: Expression-hasSource
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/en>", "cq:hasSource", Class, Violation, Expression-hasSource]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, StatementCountAgrees]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/en> cq:hasSource "x" .
}
