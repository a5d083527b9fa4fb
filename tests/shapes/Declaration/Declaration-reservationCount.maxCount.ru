#+ shape: Declaration-reservationCount
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ReservationCountAgrees]
#+   - ["<id/mini-2023>", "cq:reservationCount", MaxCount, Violation, Declaration-reservationCount]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  <id/mini-2023> cq:reservationCount "99"^^xsd:integer .
}
