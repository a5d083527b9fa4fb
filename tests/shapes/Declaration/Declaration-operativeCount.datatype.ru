#+ shape: Declaration-operativeCount
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023>", "cq:operativeCount", Datatype, Violation, Declaration-operativeCount]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023> cq:operativeCount "1"^^xsd:integer .
} ;
INSERT DATA {
  <id/mini-2023> cq:operativeCount "1.0"^^xsd:decimal .
}
