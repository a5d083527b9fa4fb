#+ shape: Party-alpha2
#+ constraint: pattern
#+ results:
#+   - ["<id/state/POL>", "<https://w3id.org/communique/ns#alpha2>", Pattern, Violation, Party-alpha2]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/state/POL> cq:alpha2 "PL" .
} ;
INSERT DATA {
  <id/state/POL> cq:alpha2 "x" .
}
