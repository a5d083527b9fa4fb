#+ shape: Summary
#+ constraint: closed
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note>", "<http://example.org/p>", Closed, Violation, Summary]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/mini-2023/zh-Hans/note> <http://example.org/p> "x" .
}
