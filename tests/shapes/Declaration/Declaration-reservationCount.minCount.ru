#+ shape: Declaration-reservationCount
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023>", "cq:reservationCount", MinCount, Violation, Declaration-reservationCount]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023> cq:reservationCount "1"^^xsd:integer .
}
