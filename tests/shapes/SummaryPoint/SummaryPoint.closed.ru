#+ shape: SummaryPoint
#+ constraint: closed
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note/point/1>", "<http://example.org/p>", Closed, Violation, SummaryPoint]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/mini-2023/zh-Hans/note/point/1> <http://example.org/p> "x" .
}
