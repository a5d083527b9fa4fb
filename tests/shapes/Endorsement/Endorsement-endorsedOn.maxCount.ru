#+ shape: Endorsement-endorsedOn
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/endorsement/POL>", "cq:endorsedOn", MaxCount, Violation, Endorsement-endorsedOn]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  <id/mini-2023/endorsement/POL> cq:endorsedOn "2023-03-27"^^xsd:date .
  <id/mini-2023/endorsement/POL> cq:endorsedOn "2023-03-28"^^xsd:date .
}
