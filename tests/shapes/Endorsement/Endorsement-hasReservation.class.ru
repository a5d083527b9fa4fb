#+ shape: Endorsement-hasReservation
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/endorsement/POL>", "cq:hasReservation", Class, Violation, Endorsement-hasReservation]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ReservationCountAgrees]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/endorsement/POL> cq:hasReservation "x" .
}
