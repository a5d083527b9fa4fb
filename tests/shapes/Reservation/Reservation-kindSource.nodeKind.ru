#+ shape: Reservation-kindSource
#+ constraint: nodeKind
#+ results:
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "", Or, Violation, UndeterminedKindHasNone]
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "cq:kindSource", NodeKind, Violation, Reservation-kindSource]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/reservation/POL/operative/1> cq:kindSource "x" .
}
