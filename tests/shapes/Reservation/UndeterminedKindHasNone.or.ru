#+ shape: UndeterminedKindHasNone
#+ constraint: or
#+ results:
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "", Or, Violation, UndeterminedKindHasNone]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/reservation/POL/operative/1> cq:kindSource <https://example.org/n> .
}
