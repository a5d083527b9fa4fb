#+ shape: Paragraph-number
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023/chapeau>", "", Or, Violation, ChapeauUnnumbered]
#+   - ["<id/mini-2023/chapeau>", "cq:number", Datatype, Violation, Paragraph-number]
#+   - ["<id/mini-2023/chapeau>", "cq:number", MinInclusive, Violation, Paragraph-number]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ParagraphIdentifierAgrees]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/chapeau> cq:number "x" .
}
