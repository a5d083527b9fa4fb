#+ shape: Declaration-endorsementCount
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023>", "", SPARQL, Violation, EndorsementCountAgrees]
#+   - ["<id/mini-2023>", "cq:endorsementCount", MaxCount, Violation, Declaration-endorsementCount]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  <id/mini-2023> cq:endorsementCount "99"^^xsd:integer .
}
