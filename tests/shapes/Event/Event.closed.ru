#+ shape: Event
#+ constraint: closed
#+ results:
#+   - ["<id/mini-2023/event>", "<http://example.org/p>", Closed, Violation, Event]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/mini-2023/event> <http://example.org/p> "x" .
}
