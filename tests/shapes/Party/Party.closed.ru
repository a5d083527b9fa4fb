#+ shape: Party
#+ constraint: closed
#+ results:
#+   - ["<id/state/POL>", "<http://example.org/p>", Closed, Violation, Party]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/state/POL> <http://example.org/p> "x" .
}
