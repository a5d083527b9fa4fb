#+ shape: ParagraphsInOrder
#+ constraint: sparql
#+ results:
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ChapeauBetween]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ParagraphsInOrder]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/chapeau> cq:position "2"^^xsd:integer .
  <id/mini-2023/preamble/1> cq:position "1"^^xsd:integer .
} ;
INSERT DATA {
  <id/mini-2023/chapeau> cq:position "1"^^xsd:integer .
  <id/mini-2023/preamble/1> cq:position "2"^^xsd:integer .
}
