#+ shape: Endorsement-declaration
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/endorsement/POL>", "cq:declaration", Class, Violation, Endorsement-declaration]
#+   - ["<id/mini-2023/endorsement/POL>", "cq:declaration", MaxCount, Violation, Endorsement-declaration]
#+   - ["<id/state/POL>", "^cq:endorser/cq:declaration", Equals, Violation, Party-endorses]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/endorsement/POL> cq:declaration "x" .
}
