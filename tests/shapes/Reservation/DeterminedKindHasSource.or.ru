#+ shape: DeterminedKindHasSource
#+ constraint: or
#+ results:
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "", Or, Violation, DeterminedKindHasSource]
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "cq:kind", MinCount, Violation, Reservation-kind]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/reservation/POL/operative/1> cq:kind cq:Undetermined .
}
