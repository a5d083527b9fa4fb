#+ shape: Reservation-kind
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "cq:kind", In, Violation, Reservation-kind]
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "cq:kind", MaxCount, Violation, Reservation-kind]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/reservation/POL/operative/1> cq:kind "x" .
}
