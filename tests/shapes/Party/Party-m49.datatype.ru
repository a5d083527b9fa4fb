#+ shape: Party-m49
#+ constraint: datatype
#+ results:
#+   - ["<id/state/POL>", "<https://w3id.org/communique/ns#m49>", Datatype, Violation, Party-m49]
#+   - ["<id/state/POL>", "<https://w3id.org/communique/ns#m49>", Pattern, Violation, Party-m49]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/state/POL> cq:m49 "616" .
} ;
INSERT DATA {
  <id/state/POL> cq:m49 "x"@en .
}
