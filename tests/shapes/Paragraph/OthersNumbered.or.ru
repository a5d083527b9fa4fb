#+ shape: OthersNumbered
#+ constraint: or
#+ results:
#+   - ["<id/mini-2023/operative/1>", "", Or, Violation, OthersNumbered]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ParagraphIdentifierAgrees]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/operative/1> cq:number "1"^^xsd:integer .
}
