#+ shape: Paragraph-position
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023/operative/1>", "cq:position", Datatype, Violation, Paragraph-position]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/operative/1> cq:position "3"^^xsd:integer .
} ;
INSERT DATA {
  <id/mini-2023/operative/1> cq:position "3.0"^^xsd:decimal .
}
