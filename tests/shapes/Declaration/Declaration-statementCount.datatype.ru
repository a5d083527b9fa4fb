#+ shape: Declaration-statementCount
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023>", "cq:statementCount", Datatype, Violation, Declaration-statementCount]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023> cq:statementCount "3"^^xsd:integer .
} ;
INSERT DATA {
  <id/mini-2023> cq:statementCount "3.0"^^xsd:decimal .
}
