#+ shape: ParagraphIdentifierAgrees
#+ constraint: sparql
#+ results:
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ParagraphIdentifierAgrees]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ParagraphNumbersContiguous]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/operative/1> cq:number "1"^^xsd:integer .
} ;
INSERT DATA {
  <id/mini-2023/operative/1> cq:number "2"^^xsd:integer .
}
