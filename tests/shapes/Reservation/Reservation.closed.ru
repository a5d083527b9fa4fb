#+ shape: Reservation
#+ constraint: closed
#+ results:
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "<http://example.org/p>", Closed, Violation, Reservation]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/mini-2023/reservation/POL/operative/1> <http://example.org/p> "x" .
}
