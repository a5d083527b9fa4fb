#+ shape: SourceDocument
#+ constraint: closed
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source>", "<http://example.org/p>", Closed, Violation, SourceDocument]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/mini-2023/zh-Hans/source> <http://example.org/p> "x" .
}
