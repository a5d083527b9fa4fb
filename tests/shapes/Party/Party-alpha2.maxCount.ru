#+ shape: Party-alpha2
#+ constraint: maxCount
#+ results:
#+   - ["<id/state/POL>", "<https://w3id.org/communique/ns#alpha2>", MaxCount, Violation, Party-alpha2]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/state/POL> cq:alpha2 "ZM" .
}
