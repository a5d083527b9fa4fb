#+ shape: Endorsement-endorsedOn
#+ constraint: lessThanOrEquals
#+ results:
#+   - ["<id/mini-2023/endorsement/POL>", "cq:endorsedOn", Datatype, Violation, Endorsement-endorsedOn]
#+   - ["<id/mini-2023/endorsement/POL>", "cq:endorsedOn", LessThanOrEquals, Violation, Endorsement-endorsedOn]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/endorsement/POL> cq:endorsedOn "x" .
}
