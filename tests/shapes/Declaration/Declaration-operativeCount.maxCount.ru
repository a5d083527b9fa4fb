#+ shape: Declaration-operativeCount
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023>", "", SPARQL, Violation, OperativeCountAgrees]
#+   - ["<id/mini-2023>", "cq:operativeCount", MaxCount, Violation, Declaration-operativeCount]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  <id/mini-2023> cq:operativeCount "99"^^xsd:integer .
}
