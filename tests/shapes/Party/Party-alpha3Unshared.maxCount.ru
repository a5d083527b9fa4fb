#+ shape: Party-alpha3Unshared
#+ constraint: maxCount
#+ results:
#+   - ["<id/state/POL>", "<https://w3id.org/communique/ns#alpha3>/^<https://w3id.org/communique/ns#alpha3>", MaxCount, Violation, Party-alpha3Unshared]
#+   - ["<id/state/ZMB>", "<https://w3id.org/communique/ns#alpha3>/^<https://w3id.org/communique/ns#alpha3>", MaxCount, Violation, Party-alpha3Unshared]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/state/POL> cq:alpha3 "POL" .
} ;
INSERT DATA {
  <id/state/POL> cq:alpha3 "ZMB" .
}
