#+ shape: Endorsement-asterisk
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/endorsement/POL>", "", Or, Violation, AsteriskSpanMeansAsterisk]
#+   - ["<id/mini-2023/endorsement/POL>", "", Or, Violation, ReservationMeansAsterisk]
#+   - ["<id/mini-2023/endorsement/POL>", "cq:asterisk", MaxCount, Violation, Endorsement-asterisk]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  <id/mini-2023/endorsement/POL> cq:asterisk "false"^^xsd:boolean .
}
