#+ shape: Declaration-endorsementCount
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023>", "cq:endorsementCount", Datatype, Violation, Declaration-endorsementCount]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023> cq:endorsementCount "2"^^xsd:integer .
} ;
INSERT DATA {
  <id/mini-2023> cq:endorsementCount "2.0"^^xsd:decimal .
}
