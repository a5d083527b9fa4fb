#+ shape: Paragraph-number
#+ constraint: minInclusive
#+ results:
#+   - ["<id/mini-2023/chapeau>", "", Or, Violation, ChapeauUnnumbered]
#+   - ["<id/mini-2023/chapeau>", "cq:number", MinInclusive, Violation, Paragraph-number]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ParagraphIdentifierAgrees]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  <id/mini-2023/chapeau> cq:number "0"^^xsd:integer .
}
