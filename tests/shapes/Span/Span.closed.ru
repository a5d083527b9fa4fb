#+ shape: Span
#+ constraint: closed
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source#char=0,7>", "<http://example.org/p>", Closed, Violation, Span]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/mini-2023/zh-Hans/source#char=0,7> <http://example.org/p> "x" .
}
