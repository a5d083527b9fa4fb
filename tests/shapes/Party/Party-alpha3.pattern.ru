#+ shape: Party-alpha3
#+ constraint: pattern
#+ results:
#+   - ["<id/state/POL>", "<https://w3id.org/communique/ns#alpha3>", Pattern, Violation, Party-alpha3]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/state/POL> cq:alpha3 "POL" .
} ;
INSERT DATA {
  <id/state/POL> cq:alpha3 "x" .
}
