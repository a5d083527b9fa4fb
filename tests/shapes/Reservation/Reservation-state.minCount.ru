#+ shape: Reservation-state
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/operative/1>", "^cq:paragraph/cq:state", Equals, Violation, Paragraph-reservedBy]
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "^cq:hasReservation/cq:endorser", Equals, Violation, Reservation-endorser]
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "cq:state", MinCount, Violation, Reservation-state]
#+   - ["<id/state/POL>", "^cq:state/cq:paragraph", Equals, Violation, Party-reservesOn]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/reservation/POL/operative/1> cq:state <id/state/POL> .
}
