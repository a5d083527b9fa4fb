#+ shape: Party-unRegion
#+ constraint: maxCount
#+ results:
#+   - ["<id/state/POL>", "cq:unRegion", MaxCount, Violation, Party-unRegion]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/state/POL> cq:unRegion "150" , "142" .
}
