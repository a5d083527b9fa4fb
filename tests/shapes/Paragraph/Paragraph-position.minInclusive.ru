#+ shape: Paragraph-position
#+ constraint: minInclusive
#+ results:
#+   - ["<id/mini-2023/chapeau>", "cq:position", MinInclusive, Violation, Paragraph-position]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ChapeauBetween]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/chapeau> cq:position "2"^^xsd:integer .
} ;
INSERT DATA {
  <id/mini-2023/chapeau> cq:position "-1"^^xsd:integer .
}
