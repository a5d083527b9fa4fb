#+ shape: Declaration-preambleCount
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023>", "", SPARQL, Violation, PreambleCountAgrees]
#+   - ["<id/mini-2023>", "cq:preambleCount", MaxCount, Violation, Declaration-preambleCount]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  <id/mini-2023> cq:preambleCount "99"^^xsd:integer .
}
