#+ shape: Endorsement-declaration
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/endorsement/ZMB>", "cq:declaration", MinCount, Violation, Endorsement-declaration]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, EndorsementCountAgrees]
#+   - ["<id/state/ZMB>", "^cq:endorser/cq:declaration", Equals, Violation, Party-endorses]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/endorsement/ZMB> cq:declaration <id/mini-2023> .
}
