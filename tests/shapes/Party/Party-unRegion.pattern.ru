#+ shape: Party-unRegion
#+ constraint: pattern
#+ results:
#+   - ["<id/state/POL>", "cq:unRegion", Pattern, Violation, Party-unRegion]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/state/POL> cq:unRegion "616" .
}
