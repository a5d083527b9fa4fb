#+ shape: Declaration-preambleCount
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023>", "cq:preambleCount", Datatype, Violation, Declaration-preambleCount]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023> cq:preambleCount "1"^^xsd:integer .
} ;
INSERT DATA {
  <id/mini-2023> cq:preambleCount "1.0"^^xsd:decimal .
}
