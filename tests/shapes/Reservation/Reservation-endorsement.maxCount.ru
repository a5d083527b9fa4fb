#+ shape: Reservation-endorsement
#+ constraint: maxCount
#+ results:
#+   - ["<id/addressee/all-states>", "cq:hasReservation", Closed, Violation, Group]
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "^cq:hasReservation", MaxCount, Violation, Reservation-endorsement]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/addressee/all-states> cq:hasReservation <id/mini-2023/reservation/POL/operative/1> .
}
