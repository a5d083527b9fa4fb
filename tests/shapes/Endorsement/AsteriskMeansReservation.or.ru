#+ shape: AsteriskMeansReservation
#+ constraint: or
#+ results:
#+   - ["<id/mini-2023/endorsement/POL>", "", Or, Violation, AsteriskMeansReservation]
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "^cq:hasReservation/cq:endorser", Equals, Violation, Reservation-endorser]
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "^cq:hasReservation", MinCount, Violation, Reservation-endorsement]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ReservationCountAgrees]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/endorsement/POL> cq:hasReservation <id/mini-2023/reservation/POL/operative/1> .
}
