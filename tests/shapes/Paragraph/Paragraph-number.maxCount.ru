#+ shape: Paragraph-number
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/operative/1>", "cq:number", MaxCount, Violation, Paragraph-number]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ParagraphIdentifierAgrees]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  <id/mini-2023/operative/1> cq:number "2"^^xsd:integer .
}
