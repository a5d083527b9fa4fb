#+ shape: Reservation-paragraph
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "cq:paragraph", Class, Violation, Reservation-paragraph]
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "cq:paragraph", MaxCount, Violation, Reservation-paragraph]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ReservedParagraphBelongs]
#+   - ["<id/state/POL>", "^cq:state/cq:paragraph", Equals, Violation, Party-reservesOn]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/reservation/POL/operative/1> cq:paragraph "x" .
}
