#+ shape: Concept
#+ constraint: closed
#+ results:
#+   - ["<id/force/call-upon>", "<http://example.org/p>", Closed, Violation, Concept]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/force/call-upon> <http://example.org/p> "x" .
}
