#+ shape: Party
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/endorsement/POL>", "cq:endorser", Class, Violation, Endorsement-endorser]
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "cq:state", Class, Violation, Reservation-state]
#+   - ["<id/state/POL>", "", Class, Violation, Party]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/state/POL> a cq:Party .
}
