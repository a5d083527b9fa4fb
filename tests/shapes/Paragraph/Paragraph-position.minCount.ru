#+ shape: Paragraph-position
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/chapeau>", "cq:position", MinCount, Violation, Paragraph-position]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/chapeau> cq:position "2"^^xsd:integer .
}
