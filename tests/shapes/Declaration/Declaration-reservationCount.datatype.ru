#+ shape: Declaration-reservationCount
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023>", "cq:reservationCount", Datatype, Violation, Declaration-reservationCount]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023> cq:reservationCount "1"^^xsd:integer .
} ;
INSERT DATA {
  <id/mini-2023> cq:reservationCount "1.0"^^xsd:decimal .
}
