#+ shape: Reservation-paragraphRole
#+ constraint: in
#+ results:
#+   - ["<id/mini-2023/operative/1>", "", Or, Violation, ChapeauUnnumbered]
#+   - ["<id/mini-2023/operative/1>", "", Or, Violation, ChapeauWithoutStatement]
#+   - ["<id/mini-2023/operative/1>", "cq:role", MaxCount, Violation, Paragraph-role]
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "cq:paragraph/cq:role", In, Violation, Reservation-paragraphRole]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ParagraphIdentifierAgrees]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/operative/1> cq:role cq:Chapeau .
}
