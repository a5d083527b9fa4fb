#+ shape: Reservation-state
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/operative/1>", "^cq:paragraph/cq:state", Equals, Violation, Paragraph-reservedBy]
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "^cq:hasReservation/cq:endorser", Equals, Violation, Reservation-endorser]
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "cq:state", Class, Violation, Reservation-state]
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "cq:state", MaxCount, Violation, Reservation-state]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/reservation/POL/operative/1> cq:state "x" .
}
