#+ shape: Party-m49
#+ constraint: maxCount
#+ results:
#+   - ["<id/state/POL>", "<https://w3id.org/communique/ns#m49>", MaxCount, Violation, Party-m49]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/state/POL> cq:m49 "894" .
}
