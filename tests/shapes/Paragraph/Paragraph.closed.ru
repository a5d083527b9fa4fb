#+ shape: Paragraph
#+ constraint: closed
#+ results:
#+   - ["<id/mini-2023/chapeau>", "<http://example.org/p>", Closed, Violation, Paragraph]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/mini-2023/chapeau> <http://example.org/p> "x" .
}
