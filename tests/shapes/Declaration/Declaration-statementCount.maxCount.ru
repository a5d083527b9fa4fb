#+ shape: Declaration-statementCount
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023>", "", SPARQL, Violation, StatementCountAgrees]
#+   - ["<id/mini-2023>", "cq:statementCount", MaxCount, Violation, Declaration-statementCount]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  <id/mini-2023> cq:statementCount "99"^^xsd:integer .
}
