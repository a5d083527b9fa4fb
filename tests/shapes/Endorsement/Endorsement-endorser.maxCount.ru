#+ shape: Endorsement-endorser
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/endorsement/POL>", "cq:endorser", MaxCount, Violation, Endorsement-endorser]
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "^cq:hasReservation/cq:endorser", Equals, Violation, Reservation-endorser]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, EndorsementsUnique]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/endorsement/POL> cq:endorser <id/state/ZMB> .
}
