#+ shape: Paragraph-position
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/chapeau>", "cq:position", MaxCount, Violation, Paragraph-position]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ChapeauBetween]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  <id/mini-2023/chapeau> cq:position "99"^^xsd:integer .
}
