#+ shape: Statement-subject
#+ constraint: equals
#+ results:
#+   - ["<id/mini-2023/operative/1>", "cq:hasStatement/cq:topicAssignment/cq:topic", Equals, Violation, Paragraph-subject]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1>", "cq:topicAssignment/cq:topic", Equals, Violation, Statement-subject]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/topic/human-rights> cq:topic <id/topic/human-rights> .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/topic/human-rights> cq:topic <id/topic/democracy> .
}
