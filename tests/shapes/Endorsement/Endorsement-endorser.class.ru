#+ shape: Endorsement-endorser
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/endorsement/POL>", "cq:endorser", Class, Violation, Endorsement-endorser]
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "^cq:hasReservation/cq:endorser", Equals, Violation, Reservation-endorser]
#+   - ["<id/state/POL>", "^cq:endorser/cq:declaration", Equals, Violation, Party-endorses]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/endorsement/POL> cq:endorser <id/state/POL> .
} ;
INSERT DATA {
  <id/mini-2023/endorsement/POL> cq:endorser "x" .
}
