#+ shape: Paragraph-reservedBy
#+ constraint: equals
#+ results:
#+   - ["<id/mini-2023/operative/1>", "^cq:paragraph/cq:state", Equals, Violation, Paragraph-reservedBy]
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "cq:paragraph", MinCount, Violation, Reservation-paragraph]
#+   - ["<id/state/POL>", "^cq:state/cq:paragraph", Equals, Violation, Party-reservesOn]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/reservation/POL/operative/1> cq:paragraph <id/mini-2023/operative/1> .
}
