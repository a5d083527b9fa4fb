#+ shape: TopicAssignment
#+ constraint: closed
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/topic/human-rights>", "<http://example.org/p>", Closed, Violation, TopicAssignment]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/topic/human-rights> <http://example.org/p> "x" .
}
