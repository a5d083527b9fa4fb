#+ shape: Endorsement
#+ constraint: closed
#+ results:
#+   - ["<id/mini-2023/endorsement/POL>", "<http://example.org/p>", Closed, Violation, Endorsement]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/mini-2023/endorsement/POL> <http://example.org/p> "x" .
}
