#+ shape: TopicAssignment-owner
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/topic/human-rights>", "^cq:topicAssignment", MinCount, Violation, TopicAssignment-owner]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1>", "cq:topicAssignment/cq:topic", Equals, Violation, Statement-subject]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1> cq:topicAssignment <id/mini-2023/zh-Hans/operative/1/statement/1/topic/human-rights> .
}
