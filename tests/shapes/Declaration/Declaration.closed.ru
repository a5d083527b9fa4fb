#+ shape: Declaration
#+ constraint: closed
#+ results:
#+   - ["<id/mini-2023>", "<http://example.org/p>", Closed, Violation, Declaration]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/mini-2023> <http://example.org/p> "x" .
}
