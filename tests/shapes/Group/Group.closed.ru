#+ shape: Group
#+ constraint: closed
#+ results:
#+   - ["<id/addressee/all-states>", "<http://example.org/p>", Closed, Violation, Group]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/addressee/all-states> <http://example.org/p> "x" .
}
