#+ shape: Party-unRegion
#+ constraint: datatype
#+ results:
#+   - ["<id/state/POL>", "cq:unRegion", Datatype, Violation, Party-unRegion]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/state/POL> cq:unRegion "150"@en .
}
