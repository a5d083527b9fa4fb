#+ shape: Correspondence
#+ constraint: closed
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1>", "<http://example.org/p>", Closed, Violation, Correspondence]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1> <http://example.org/p> "x" .
}
