#+ shape: Endorsement-asteriskSpan
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/endorsement/POL>", "cq:asteriskSpan", Class, Violation, Endorsement-asteriskSpan]
#+   - ["<id/mini-2023/endorsement/POL>", "cq:asteriskSpan", MaxCount, Violation, Endorsement-asteriskSpan]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/endorsement/POL> cq:asteriskSpan "x" .
}
