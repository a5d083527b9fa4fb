#+ shape: Party-alpha3
#+ constraint: maxCount
#+ results:
#+   - ["<id/state/POL>", "<https://w3id.org/communique/ns#alpha3>", MaxCount, Violation, Party-alpha3]
#+   - ["<id/state/POL>", "<https://w3id.org/communique/ns#alpha3>", Pattern, Violation, Party-alpha3]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/state/POL> cq:alpha3 "x" .
}
