#+ shape: Citation
#+ constraint: closed
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/citation/1>", "<http://example.org/p>", Closed, Violation, Citation]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/citation/1> <http://example.org/p> "x" .
}
