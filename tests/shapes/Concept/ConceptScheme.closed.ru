#+ shape: ConceptScheme
#+ constraint: closed
#+ results:
#+   - ["<id/scheme/forces>", "<http://example.org/p>", Closed, Violation, ConceptScheme]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/scheme/forces> <http://example.org/p> "x" .
}
